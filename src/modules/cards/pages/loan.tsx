import { formatShort } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { PostButton } from '../../../ui/button.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import type { Loan } from '../card.ts'
import { loanFields } from '../fields.ts'
import { texts } from '../texts.ts'

type Props = { readonly loan: Loan; readonly names: OffersByName; readonly lends: boolean; readonly locale: Locale }

/** One loan: who had which card, and when. */
export function ShowLoan({ loan: { id, values }, names, lends, locale }: Props) {
  const { one, columns, out, handIn } = texts(locale).loans
  return (
    <Stack gap="lg">
      <PageHeading title={values.cardNumber ?? ''} kicker={one} />
      <KeyFacts
        facts={[
          { label: columns.holder, value: showValue(loanFields.holder, values.holder, { label: '' }, locale, names.holder) },
          { label: columns.lentAt, value: values.lentAt && formatShort(values.lentAt, locale) },
          { label: columns.handedInAt, value: values.handedInAt ? formatShort(values.handedInAt, locale) : out },
        ]}
      />
      {lends && values.handedInAt === null && <PostButton action={`/lanekort/${id}/innlevering`}>{handIn}</PostButton>}
    </Stack>
  )
}
