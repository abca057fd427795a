import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import type { Details } from '../details.ts'
import { detailsFields } from '../fields.ts'
import { texts } from '../texts.ts'

type Props = After & { readonly action: string; readonly values: Details; readonly version: number; readonly locale: Locale }

/** What stands at the top of the organisation's letters, to write. */
export function EditDetails({ action, values, version, refused, conflict, locale }: Props) {
  const t = texts(locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.details} lead={t.detailsLead} />
      {conflict}
      <Form action={action} version={version}>
        <RecordForm
          fields={detailsFields}
          texts={t.field}
          values={values}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton href="/innstillinger" variant="tertiary">
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}
