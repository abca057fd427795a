import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Section } from '../../../ui/section.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { reference } from '../deviation.ts'
import type { CaseLine } from '../queries-elsewhere.ts'
import { texts } from '../texts.ts'

/** On a system's page: its deviations (S1-13). */
export const DeviationsOfSystem = ({ cases, locale }: { readonly cases: readonly CaseLine[]; readonly locale: Locale }) => {
  const t = texts(locale)
  return (
    <Section title={t.ofSystem.title} locale={locale}>
      {cases.length === 0 ? (
        <p>{t.ofSystem.none}</p>
      ) : (
        <TaskList
          tasks={cases.map((line) => ({
            name: reference(line) ?? '',
            href: `/avvik/${line.id}`,
            hint: formatInstant(line.receivedAt, locale),
            status: t.statuses[line.status],
          }))}
        />
      )}
    </Section>
  )
}
