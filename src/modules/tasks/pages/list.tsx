import type { Locale } from '../../../kernel/texts.ts'
import { Deadline } from '../../../ui/deadline.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { fill } from '../../../ui/texts.ts'
import { inWhich, type Task, type TaskCounts } from '../task.ts'
import { texts } from '../texts.ts'

export type TasksPageProps = { readonly tasks: readonly Task[]; readonly counts: TaskCounts; readonly now: Date; readonly locale: Locale }

/** What to do, the most urgent first. A task is done by doing it, in its record: it has no box to tick. */
export function TasksPage({ tasks, counts, now, locale }: TasksPageProps) {
  const words = texts(locale)
  if (tasks.length === 0)
    return (
      <Stack>
        <PageHeading title={words.title} />
        <Empty title={words.none}>{words.noneText}</Empty>
      </Stack>
    )
  return (
    <Stack>
      <PageHeading title={words.title} lead={words.lead} count={words.open(counts.open)} />
      {counts.overdue > 0 && <p>{words.overdueLead(counts.overdue)}</p>}
      <TaskList
        tasks={tasks.map((task) => ({
          name: task.title[locale],
          href: task.href,
          hint: inWhich(task, locale),
          deadline: task.dueAt ? (
            <Deadline due={task.dueAt} now={now} locale={locale} compact />
          ) : (
            <span className="v-soft">{words.noDeadline}</span>
          ),
        }))}
      />
      {counts.open > tasks.length && <p className="v-soft">{fill(words.more, { n: tasks.length })}</p>}
    </Stack>
  )
}
