import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { fill } from '../../../ui/texts.ts'
import type { Missing } from '../queries.ts'
import { texts } from '../texts.ts'
import { shortened } from './state.tsx'

/** Routines that somebody could not find, a list for each unit, with whose task each is and by when (S0-08, S2-52). */
export function MissingPage({ missing, locale }: { readonly missing: readonly Missing[]; readonly locale: Locale }) {
  const t = texts(locale).missing
  const byUnit = [...Map.groupBy(missing, ({ unitName }) => unitName ?? t.noUnit)]
  const add = <LinkButton href="/sporsmal/nytt?type=routine">{t.add}</LinkButton>
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={missing.length > 0 ? add : undefined} />
      {missing.length === 0 ? (
        <Empty title={t.none} action={add}>
          {t.noneText}
        </Empty>
      ) : (
        each(byUnit, ([unit, rows]) => (
          <Section title={fill(t.of, { unit, count: rows.length })} locale={locale}>
            <TaskList
              tasks={rows.map(({ about, owner, dueOn, answered }) => ({
                name: shortened(about),
                hint: owner === null ? undefined : fill(t.owner, { name: owner }),
                deadline: dueOn === null || answered ? undefined : formatDate(dueOn, locale),
                status: <StatusTag tone={answered ? 'success' : 'warning'}>{answered ? t.done : t.open}</StatusTag>,
              }))}
            />
          </Section>
        ))
      )}
    </>
  )
}
