import { formatDate } from '../../../kernel/calendar/words.ts'
import type { FieldTexts, Values } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Numbered } from '../content.ts'
import { doneFields } from '../fields.ts'
import type { Answer, CampaignUnit } from '../questionnaire.ts'
import { texts } from '../texts.ts'

export type ActionProps = After & {
  readonly unit: CampaignUnit
  readonly question: Numbered
  readonly answer: Answer
  readonly owner: string | null
  readonly due: string | null
  readonly values: Values<typeof doneFields>
  readonly labels: FieldTexts<typeof doneFields>
  readonly writes: boolean
  /** Its question is not asked any more, or is answered as it should be. */
  readonly fallen: boolean
  readonly locale: Locale
}

/** An action, as whoever owns it sees it: what, why, when, and that it is done. */
export function ActionPage({ unit, question, answer, owner, due, values, labels, writes, fallen, locale, refused }: ActionProps) {
  const t = texts(locale).action
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={answer.action ?? t.title} kicker={`${unit.name} · ${question.number}`} />
      {fallen && <Notice locale={locale}>{t.fallen}</Notice>}
      <SummaryList
        locale={locale}
        items={[
          { label: texts(locale).report.columns.question, value: question.text[locale] },
          { label: t.reason, value: answer.reason, text: true },
          { label: t.owner, value: owner },
          { label: t.due, value: due },
          ...(answer.doneOn ? [{ label: texts(locale).report.status, value: t.isDone(formatDate(answer.doneOn, locale)) }] : []),
        ]}
      />
      {writes && !fallen && (
        <Section title={t.done} locale={locale}>
          <Form>
            <FormOfAny fields={doneFields} texts={labels} values={values} raw={refused?.raw} problems={refused?.problems} locale={locale} />
            <Actions>
              <Button>{t.done}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
