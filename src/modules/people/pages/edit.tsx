import type { Fields, FieldTexts, Values } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { type Options, RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { texts } from '../texts.ts'

type Props<F extends Fields> = After & {
  readonly title: string
  readonly action: string
  readonly back: string
  readonly fields: F
  readonly labels: FieldTexts<F>
  readonly values: Values<F>
  readonly version: number | null
  /** The id of what is added: the page makes it, so that a double press adds once. */
  readonly id?: string
  readonly options: Options
  readonly locale: Locale
}

/** A person or a unit, to write. */
export function EditPage<F extends Fields>(props: Props<F>) {
  const t = texts(props.locale)
  return (
    <>
      <ErrorSummary errors={props.refused?.errors ?? []} locale={props.locale} />
      <PageHeading title={props.title} />
      {props.conflict}
      <Form action={props.action} version={props.version} hidden={props.id ? { id: props.id } : {}}>
        <RecordForm
          fields={props.fields}
          texts={props.labels}
          values={props.values}
          raw={props.refused?.raw}
          problems={props.refused?.problems}
          options={props.options}
          locale={props.locale}
        />
        <Actions>
          <Button>{t.show.save}</Button>
          <LinkButton href={props.back} variant="tertiary">
            {t.show.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}
