import { type Actor, hasRole, type Role, worksAs } from '../../kernel/actor.ts'
import { isAddress } from '../../kernel/address.ts'
import { addDays, endOfDay, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { changed, missing, type Values } from '../../kernel/fields.ts'
import { inAll, type Locale, type Localised } from '../../kernel/texts.ts'
import { type RegisterEvent, registerRules } from '../../register/rules.ts'
import type { TaskSpec } from '../tasks/public.ts'
import {
  completionFields,
  courseRecordFields,
  decisionFields,
  type heldCourseFields,
  needFields,
  postFields,
  requirementFields,
  resourceFields,
} from './fields.ts'
import { mayCoordinate } from './space.ts'
import type {
  Audience,
  Completion,
  Course,
  CourseEvent,
  Decision,
  Need,
  NeedEvent,
  Post,
  Reported,
  Requirement,
  RequirementEvent,
  Resource,
  ResourceEvent,
} from './training.ts'

export { mayCoordinate } from './space.ts'

/** Those who write what others learn from. */
export const mayWrite = (actor: Actor): boolean => mayCoordinate(actor) || hasRole(actor, 'admin', 'gdprUnit', 'privacyContact')
/** Those who see how training stands: a leader for the own people, a super user for the system (S4-103), and whoever coordinates. */
export const mayTrain = (actor: Actor): boolean => mayCoordinate(actor) || actor.leads.length > 0 || hasRole(actor, 'superUser')
/** Figures by unit, of those who oversee. */
export const seesFigures = (actor: Actor): boolean => mayCoordinate(actor) || hasRole(actor, 'controller', 'managementGroup', 'auditor')

/** The link of a resource as readers have it: none where it is empty, is no address, or somebody has found it broken (S0-11). */
export const shownLink = ({ link, linkWorks }: Pick<Resource['values'], 'link' | 'linkWorks'>): string | null =>
  link !== null && linkWorks !== 'no' && isAddress(link) ? link : null

const members: Readonly<Record<Audience, (actor: Actor) => boolean>> = {
  leaders: (actor) => actor.leads.length > 0 || hasRole(actor, 'leader', 'unitHead'),
  systemKeepers: (actor) => hasRole(actor, 'systemOwner', 'superUser'),
  privacyContacts: (actor) => hasRole(actor, 'privacyContact', 'dpo', 'privacyAdviser'),
}
export const isFor = (audiences: readonly Audience[], actor: Actor): boolean =>
  audiences.length === 0 || audiences.some((one) => members[one](actor))
export const isShown = ({ values }: Pick<Post, 'values'>, actor: Actor, today: LocalDate): boolean =>
  values.shownFrom !== null &&
  values.shownFrom <= today &&
  (values.shownUntil === null || values.shownUntil >= today) &&
  isFor(values.audiences, actor)

export const requirementRules = registerRules('training_requirement', requirementFields, {
  // Whoever keeps a system may be its super user alone: the command asks `mayKeepRequirement`.
  mayAdd: () => true,
  mayEdit: () => true,
  refuses: ({ appliesTo, roles, system, fulfilledBy, article, description, link }) => {
    if (appliesTo === 'roles' && (roles as readonly string[]).length === 0) return refuse('rolesMissing', ['roles'])
    if (appliesTo === 'users' && system === null) return refuse('systemMissing', ['system'])
    if (link !== null && !isAddress(link)) return refuse('notAnAddress', ['link'])
    if (article !== null && fulfilledBy !== 'acknowledgement') return refuse('articleIsConfirmed', ['fulfilledBy'])
    return fulfilledBy === 'acknowledgement' && article === null && description === null ? refuse('nothingToRead', ['description']) : null
  },
})
type Taught = Pick<Requirement['values'], 'article' | 'description' | 'link'>
/** What they read or learn is written anew. Of an article its editions know. */
export const teachesOther = (before: Taught, next: Taught): boolean =>
  next.article === null && before.article === null && (before.description !== next.description || before.link !== next.link)
/** Whether all are to do it again is said by whoever writes it anew, where somebody has done it. */
export const readAgainRefused = (before: Taught, next: Taught, readAgain: 'yes' | 'no' | null, isMet: boolean) =>
  isMet && readAgain === null && teachesOther(before, next) ? refuse('readAgainMissing', ['readAgain']) : null

/**
 * Who writes requirements at all, and who holds courses at all: door, button and command ask the same. `keepsSystems`: they are the super
 * user of some system; a role without a system opens nothing.
 */
export const mayRequire = (actor: Actor, keepsSystems: boolean): boolean => mayCoordinate(actor) || keepsSystems
export const mayHoldSome = (actor: Actor, keepsSystems: boolean): boolean => mayRequire(actor, keepsSystems) || actor.leads.length > 0
/** What is neither theirs to ask nor to teach is said at the question, with what they wrote. */
export const notTheirSystem = (field: 'system' | 'requirement') => refuse('ownSystemOnly', [field])

/** Who keeps a requirement: whoever coordinates, and the super user of the system it is about, for its users alone. */
export const mayKeepRequirement = ({ values }: Pick<Requirement, 'values'>, superUser: string | null, actor: Actor): boolean =>
  mayCoordinate(actor) || (values.system !== null && superUser === actor.personId && values.appliesTo === 'users')

/** Read, and understood: by whoever it applies to. */
export function acknowledge(requirement: Requirement, met: boolean): Outcome<Requirement, RequirementEvent> {
  const { fulfilledBy, article, inForce } = requirement.values
  if (fulfilledBy !== 'acknowledgement' || article !== null || inForce !== 'yes') return refuse('notNow')
  return met ? refuse('nothingChanged') : change<Requirement, RequirementEvent>(requirement, { type: 'training_requirement.acknowledged' })
}

type Lacking = { readonly name: string; readonly lacks: boolean; readonly keeper: string | null }
/** What there is nothing to take from is to be offered: by the super user of its system, or by those who coordinate. */
export const offerTasks = ({ name, lacks, keeper }: Lacking, dueAt: Date, title: Localised): readonly TaskSpec[] =>
  lacks
    ? [
        {
          ...{ kind: 'training_requirement.offer', title, about: inAll(() => name), roles: receivers, dueAt, remindAtHoursLeft: [24 * 2] },
          ...(keeper === null ? {} : { personId: keeper }),
        },
      ]
    : []

export const courseRules = registerRules('training_course', courseRecordFields, {
  // As above: the command asks `mayHold` and `mayKeepCourse`.
  mayAdd: () => true,
  mayEdit: () => true,
})
export const mayHold = (superUser: string | null, actor: Actor): boolean =>
  mayCoordinate(actor) || actor.leads.length > 0 || superUser === actor.personId
type HeldAnswers = Values<typeof heldCourseFields>
type Held = Pick<Course, 'values'> & { readonly superUser: string | null }
/** Who sees and changes who takes part: whoever holds it, the super user of the system, and whoever coordinates. */
export const mayKeepCourse = ({ values, superUser }: Held, actor: Actor): boolean =>
  mayCoordinate(actor) || values.responsible === actor.personId || superUser === actor.personId
/** Held: those who took part have met what it teaches. */
export function completeCourse(course: Course, participants: number, today: LocalDate): Outcome<Course, CourseEvent> {
  const { doneOn, heldOn } = course.values
  if (doneOn !== null) return refuse('nothingChanged')
  if (heldOn === null || heldOn > today) return refuse('notHeldYet', ['heldOn'])
  if (participants === 0) return refuse('nobodyTookPart')
  const values = { ...course.values, doneOn: today }
  return change<Course, CourseEvent>({ ...course, values }, { type: 'training_course.completed', participants })
}
/** Who took part. Of a course that has been held it is put right, with the reason: what it gave follows. */
export function changeParticipants(
  course: Course,
  type: 'signedUp' | 'takenOff',
  there: boolean,
  correction: string | null,
): Outcome<Course, CourseEvent> {
  if (there === (type === 'signedUp')) return refuse('nothingChanged')
  const event = { type: `training_course.${type}` } as const
  if (course.values.doneOn === null) return change<Course, CourseEvent>(course, event)
  if (correction === null) return refuse('correctionMissing', ['correction'])
  return change<Course, CourseEvent>({ ...course, values: { ...course.values, correction } }, event, { type: 'training_course.corrected' })
}
type Gave = Pick<Course['values'], 'doneOn' | 'heldOn' | 'requirement'>
/** Whether what a course gave follows another day, or is of something else. */
export const movesWhatItGave = (before: Gave, next: Pick<Gave, 'heldOn' | 'requirement'>): boolean =>
  before.doneOn !== null && (before.heldOn !== next.heldOn || before.requirement !== next.requirement)
/** Another day, or another requirement, after it was held: with the reason. On a day that is ahead it has not been held. */
export function editCourse(course: Course, written: HeldAnswers, actor: Actor, today: LocalDate): Outcome<Course, CourseEvent> {
  const { doneOn, correction } = course.values
  const moves = movesWhatItGave(course.values, written)
  const isAhead = written.heldOn !== null && written.heldOn > today
  const values = { ...written, correction: written.correction ?? correction, doneOn: moves && isAhead ? null : doneOn }
  const outcome: Outcome<Course, CourseEvent> = courseRules.edit(course, values, actor)
  if (!outcome.ok || !moves) return outcome
  if (written.correction === null) return refuse('correctionMissing', ['correction'])
  return { ...outcome, events: [...outcome.events, { type: 'training_course.corrected' }] }
}

export const completionRules = registerRules('training_completion', completionFields, {
  mayAdd: mayCoordinate,
  mayEdit: (_, actor) => mayCoordinate(actor),
})
/** What a course gave, after the course was put right. */
export function moveCompletion(
  completion: Completion,
  to: { readonly requirement: string; readonly completedOn: LocalDate },
): Outcome<Completion, RegisterEvent<'training_completion'>> {
  const values = { ...completion.values, ...to }
  const fields = changed(completionFields, completion.values, values)
  return fields.length === 0
    ? refuse('nothingChanged')
    : change<Completion, RegisterEvent<'training_completion'>>({ ...completion, values }, { type: 'training_completion.edited', fields })
}
export const isAhead = ({ completedOn }: { readonly completedOn: LocalDate | null }, today: LocalDate) =>
  completedOn !== null && completedOn > today ? refuse('notYet', ['completedOn']) : null

export const resourceRules = registerRules('training_resource', resourceFields, {
  mayAdd: mayWrite,
  mayEdit: (_, actor) => mayWrite(actor),
  refuses: ({ link }) => (link === null || isAddress(link) ? null : refuse('notAnAddress', ['link'])),
})
/** Whoever meets a link that leads nowhere says so, and nobody else meets it. */
export function sayBroken(resource: Resource): Outcome<Resource, ResourceEvent> {
  if (shownLink(resource.values) === null) return refuse('nothingChanged')
  const values = { ...resource.values, linkWorks: 'no' as const }
  return change<Resource, ResourceEvent>({ ...resource, values }, { type: 'training_resource.linkBroken' })
}

export const postRules = registerRules('training_post', postFields, {
  mayAdd: mayWrite,
  mayEdit: (_, actor) => mayWrite(actor),
  refuses: ({ shownFrom, shownUntil }) =>
    shownFrom !== null && shownUntil !== null && shownUntil < shownFrom ? refuse('endsBeforeStart', ['shownUntil']) : null,
})

// Needs (S0-09).

/** How many days a leader has to answer. */
export const needDays = 14
const receivers: readonly Role[] = ['ciso', 'dpo']
export const mayDecide = ({ values }: Need, actor: Actor): boolean =>
  values.receiver !== null ? values.receiver === actor.personId : worksAs(actor, ...receivers)
/** Its own space: whoever reported it, whoever decides, and those who coordinate. */
export const seesNeed = (need: Need, actor: Actor): boolean =>
  need.values.reportedBy === actor.personId || need.values.decidedBy === actor.personId || mayDecide(need, actor) || mayCoordinate(actor)

export function reportNeed(
  id: string,
  reported: Reported,
  to: { readonly leader: string | null; readonly unit: string | null },
  actor: Actor,
  now: Date,
): Outcome<Need, NeedEvent> {
  const gaps = missing(needFields, reported)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const standing = {
    ...{ unit: to.unit, status: 'reported' as const, reportedBy: actor.personId, reportedAt: now, receiver: to.leader },
    ...{ dueOn: addDays(localDate(now), needDays), plannedOn: null, reason: null, decidedBy: null, decidedAt: null },
  }
  return change<Need, NeedEvent>({ id, version: 1, values: { ...reported, ...standing } }, { type: 'training_need.reported' })
}

/** Planned with a day, closed, or rejected with a reason. What is planned may be planned anew. */
export function decideNeed(need: Need, decision: Decision, actor: Actor, now: Date): Outcome<Need, NeedEvent> {
  if (!mayDecide(need, actor)) return refuse('notAllowed')
  const gaps = missing(decisionFields, decision)
  if (gaps.length > 0 || decision.status === null) return refuse('incomplete', gaps)
  const { status, plannedOn, reason } = decision
  const { values } = need
  if (values.status === 'closed' || values.status === 'rejected')
    return refuse(values.status === status && values.reason === reason ? 'nothingChanged' : 'decidedAlready')
  if (status === 'planned' && plannedOn === null) return refuse('dayMissing', ['plannedOn'])
  if (status === 'rejected' && reason === null) return refuse('reasonMissing', ['reason'])
  const day = status === 'planned' ? plannedOn : values.plannedOn
  if (values.status === status && values.plannedOn === day && values.reason === reason) return refuse('nothingChanged')
  const next = { ...values, status, plannedOn: day, reason, decidedBy: actor.personId, decidedAt: now }
  return change<Need, NeedEvent>({ ...need, values: next }, { type: `training_need.${status}` })
}

/** The leader's task until it is decided, and again when the planned day has come: then it is closed. What is asked stands in no task. */
export function needTasks({ values }: Need, title: (locale: Locale) => string): readonly TaskSpec[] {
  if (values.status === 'closed' || values.status === 'rejected') return []
  const due = values.status === 'planned' ? values.plannedOn : values.dueOn
  return [
    {
      kind: 'training_need.decide',
      title: inAll(title),
      roles: receivers,
      dueAt: due === null ? null : endOfDay(due),
      remindAtHoursLeft: [24 * 2],
      ...(values.receiver === null ? {} : { personId: values.receiver }),
    },
  ]
}
