import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import type { Granting } from '../access.ts'
import { grantFields } from '../fields.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly id: string
  readonly values: Granting
  readonly offers: Offers<typeof grantFields>
  readonly locale: Locale
} & After

export function GrantPage({ id, values, offers, locale, refused, conflict }: Props) {
  const t = texts(locale)
  return (
    <FormFrame
      title={t.newTitle}
      lead={t.newLead}
      hidden={{ id }}
      save={t.add}
      back="/tilganger"
      refused={refused}
      conflict={conflict}
      locale={locale}
    >
      <RecordForm
        fields={grantFields}
        texts={t.grant}
        values={values}
        offers={offers}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}
