import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { systemFields } from '../fields.ts'
import type { SystemValues } from '../system.ts'
import { texts } from '../texts.ts'

export type EditProps = After & {
  readonly title: string
  readonly id: string
  /** Where one goes who does not want to save. */
  readonly back: string
  readonly version: number | null
  readonly values: SystemValues
  readonly offers: Offers<typeof systemFields>
  readonly locale: Locale
}

export const EditSystem = ({ title, id, back, version, values, offers, locale, refused, conflict }: EditProps) => {
  const t = texts(locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={title} />
      {conflict}
      <Form version={version} hidden={{ id }}>
        <RecordForm
          fields={systemFields}
          texts={t.fields}
          values={values}
          raw={refused?.raw}
          problems={refused?.problems}
          offers={offers}
          locale={locale}
        />
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton href={back} variant="tertiary">
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}
