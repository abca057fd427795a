import type { Role } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Section } from '../../../ui/section.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { HeldTask } from '../queries.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly tasks: readonly HeldTask[]
  /** Open tasks that stand for the roles that become vacant. */
  readonly waiting: number
  /** Who gets a task that stands for these roles, by title; empty: nobody until the role is given. */
  readonly getters: (roles: readonly Role[]) => readonly string[]
  /** The person works here on, and keeps what they may still open. */
  readonly stays: boolean
  readonly locale: Locale
}

/** What somebody who leaves has to do, and who gets it: by number of case and never by its title. */
export function HeldWork({ tasks, waiting, getters, stays, locale }: Props) {
  const t = texts(locale).held
  return (
    <Section title={t.title} locale={locale}>
      {tasks.length === 0 && <p>{t.none}</p>}
      {tasks.length > 0 && (
        <TaskList
          tasks={tasks.map((task) => ({
            name: [task.reference, task.title[locale]].filter(Boolean).join(' · '),
            hint: stays ? undefined : getters(task.roles).length > 0 ? t.goesTo(getters(task.roles).join(', ')) : t.goesToNobody,
          }))}
        />
      )}
      {stays && tasks.length > 0 && <p>{t.stays}</p>}
      {waiting > 0 && <p>{t.waiting(waiting)}</p>}
      {!stays && <p className="v-soft">{t.drafts}</p>}
    </Section>
  )
}
