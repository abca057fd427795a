import { Deadline } from '../../../ui/deadline.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Task } from '../../tasks/public.ts'
import { casefileTexts } from '../casefile/texts.ts'
import type { CaseProps } from './words.tsx'
import { holderOf, isMine, tasksIn, type WorkPlace, workHref } from './work.ts'

type WorkProps = CaseProps & { readonly place: WorkPlace }

/** On whom this part of the case waits; none of them waits for the rest. A deadline of its own only: the case's stands on top. */
export function WaitsFor(props: WorkProps) {
  const { actor, locale, now, view } = props
  const t = casefileTexts(locale).page.tasks
  const open = tasksIn(props.place, props)
  if (open.length === 0) return null
  const others = [...new Set(open.filter((task) => !isMine(task, actor)).map((task) => holderOf(task, props)))]
  const due = dueFirst(open.filter((task) => !isClock(task, view.deviation.notifyBy)))
  return (
    <>
      {open.some((task) => isMine(task, actor)) && <Tag tone="accent">{t.mine}</Tag>}
      {others.length > 0 && <span className="v-soft">{others.length > 2 ? t.many(others.length) : t.waitsFor(others.join(', '))}</span>}
      {due?.dueAt && <Deadline due={due.dueAt} now={now} locale={locale} compact />}
    </>
  )
}

const isClock = ({ dueAt }: Task, notifyBy: Date | null): boolean => dueAt !== null && dueAt.getTime() === notifyBy?.getTime()
const dueFirst = (tasks: readonly Task[]): Task | undefined =>
  tasks.filter((task) => task.dueAt).toSorted((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))[0]

/** What is left to do in a part of the case and by whom, side by side; a link for whoever is to do it. */
export function Work(props: WorkProps) {
  const { view, actor, locale, now } = props
  const open = tasksIn(props.place, props)
  if (open.length === 0) return null
  const { notifyBy } = view.deviation
  return (
    <TaskList
      tasks={open.map((task) => ({
        name: task.title[locale],
        href: isMine(task, actor) ? workHref(task, view.deviation) : undefined,
        hint: holderOf(task, props),
        deadline: task.dueAt && !isClock(task, notifyBy) && <Deadline due={task.dueAt} now={now} locale={locale} compact />,
      }))}
    />
  )
}
