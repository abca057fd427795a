import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Card, Loan } from '../card.ts'
import { texts } from '../texts.ts'

type Props = { readonly cards: readonly Card[]; readonly loans: readonly Loan[]; readonly locale: Locale }

/** Each card somebody has, their own and those they have borrowed, to be reported at once (S4-206). */
export function LostPage({ cards, loans, locale }: Props) {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <PageHeading title={t.lostTitle} lead={t.lostLead} />
      {cards.length + loans.length === 0 ? (
        <Empty
          title={t.noCards}
          action={
            <LinkButton href="/avvik/ny" variant="secondary">
              {t.reportDeviation}
            </LinkButton>
          }
        >
          {t.noCardsText}
        </Empty>
      ) : (
        <TaskList
          tasks={[
            ...cards.map(({ id, version, values }) => ({
              name: values.cardNumber ?? t.one,
              href: `/id-kort/${id}`,
              hint: values.uses.map((one) => t.order.uses.choices[one]).join(', '),
              action: (
                <CertainButton action={`/id-kort/${id}/tap`} hidden={{ version }} follows={t.lossFollows} locale={locale}>
                  {t.deeds.reportLoss}
                </CertainButton>
              ),
            })),
            ...loans.map(({ id, values }) => ({
              name: t.held.loan(values.cardNumber ?? ''),
              href: `/lanekort/${id}`,
              action: (
                <CertainButton action={`/lanekort/${id}/tap`} follows={t.lossFollows} locale={locale}>
                  {t.deeds.reportLoss}
                </CertainButton>
              ),
            })),
          ]}
        />
      )}
    </Stack>
  )
}
