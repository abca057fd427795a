import type { Role } from '../../../kernel/actor.ts'
import { titleOf } from '../../people/public.ts'
import type { Task } from '../../tasks/public.ts'
import { casefileTexts } from '../casefile/texts.ts'
import type { Deviation } from '../deviation.ts'
import type { CaseProps } from './words.tsx'

/** The parts of a case that something may be left to do in. */
export type WorkPlace = 'handling' | 'assessment' | 'authority' | 'subjects' | 'questions' | 'closing'

const places: Readonly<Record<string, WorkPlace>> = {
  'deviation.take': 'handling',
  'deviation.contain': 'handling',
  'deviation.assess': 'assessment',
  'deviation.signOff': 'assessment',
  'deviation.decideAuthority': 'authority',
  'deviation.notifyAuthority': 'authority',
  'deviation.informSubjects': 'subjects',
  'deviation.answer': 'questions',
  'deviation.closeInternal': 'closing',
  'deviation.decideClosing': 'closing',
  'deviation.followUp': 'closing',
}

/** A later module's task belongs where its page does. */
function placeOf({ kind, href }: Task): WorkPlace {
  if (href.includes('/datatilsynet')) return 'authority'
  if (href.includes('/berorte')) return 'subjects'
  return places[kind] ?? 'handling'
}

type Seen = Pick<CaseProps, 'view' | 'surroundings' | 'actor' | 'locale'>

export const tasksIn = (place: WorkPlace, { surroundings }: Pick<Seen, 'surroundings'>): readonly Task[] =>
  surroundings.tasks.filter((task) => placeOf(task) === place)

export const isMine = (task: Task, actor: CaseProps['actor']): boolean =>
  task.personId ? task.personId === actor.personId : task.roles.some((role) => actor.roles.includes(role))

/** A person's name, else the titles of those who may take it. */
export const holderOf = (task: Task, { view, surroundings, locale }: Seen): string =>
  (task.personId
    ? surroundings.names.get(task.personId)
    : task.roles.map((role) => titleOf(view.profile, role as Role, locale)).join(', ')) || casefileTexts(locale).page.tasks.everyone

/** Where each task is done. */
const paths: Readonly<Record<string, string>> = {
  'deviation.contain': 'behandling/stans',
  'deviation.assess': 'vurdering',
  'deviation.decideAuthority': 'varsling',
  'deviation.notifyAuthority': 'datatilsynet',
  'deviation.informSubjects': 'berorte',
  'deviation.signOff': 'signering',
  'deviation.closeInternal': 'lukking',
  'deviation.decideClosing': 'lukking',
  'deviation.followUp': 'oppfolging',
}

/** A later module's task says itself where it is done; to take the case is done on its own page. */
export function workHref(task: Task, { id, inquiries }: Deviation): string | undefined {
  const mine = task.kind === 'deviation.answer' && inquiries.find((one) => one.personId === task.personId && !one.answeredAt)
  if (mine) return `/avvik/${id}/sporsmal/${mine.id}`
  const path = paths[task.kind]
  if (path) return `/avvik/${id}/${path}`
  return task.href === `/avvik/${id}` ? undefined : task.href
}
