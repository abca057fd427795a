import { type Role, worksAs } from '../../../../kernel/actor.ts'
import { Deadline } from '../../../../ui/deadline.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { titleOf } from '../../../people/public.ts'
import type { Task } from '../../../tasks/public.ts'
import type { Deviation } from '../../deviation.ts'
import { nearestClock } from '../../regime-clock.ts'
import { overviewTexts } from '../texts.ts'
import type { CaseProps } from './section.tsx'

/** The parts of a case that something may be left to do in. */
type WorkPlace = 'handling' | 'assessment' | 'authority' | 'subjects' | 'regimes' | 'questions' | 'closing'

const places: Readonly<Record<string, WorkPlace>> = {
  'deviation.take': 'handling',
  'deviation.contain': 'handling',
  'deviation.assess': 'assessment',
  'deviation.signOff': 'assessment',
  'deviation.decideAuthority': 'authority',
  'deviation.notifyAuthority': 'authority',
  'deviation.informSubjects': 'subjects',
  'deviation.announce': 'subjects',
  'deviation.answer': 'questions',
  'deviation.closeInternal': 'closing',
  'deviation.decideClosing': 'closing',
  'deviation.followUp': 'closing',
}

/** A later module's task belongs where its page does. */
function placeOf({ kind, href }: Task): WorkPlace {
  if (href.includes('/datatilsynet')) return 'authority'
  if (href.includes('/berorte')) return 'subjects'
  if (href.includes('/regelverk/')) return 'regimes'
  return places[kind] ?? 'handling'
}

type Seen = Pick<CaseProps, 'view' | 'surroundings' | 'actor' | 'locale'>

const tasksIn = (place: WorkPlace, { surroundings }: Pick<Seen, 'surroundings'>): readonly Task[] =>
  surroundings.tasks.filter((task) => placeOf(task) === place)

const isMine = (task: Task, actor: CaseProps['actor']): boolean =>
  task.personId ? task.personId === actor.personId : worksAs(actor, ...task.roles)

/** A person's name, else the titles of those who may take it. */
const holderOf = (task: Task, { view, surroundings, locale }: Seen): string =>
  (task.personId
    ? surroundings.names.get(task.personId)
    : task.roles.map((role) => titleOf(view.profile, role as Role, locale)).join(', ')) || overviewTexts(locale).page.tasks.everyone

/** Where each task is done. */
const paths: Readonly<Record<string, string>> = {
  'deviation.contain': 'behandling/stans',
  'deviation.settleData': 'personopplysninger',
  'deviation.assess': 'vurdering',
  'deviation.decideBreach': 'brudd',
  'deviation.decideSubjects': 'informering',
  'deviation.triage': 'veivalg',
  'deviation.decideAuthority': 'varsling',
  'deviation.notifyAuthority': 'datatilsynet',
  'deviation.informSubjects': 'berorte',
  'deviation.announce': 'kunngjoring',
  'deviation.signOff': 'signering',
  'deviation.closeInternal': 'lukking',
  'deviation.decideClosing': 'lukking',
  'deviation.followUp': 'oppfolging',
}

/** A later module's task says itself where it is done; to take the case is done on its own page. */
function workHref(task: Task, { id, inquiries }: Deviation): string | undefined {
  const mine = task.kind === 'deviation.answer' && inquiries.find((one) => one.personId === task.personId && !one.answeredAt)
  if (mine) return `/avvik/${id}/sporsmal/${mine.id}`
  const path = paths[task.kind]
  if (path) return `/avvik/${id}/${path}`
  return task.href === `/avvik/${id}` ? undefined : task.href
}

type WorkProps = CaseProps & { readonly place: WorkPlace }

/** On whom this part of the case waits; none of them waits for the rest. A deadline of its own only: the case's stands on top. */
export function WaitsFor(props: WorkProps) {
  const { actor, locale, now, view } = props
  const t = overviewTexts(locale).page.tasks
  const open = tasksIn(props.place, props)
  if (open.length === 0) return null
  const others = [...new Set(open.filter((task) => !isMine(task, actor)).map((task) => holderOf(task, props)))]
  // Its state says when the next of those by other rules is due.
  const due = props.place === 'regimes' ? undefined : dueFirst(open.filter((task) => !isClock(task, clockOf(view))))
  return (
    <>
      {open.some((task) => isMine(task, actor)) && <Tag tone="accent">{t.mine}</Tag>}
      {others.length > 0 && <span className="v-soft">{others.length > 2 ? t.many(others.length) : t.waitsFor(others.join(', '))}</span>}
      {due?.dueAt && <Deadline due={due.dueAt} now={now} locale={locale} compact />}
    </>
  )
}

const clockOf = ({ deviation, profile }: CaseProps['view']): Date | null => nearestClock(deviation, profile)?.due ?? deviation.notifyBy
const isClock = ({ dueAt }: Task, clock: Date | null): boolean => dueAt !== null && dueAt.getTime() === clock?.getTime()
const dueFirst = (tasks: readonly Task[]): Task | undefined =>
  tasks.filter((task) => task.dueAt).toSorted((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))[0]

/** What is left to do in a part of the case and by whom, side by side; a link for whoever is to do it. */
export function Work(props: WorkProps) {
  const { view, actor, locale, now } = props
  const open = tasksIn(props.place, props)
  if (open.length === 0) return null
  const clock = clockOf(view)
  return (
    <TaskList
      tasks={open.map((task) => ({
        name: task.title[locale],
        href: isMine(task, actor) ? workHref(task, view.deviation) : undefined,
        hint: holderOf(task, props),
        deadline: task.dueAt && !isClock(task, clock) && <Deadline due={task.dueAt} now={now} locale={locale} compact />,
      }))}
    />
  )
}
