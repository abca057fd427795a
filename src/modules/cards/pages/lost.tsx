import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Card } from '../card.ts'
import { texts } from '../texts.ts'

/** Each card somebody has, to be reported at once (S4-206). */
export function LostPage({ cards, locale }: { readonly cards: readonly Card[]; readonly locale: Locale }) {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <PageHeading title={t.lostTitle} lead={t.lostLead} />
      {cards.length === 0 ? (
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
          tasks={cards.map(({ id, version, values }) => ({
            name: values.cardNumber ?? t.one,
            href: `/id-kort/${id}`,
            hint: values.uses.map((one) => t.order.uses.choices[one]).join(', '),
            action: (
              <CertainButton action={`/id-kort/${id}/tap`} hidden={{ version }} follows={t.lossFollows} locale={locale}>
                {t.deeds.reportLoss}
              </CertainButton>
            ),
          }))}
        />
      )}
    </Stack>
  )
}
