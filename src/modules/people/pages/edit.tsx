import type { Fields, FieldTexts, Values } from '../../../kernel/fields.ts'
import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Checkbox } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
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
  readonly offers: Offers<F>
  readonly locale: Locale
}

/** A person or a unit, to write. */
export function EditPage<F extends Fields>(props: Props<F>) {
  const t = texts(props.locale)
  // Asked only where the name or the address looked shared.
  const asked = props.refused?.problems.some((fault) => 'text' in fault && fault.text === t.wrong.looksShared)
  const answered = props.refused?.raw.ownAccount !== undefined
  return (
    <>
      <ErrorSummary errors={props.refused?.errors ?? []} locale={props.locale} />
      <PageHeading title={props.title} />
      {props.conflict}
      <Form action={props.action} version={props.version} hidden={props.id ? { id: props.id } : {}}>
        <FormOfAny
          fields={props.fields}
          texts={props.labels}
          values={props.values}
          raw={props.refused?.raw}
          problems={props.refused?.problems}
          offers={props.offers}
          locale={props.locale}
        />
        {(asked || answered) && <Checkbox name="ownAccount" checked={answered} label={t.own.label} hint={t.own.hint} />}
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
