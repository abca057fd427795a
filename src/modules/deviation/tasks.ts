import type { Role } from '../../kernel/actor.ts'
import { parseLocal } from '../../kernel/calendar/calendar.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { Profile } from '../organisation/public.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { clockRuns } from './clock.ts'
import { followUpPoints } from './closing/rules.ts'
import type { Deviation } from './deviation.ts'
import type { Texts } from './texts.nb.ts'
import { texts } from './texts.ts'
import { titleInAll } from './title.ts'

/**
 * Which tasks a case should have now, worked out from its state and nothing else (docs/decisions/0008). Containment and
 * assessment stand open together from the first minute; neither waits for the other (S3-24). Each role may open the case. What was
 * left to do outlives it (S4-154).
 */
export function dueTasks(deviation: Deviation, profile: Profile, people: People = { systemOwner: null }): readonly TaskSpec[] {
  const { status, notifyBy } = deviation
  if (status === 'draft') return []
  const queue = deviation.queueRoles as readonly Role[]
  const rolesOf = (roles: readonly Role[]) =>
    deviation.accessRoles.some((role) => (roles as readonly string[]).includes(role)) ? roles : queue
  const { assessment, authority, subjectMessage, closing } = profile
  const remind = { remindAtHoursLeft: authority.remindAtHoursLeft }
  const due: TaskSpec[] = []
  // Whoever is only asked reads the question, not what the case is called.
  const about = titleInAll(deviation)
  const add = (kind: keyof Texts['tasks'], spec: Omit<TaskSpec, 'kind' | 'title'>, when: boolean) =>
    when && due.push({ kind: `deviation.${kind}`, title: titleOf(kind), ...(kind === 'answer' ? {} : { about }), ...spec })

  if (status === 'proposed' || status === 'closed')
    for (const { id, dueOn } of followUpPoints(deviation))
      add('followUp', { key: id, ...held(deviation.takenBy), roles: queue, dueAt: dueOn ? endOf(dueOn) : null }, true)
  if (status === 'closed') return due

  const assessed = deviation.assessedAt !== null && deviation.assessment.level !== null
  const running = clockRuns(deviation)
  add('take', { roles: queue, dueAt: null }, status === 'received')
  add('contain', { ...held(deviation.takenBy), roles: queue, dueAt: null }, deviation.handling.contained !== 'yes')
  add('assess', { roles: rolesOf(assessment.assessors), dueAt: notifyBy, ...remind }, running && !assessed)
  add(
    'decideAuthority',
    { roles: rolesOf(assessment.deciders), dueAt: notifyBy, ...remind },
    running && assessed && deviation.authorityTrack === 'undecided',
  )
  add('notifyAuthority', { roles: rolesOf(authority.senders), dueAt: notifyBy, ...remind }, deviation.authorityTrack === 'owed')
  add('informSubjects', { roles: rolesOf(subjectMessage.drafters), dueAt: null }, deviation.subjectsTrack === 'owed')
  add('decideClosing', { roles: rolesOf(closing.deciders), dueAt: null }, status === 'proposed')
  add(
    'closeInternal',
    { ...held(deviation.report.affectedLeader), roles: rolesOf(assessment.assessors), dueAt: null },
    deviation.triage === 'internal' && assessment.leaderClosesInternal && status === 'open',
  )
  if (running && assessed && status === 'open') {
    for (const role of assessment.jointly) {
      // The owner of this case's system, not everyone who owns some system: where there is none, those who assess must find one.
      const who = role === 'systemOwner' ? { ...held(people.systemOwner), roles: rolesOf(assessment.assessors) } : { roles: [role] }
      add('signOff', { key: role, ...who, dueAt: notifyBy }, !deviation.signOffs.some((signOff) => signOff.role === role))
    }
  }
  for (const inquiry of deviation.inquiries) {
    // A protected reporter has no task: it would tell who it is. The question waits on the reporter's own page (S4-131).
    if (inquiry.answeredAt === null && inquiry.personId !== null)
      add('answer', { key: inquiry.id, personId: inquiry.personId, roles: queue, dueAt: inquiry.dueAt }, true)
  }
  return due
}

/** Who signs as system owner in this case, where that is known (access.ts). */
type People = { readonly systemOwner: string | null }

/** What is due on a day may be done that whole day. */
const endOf = (date: string): Date | null => {
  const read = parseLocal(`${date}T23:59`)
  return read.ok ? read.at : null
}

const held = (personId: string | null) => (personId ? { personId } : {})

const titleOf = (kind: keyof Texts['tasks']): Localised => inAll((locale) => texts(locale).tasks[kind])
