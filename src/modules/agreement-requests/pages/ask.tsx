import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { uiTexts } from '../../../ui/texts.ts'
import type { Asking } from '../agreement-request.ts'
import { askFields } from '../fields.ts'
import { texts } from '../texts.ts'

export type AskProps = {
  readonly id: string
  readonly asking: Asking
  readonly offers: Offers<typeof askFields>
  readonly locale: Locale
} & After

export function AskPage({ id, asking, offers, locale, refused }: AskProps) {
  const t = texts(locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.add} lead={t.lead} />
      <Form hidden={{ id }}>
        <RecordForm
          fields={askFields}
          texts={t.ask}
          values={asking}
          offers={offers}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.send}</Button>
          <LinkButton href="/avtaleforesporsler" variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}
