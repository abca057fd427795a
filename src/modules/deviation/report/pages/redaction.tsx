import { describeFindings } from '../../../../kernel/guard/describe.ts'
import type { Finding } from '../../../../kernel/guard/guard.ts'
import { guardTexts } from '../../../../kernel/guard/texts.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Radios, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { redactionReasons } from '../../fields-report.ts'
import type { CaseView } from '../../queries.ts'
import type { Question } from '../layout.ts'
import { labelOf } from '../pages/errors.tsx'
import { textOf, textQuestions } from '../rules.ts'
import { texts } from '../texts.ts'

export type RedactionPageProps = {
  readonly view: CaseView
  /** The field chosen; null: none yet. */
  readonly field: Question | null
  readonly findings: ReadonlyMap<Question, readonly Finding[]>
  /** What stands in the text box: as posted, else the text as it is. */
  readonly text: string
  readonly how: string
  readonly why: string
  readonly errors: Readonly<Partial<Record<'how' | 'text' | 'why', string>>>
  readonly locale: Locale
}

/** Text that should never have stood in a report is taken out, for good (S1-42). */
export const RedactionPage = (props: RedactionPageProps) => {
  const { field, locale, errors } = props
  const words = texts(locale).redaction
  const items: readonly ErrorItem[] = Object.entries(errors).map(([name, text]) => ({ href: `#${name}`, text: text ?? '' }))
  return (
    <Stack gap="lg">
      <ErrorSummary errors={items} locale={locale} />
      <PageHeading title={words.title} lead={words.lead} />
      {field === null ? <Fields {...props} /> : <OneField {...props} field={field} />}
    </Stack>
  )
}

const Fields = ({ view, findings, locale }: RedactionPageProps) => {
  const { deviation } = view
  const words = texts(locale).redaction
  const written = textQuestions.filter((question) => textOf(deviation.report, question) !== null)
  if (written.length === 0) return <p>{words.none}</p>
  return (
    <TaskList
      tasks={written.map((question) => {
        const found = findings.get(question)
        return {
          name: labelOf(question, locale),
          href: `/avvik/${deviation.id}/sladding?felt=${question}`,
          hint: found ? describeFindings(found, guardTexts(locale)).sentence : undefined,
        }
      })}
    />
  )
}

const OneField = ({ view, field, findings, text, how, why, errors, locale }: RedactionPageProps & { readonly field: Question }) => {
  const { deviation } = view
  const words = texts(locale).redaction
  const now = textOf(deviation.report, field) ?? ''
  const found = findings.get(field) ?? []
  const canMask = found.some(({ kind }) => kind !== 'healthWord')
  const hows = (['mask', 'replace'] as const).filter((one) => one === 'replace' || canMask)
  return (
    <>
      <SummaryList locale={locale} items={[{ label: words.now, value: now, text: true }]} />
      {found.length > 0 ? (
        <Notice tone="warning" locale={locale}>
          {describeFindings(found, guardTexts(locale)).sentence}
        </Notice>
      ) : (
        <p>{words.nothingFound}</p>
      )}
      <Form action={`/avvik/${deviation.id}/sladding`} version={deviation.version} hidden={{ felt: field }}>
        <Radios
          name="how"
          label={words.how}
          value={how}
          error={errors.how}
          options={hows.map((value) => ({ value, label: words.hows[value] }))}
        />
        <TextInput name="text" label={words.text} hint={words.textHint} value={text} rows={6} error={errors.text} />
        <Radios
          name="why"
          label={words.why}
          value={why}
          error={errors.why}
          options={redactionReasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <Actions>
          <Button variant="danger">{words.save}</Button>
          <LinkButton href={`/avvik/${deviation.id}/sladding`} variant="tertiary" icon="arrowLeft">
            {texts(locale).form.back}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}
