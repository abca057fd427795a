import type { ComponentChildren } from 'preact'
import type { Fields, FieldTexts, Values } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { uiTexts } from '../../../ui/texts.ts'
import type { Agreement } from '../agreement.ts'

export type DeedProps<F extends Fields> = {
  readonly record: Agreement
  readonly title: string
  readonly button: string
  readonly fields: F
  readonly texts: FieldTexts<F>
  readonly values: Values<F>
  /** Absent: the form carries something else that tells what its writer saw. */
  readonly version?: number
  readonly hidden?: Readonly<Record<string, string>>
  /** What is read before it is done, and what may be done instead. */
  readonly lead?: ComponentChildren
  readonly after?: ComponentChildren
  readonly locale: Locale
} & After

/** One deed of an agreement with its questions: a signature, an end, a line of annex B, an audit. */
export function DeedForm<F extends Fields>(props: DeedProps<F>) {
  const { record, title, button, fields, texts, values, version, hidden, lead, after, locale, refused, conflict } = props
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={title} kicker={record.values.name ?? ''} />
      {conflict}
      {lead}
      <Form {...(version === undefined ? {} : { version })} {...(hidden ? { hidden } : {})}>
        <FormOfAny fields={fields} texts={texts} values={values} raw={refused?.raw} problems={refused?.problems} locale={locale} />
        <Actions>
          <Button>{button}</Button>
          <LinkButton href={`/databehandleravtaler/${record.id}`} variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
      {after}
    </>
  )
}
