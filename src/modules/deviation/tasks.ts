import type { Role } from '../../kernel/actor.ts'
import { parseLocal } from '../../kernel/calendar/calendar.ts'
import { inAll, type Locale, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { announcementWaits } from './announced.ts'
import { clockBasis, clockRuns } from './clock.ts'
import type { Deviation, Measure } from './deviation.ts'
import { duties } from './duties.ts'
import type { Regime } from './fields-regimes.ts'
import type { Profile } from './profile.ts'
import { type RegimeStep, type RegimeWait, regimeWaits } from './regime-clock.ts'
import { followUpPoints, isGiven } from './responsible.ts'
import { fallenBecause, standingSignOffs } from './rests.ts'
import { assessmentOf, dutyRulesOf } from './risk-answers.ts'
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
  const add = (kind: keyof Texts['tasks'], spec: Omit<TaskSpec, 'kind' | 'title'> & Partial<Pick<TaskSpec, 'title'>>, when: boolean) =>
    when &&
    due.push({
      kind: `deviation.${kind}`,
      title: titleOf(kind, deviation.notifyByAssumed && spec.dueAt !== null && spec.dueAt === notifyBy),
      ...(spec.href || kind === 'answer' ? {} : { about }),
      ...spec,
    })

  for (const point of followUpPoints(deviation)) {
    const left = status === 'proposed' || status === 'closed'
    const dueAt = point.dueOn ? endOf(point.dueOn) : null
    add('followUp', { key: point.id, ...whoDoes(point, deviation, people), dueAt }, left || (status === 'open' && isGiven(point)))
  }
  // What is told by other rules may come a month later, and outlives the handling.
  for (const { regime, step, due: dueAt } of regimeWaits(deviation, profile)) {
    const href = `/avvik/${deviation.id}/regelverk/${regime}`
    const title = inAll((locale) => taskOfRegime({ regime, step }, locale))
    const spec = { ...held(deviation.takenBy), roles: queue, dueAt, ...remind, href, title }
    if (step === 'answer') add('regimeAnswer', { ...spec, key: regime }, true)
    else add(toldTask(regime, step), spec, true)
  }
  const addAnswers = () => {
    // A protected reporter has no task: it would tell who it is. The question waits on the reporter's own page (S4-131).
    for (const { id: key, answeredAt, dueAt, personId } of deviation.inquiries)
      if (answeredAt === null && personId !== null) add('answer', { key, personId, roles: queue, dueAt }, true)
  }
  // What was asked in a case that goes on in another still waits for its answer.
  if (deviation.mergedInto !== null) addAnswers()
  if (status === 'closed') return due

  const assessed = deviation.assessedAt !== null && deviation.assessment.level !== null
  const running = clockRuns(deviation)
  add('take', { roles: queue, dueAt: null }, status === 'received')
  const assumed = clockBasis(deviation) === 'assumed'
  const handlers = { ...held(deviation.takenBy), roles: queue }
  add('settleData', { ...handlers, dueAt: notifyBy }, assumed)
  add('contain', { ...held(deviation.takenBy), roles: queue, dueAt: null }, deviation.handling.contained !== 'yes')
  add('assess', { roles: rolesOf(assessment.assessors), dueAt: notifyBy, ...remind }, running && !assessed)
  const undecided = deviation.breach === null && deviation.report.personalData !== 'no' && status !== 'proposed'
  // From the first minute the risk is assessed; that it is decided whether it is a breach is asked when it is, and when that fell.
  add(
    'decideBreach',
    { roles: rolesOf(assessment.deciders), dueAt: null },
    undecided && (assessed || fallenBecause(deviation, 'breach') !== null),
  )
  add(
    'decideAuthority',
    { roles: rolesOf(assessment.deciders), dueAt: notifyBy, ...remind },
    running && assessed && deviation.authorityTrack === 'undecided',
  )
  add('notifyAuthority', { roles: rolesOf(authority.senders), dueAt: notifyBy, ...remind }, deviation.authorityTrack === 'owed')
  // Where the answers ask for a notification and no letter, the notification is the one task; that nobody is told is confirmed after it (S3-26).
  const waits = deviation.authorityTrack === 'owed' && duties(assessmentOf(deviation), dutyRulesOf(profile)).subjects.required === 'no'
  add(
    'decideSubjects',
    { roles: rolesOf(assessment.deciders), dueAt: null },
    running && assessed && status === 'open' && deviation.subjectsTrack === 'undecided' && !waits,
  )
  const way = assessment.leaderClosesInternal && fallenBecause(deviation, 'triage') !== null
  add('triage', { roles: rolesOf(assessment.assessors), dueAt: null }, way && status === 'open' && wayIsOpen(deviation))
  add('informSubjects', { roles: rolesOf(subjectMessage.drafters), dueAt: null }, deviation.subjectsTrack === 'owed')
  add('announce', { ...handlers, dueAt: null }, announcementWaits(deviation) && status !== 'proposed')
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
      add('signOff', { key: role, ...who, dueAt: notifyBy }, !standingSignOffs(deviation).some((signOff) => signOff.role === role))
    }
  }
  addAnswers()
  return due
}

/**
 * Whoever a measure is given to has its task; one given to nobody is whoever took the case's. A role that nobody holds is worked by its
 * stand-in, and a person who leaves hands it to the queue. They may not know the case, so the task leads to the measure and nothing else.
 */
function whoDoes({ responsiblePerson, responsibleRole }: Measure, { id, takenBy, report, queueRoles }: Deviation, { systemOwner }: People) {
  const roles = queueRoles as readonly Role[]
  const href = `/avvik/${id}/oppfolging`
  if (responsiblePerson) return { personId: responsiblePerson, roles, href }
  if (responsibleRole === 'leader') return { ...held(report.affectedLeader), roles, href }
  if (responsibleRole === 'systemOwner') return { ...held(systemOwner), roles, href }
  return responsibleRole ? { roles: [responsibleRole], href } : { ...held(takenBy), roles }
}

const regimeTask = { warning: 'regimeWarning', update: 'regimeUpdate', report: 'regimeReport' } as const
const toldTask = (regime: Regime, step: RegimeStep) => (regime === 'processor' ? 'regimeController' : regimeTask[step])

/** What waits by other rules, with which rules: two of them in one case are two tasks, and read as two. */
export const taskOfRegime = ({ regime, step }: Pick<RegimeWait, 'regime' | 'step'>, locale: Locale): string => {
  const { regimeAnswers, tasks } = texts(locale)
  return step === 'answer' ? regimeAnswers[regime] : tasks[toldTask(regime, step)]
}

/** Who signs as system owner in this case, where that is known (access.ts). */
type People = { readonly systemOwner: string | null }

/** What is due on a day may be done that whole day. */
const endOf = (date: string): Date | null => {
  const read = parseLocal(`${date}T23:59`)
  return read.ok ? read.at : null
}

/** What is to be told to Datatilsynet is not the leader's: there is nothing to choose (S3-14). */
const wayIsOpen = ({ authorityTrack }: Deviation): boolean => authorityTrack === 'undecided' || authorityTrack === 'notOwed'

const held = (personId: string | null) => (personId ? { personId } : {})

/** A deadline that is only assumed says so where its task stands, also in a list of tasks and in a reminder. */
const titleOf = (kind: keyof Texts['tasks'], assumed: boolean): Localised =>
  inAll((locale) => {
    const { tasks, assumedDeadline } = texts(locale)
    return assumed ? `${tasks[kind]} (${assumedDeadline})` : tasks[kind]
  })
