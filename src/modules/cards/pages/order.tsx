import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { UploadLimits } from '../../../kernel/upload.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FieldFrame } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { type After, errorAt } from '../../../ui/refused.ts'
import { uiTexts } from '../../../ui/texts.ts'
import type { Order } from '../card.ts'
import { orderFields } from '../fields.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly id: string
  readonly order: Order
  readonly offers: Offers<typeof orderFields>
  readonly limits: UploadLimits
  readonly locale: Locale
} & After

/** The form and the photo, together (S4-203). */
export function OrderPage({ id, order, offers, locale, refused }: Props) {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.orderTitle} lead={t.orderLead} />
      <Form hidden={{ id }} files>
        <FieldFrame name="photo" label={t.photo} hint={t.photoHint} error={errorAt(refused, 'photo')}>
          <input className="ds-input" type="file" id="photo" name="photo" accept="image/*" aria-describedby="photo-hint" />
        </FieldFrame>
        <RecordForm
          fields={orderFields}
          texts={t.order}
          values={order}
          offers={offers}
          shown={offers.replaces.choices.length > 0 ? ['uses', 'zones', 'delivery', 'replaces'] : ['uses', 'zones', 'delivery']}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.send}</Button>
          <LinkButton href="/id-kort" variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}
