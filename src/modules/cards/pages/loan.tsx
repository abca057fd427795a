import { formatShort } from '../../../kernel/calendar/words.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, PostButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import type { Loan } from '../card.ts'
import { loanFields } from '../fields.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly loan: Loan
  readonly names: OffersByName
  readonly may: { readonly lend: boolean; readonly lose: boolean; readonly deactivate: boolean }
  readonly isHolder: boolean
  readonly now: Date
  readonly locale: Locale
} & After

/** One loan: who had which card, when, and that it is lost. */
export function ShowLoan({ loan: { id, values }, names, may, isHolder, now, locale, refused }: Props) {
  const t = texts(locale)
  const { one, columns, out, handIn, deactivate, notDeactivated } = t.loans
  const { lentAt, handedInAt, lostAt, deactivatedAt } = values
  const when = (at: Date) => formatShort(at, locale)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.cardNumber ?? ''} kicker={one} />
      <KeyFacts
        facts={[
          { label: columns.holder, value: showValue(loanFields.holder, values.holder, { label: '' }, locale, names.holder) },
          { label: columns.lentAt, value: lentAt && when(lentAt) },
          { label: columns.handedInAt, value: handedInAt ? when(handedInAt) : out },
          ...(lostAt === null
            ? []
            : [
                { label: t.facts.lostAt, value: when(lostAt), tone: 'warning' as const },
                { label: t.facts.deactivatedAt, value: deactivatedAt ? when(deactivatedAt) : notDeactivated },
              ]),
        ]}
      />
      {lostAt !== null && isHolder && (
        <Notice tone="warning" locale={locale}>
          <p>{t.deviation}</p>
          <PostButton action={`/lanekort/${id}/avvik`} hidden={{ id: newId(now) }} variant="secondary">
            {t.reportDeviation}
          </PostButton>
        </Notice>
      )}
      <Actions>
        {may.deactivate && lostAt !== null && deactivatedAt === null && (
          <PostButton action={`/lanekort/${id}/sperring`}>{deactivate}</PostButton>
        )}
        {may.lend && handedInAt === null && (
          <PostButton action={`/lanekort/${id}/innlevering`} variant={lostAt === null ? 'primary' : 'secondary'}>
            {handIn}
          </PostButton>
        )}
        {may.lose && handedInAt === null && lostAt === null && (
          <CertainButton action={`/lanekort/${id}/tap`} follows={t.lossFollows} locale={locale}>
            {t.deeds.reportLoss}
          </CertainButton>
        )}
      </Actions>
    </Stack>
  )
}
