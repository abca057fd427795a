import type { Field, Fields } from '../kernel/fields.ts'
import type { Offered } from '../kernel/reference.ts'
import type { Locale } from '../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { each } from '../ui/each.ts'
import { type ErrorItem, ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading, Stack } from '../ui/page.tsx'
import { FormOfAny } from '../ui/record-form.tsx'
import { showValue } from '../ui/record-view.tsx'
import { DataTable } from '../ui/table.tsx'
import { fill, uiTexts } from '../ui/texts.ts'

type Hidden = Readonly<Record<string, string | readonly string[]>>
type Shared = { readonly action: string; readonly back: string; readonly hidden: Hidden; readonly locale: Locale }

const HiddenFields = ({ hidden }: { readonly hidden: Hidden }) =>
  each(
    Object.entries(hidden).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value }))),
    ({ name, value }) => <input type="hidden" name={name} value={value} />,
  )

type FormProps<F extends Fields> = Shared & {
  readonly names: readonly string[]
  readonly questions: Omit<Parameters<typeof FormOfAny<F>>[0], 'locale'>
  readonly errors: readonly ErrorItem[]
}

/** What is to be the same for all that are ticked. What is not answered stays as it is. */
export function ManyForm<F extends Fields>({ action, back, hidden, names, questions, errors, locale }: FormProps<F>) {
  const words = uiTexts(locale).many
  return (
    <Stack>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={words.title} count={String(names.length)} lead={words.lead} />
      <p>{names.join(', ')}</p>
      <Form action={action}>
        <HiddenFields hidden={hidden} />
        <FormOfAny {...(questions as Parameters<typeof FormOfAny<F>>[0])} locale={locale} />
        <Actions>
          <Button>{words.preview}</Button>
          <LinkButton href={back} variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}

export type ManyLine = {
  readonly name: string
  readonly changes: readonly {
    readonly field: Field
    readonly text: { readonly label: string; readonly choices?: Readonly<Record<string, string>> }
    readonly offered: Offered | undefined
    readonly from: unknown
    readonly to: unknown
  }[]
}

type PreviewProps = Shared & {
  readonly will: readonly ManyLine[]
  readonly wont: readonly { readonly name: string; readonly why: string }[]
  /** Something is otherwise than when it was shown, and nothing has been done. */
  readonly overtaken: boolean
}

/** What comes of it for each, before anything is done. */
export function ManyPreview({ action, back, hidden, will, wont, overtaken, locale }: PreviewProps) {
  const words = uiTexts(locale).many
  const first = will[0]?.changes ?? []
  return (
    <Stack>
      <PageHeading title={words.previewTitle} lead={words.previewLead} />
      {overtaken && (
        <Notice tone="warning" locale={locale}>
          {words.overtaken}
        </Notice>
      )}
      {wont.length > 0 && (
        <DataTable
          caption={fill(words.wont, { n: wont.length })}
          captionHidden={false}
          rows={wont}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', label: words.record, heading: true, cell: ({ name }) => name },
            { key: 'why', label: words.why, cell: ({ why }) => why },
          ]}
        />
      )}
      {will.length > 0 ? (
        <DataTable
          caption={fill(words.will, { n: will.length })}
          captionHidden={false}
          rows={will}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', label: words.record, heading: true, cell: ({ name }) => name },
            ...first.map((change, at) => ({
              key: String(at),
              label: change.text.label,
              cell: ({ changes }: ManyLine) => <Becoming change={changes[at]} locale={locale} />,
            })),
          ]}
        />
      ) : (
        <p>{words.none}</p>
      )}
      <Form action={action} unsaved={false}>
        {will.length > 0 && <HiddenFields hidden={hidden} />}
        <Actions>
          {will.length > 0 && <Button>{fill(words.do, { n: will.length })}</Button>}
          <LinkButton href={back} variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}

const Becoming = ({ change, locale }: { readonly change: ManyLine['changes'][number] | undefined; readonly locale: Locale }) => {
  if (!change) return null
  const { field, text, offered } = change
  const words = (value: unknown) => showValue(field, value, text, locale, offered) ?? uiTexts(locale).many.empty
  return (
    <>
      <span className="v-soft">{words(change.from)}</span> → <b>{words(change.to)}</b>
    </>
  )
}
