import type { Locale } from '../../../kernel/texts.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Card } from '../card.ts'
import { texts } from '../texts.ts'

/** One press for each card somebody has (S4-206). */
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
              <Form action={`/id-kort/${id}/tap`} version={version} unsaved={false}>
                <Button variant={cards.length === 1 ? 'primary' : 'secondary'}>{t.deeds.reportLoss}</Button>
              </Form>
            ),
          }))}
        />
      )}
    </Stack>
  )
}
