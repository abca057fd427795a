import { type Actor, hasRole, overseesUnits } from '../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import { registerRules } from '../../register/rules.ts'
import {
  activityFields,
  auditFields,
  documentFields,
  exerciseFields,
  findingFields,
  inspectionFields,
  meetingFields,
  objectiveFields,
  requirementFields,
} from './fields.ts'
import type { Activity, ActivityEvent, Audit, AuditState, DocumentEvent, GoverningDocument, HeldFinding } from './internal-control.ts'
import type { ControlProfile } from './profile.ts'

/** Those who coordinate internal control: they plan audits, keep requirements and documents, and make tasks for any unit (S4-087). */
export const mayCoordinate = (actor: Actor): boolean => hasRole(actor, 'dpo', 'ciso', 'controller', 'privacyAdviser', 'gdprUnit')

/** Findings tell where we are weak: read by those who lead, answer for systems, or oversee. */
export const mayReadFindings = (actor: Actor): boolean =>
  mayCoordinate(actor) ||
  hasRole(actor, 'managementGroup', 'auditor', 'itHead', 'unitHead', 'leader', 'systemOwner', 'privacyContact', 'cert', 'centralAssessor')

export const leadsUnit = (unit: string | null, actor: Actor): boolean => unit !== null && actor.leads.includes(unit)
export const mayLogMeeting = (actor: Actor): boolean => actor.leads.length > 0 || mayCoordinate(actor)

type FollowUp = {
  readonly action: string | null
  readonly dueOn: LocalDate | null
  readonly closedOn: LocalDate | null
  readonly outcome: string | null
}
/** What is closed says what was done; an action has a day. */
function followedUp({ action, dueOn, closedOn, outcome }: FollowUp): Refusal | null {
  if (action !== null && dueOn === null) return refuse('actionWithoutDay', ['dueOn'])
  return closedOn !== null && outcome === null ? refuse('closedWithoutOutcome', ['outcome']) : null
}

export const requirementRules = registerRules('requirement', requirementFields, {
  mayAdd: mayCoordinate,
  mayEdit: ({ values }, actor) => mayCoordinate(actor) || values.owner === actor.personId,
})

export const auditRules = registerRules('security_audit', auditFields, {
  mayAdd: (actor) => mayCoordinate(actor) || hasRole(actor, 'auditor'),
  mayEdit: ({ values }, actor) =>
    mayCoordinate(actor) || values.leader === actor.personId || (values.team as readonly string[]).includes(actor.personId),
  refuses: ({ heldOn, results, conclusions }) => {
    if (heldOn === null && results !== null) return refuse('reportedBeforeHeld', ['heldOn'])
    return (results === null) === (conclusions === null)
      ? null
      : refuse('resultsWithConclusions', [results === null ? 'results' : 'conclusions'])
  },
})

/** The security manager takes part in every audit (S4-090). `managers`: who holds the role today; nobody: nothing is asked. */
export const lacksSecurityLead = (values: Values<typeof auditFields>, managers: readonly string[]): Refusal | null =>
  managers.length === 0 || managers.some((id) => values.leader === id || (values.team as readonly string[]).includes(id))
    ? null
    : refuse('lacksSecurityLead', ['team'])

export function auditState({ values }: Pick<Audit, 'values'>, today: LocalDate): AuditState {
  if (values.heldOn === null) return (values.plannedOn ?? '') < today ? 'late' : 'planned'
  return values.results === null ? 'held' : 'reported'
}

export const findingRules = registerRules('audit_finding', findingFields, {
  mayAdd: (actor) => mayCoordinate(actor) || hasRole(actor, 'auditor'),
  mayEdit: (record, actor) =>
    mayCoordinate(actor) ||
    hasRole(actor, 'auditor') ||
    record.values.owner === actor.personId ||
    (record as HeldFinding).leader === actor.personId,
  refuses: (values) => {
    // What breaks a rule is always put right by somebody; an improvement may be left.
    if (values.grade !== 'improvement' && values.action === null) return refuse('findingWithoutAction', ['action'])
    if (values.action !== null && values.owner === null) return refuse('actionWithoutOwner', ['owner'])
    return followedUp(values)
  },
})

type FindingAnswers = Values<typeof findingFields>
/** Whether somebody sees that it helped before it is closed: of what is serious always, of what is less where the profile says so. */
const isChecked = ({ grade }: FindingAnswers, { checksMinor }: ControlProfile): boolean =>
  grade === 'major' || (grade === 'minor' && checksMinor)
/** What waits for whoever led the audit: it is done, and nobody has seen yet that it helped. */
export const waitsForCheck = (values: FindingAnswers, profile: ControlProfile): boolean =>
  isChecked(values, profile) && values.doneOn !== null && values.closedOn === null
/** Who sees that it helped: whoever led the audit, where that is not the one who mended it; null: those who coordinate. */
export const checkerOf = ({ owner }: Pick<FindingAnswers, 'owner'>, leader: string | null): string | null =>
  leader === owner ? null : leader

/** Nobody closes alone what they have mended themselves (ISO/IEC 27001 10.2 d, the effect of an action is reviewed). `before`: as it stands; a lower grade is no way round. */
export function closingRefused(
  before: FindingAnswers | null,
  next: FindingAnswers,
  leader: string | null,
  actor: Actor,
  profile: ControlProfile,
): Refusal | null {
  if (next.closedOn === null || (before !== null && before.closedOn !== null)) return null
  if (!isChecked(next, profile) && (before === null || !isChecked(before, profile))) return null
  const owner = before?.owner ?? next.owner
  const checker = checkerOf({ owner }, leader)
  if (checker === null ? !mayCoordinate(actor) || owner === actor.personId : checker !== actor.personId)
    return refuse('leaderCloses', ['closedOn'])
  if (next.doneOn === null) return refuse('notDoneYet', ['doneOn'])
  return next.effect === null ? refuse('effectMissing', ['effect']) : null
}

/**
 * Nor on the way there: whoever mends a serious finding does not say that it is less serious, lay it to another audit, or give it away when
 * it is done. What decides who sees to it is another's to change.
 */
export function wayRoundRefused(
  before: FindingAnswers | null,
  next: FindingAnswers,
  actor: Actor,
  profile: ControlProfile,
): Refusal | null {
  if (before === null || before.owner !== actor.personId || before.closedOn !== null || !isChecked(before, profile)) return null
  const fields = [
    ...(isChecked(next, profile) ? [] : ['grade']),
    ...(next.audit === before.audit ? [] : ['audit']),
    ...(before.doneOn === null || next.owner === before.owner ? [] : ['owner']),
  ]
  return fields.length === 0 ? null : refuse('menderGrades', fields)
}

export const inspectionRules = registerRules('inspection', inspectionFields, {
  mayAdd: mayCoordinate,
  mayEdit: ({ values }, actor) => mayCoordinate(actor) || values.owner === actor.personId,
  refuses: followedUp,
})

/** The three that management's review decides on, the responsibility and the plan are approved by top management (S4-019). */
/** The page of a leader: of one's own units, or of all for who looks after all. */
export const hasUnits = (actor: Actor): boolean => actor.leads.length > 0 || overseesUnits(actor)
export const mayApproveDocument = (actor: Actor): boolean => hasRole(actor, 'controller', 'managementGroup')
const mayEditDocument = ({ values }: Pick<GoverningDocument, 'values'>, actor: Actor) =>
  mayCoordinate(actor) || (hasRole(actor, 'itHead') && values.kind === 'contingencyPlan') || values.owner === actor.personId
export const documentRules = registerRules('governing_document', documentFields, {
  mayAdd: (actor) => mayCoordinate(actor) || hasRole(actor, 'itHead'),
  mayEdit: (record, actor) => mayEditDocument(record as GoverningDocument, actor),
})
/** A document that says something else than what was approved is approved no more. */
export const approvalFalls = (before: GoverningDocument['values'], after: Values<typeof documentFields>): boolean =>
  before.content !== after.content || before.edition !== after.edition || before.place !== after.place || before.kind !== after.kind
export const waitsForApproval = ({ values }: GoverningDocument): boolean => values.inForce === 'yes' && values.approvedAt === null
export function approveDocument(record: GoverningDocument, actor: Actor, now: Date): Outcome<GoverningDocument, DocumentEvent> {
  if (!mayApproveDocument(actor)) return refuse('notAllowed')
  if (!waitsForApproval(record)) return refuse('nothingChanged')
  if (record.values.content === null && record.values.place === null) return refuse('documentEmpty', ['content'])
  const values = { ...record.values, approvedAt: now, approvedBy: actor.personId }
  return change<GoverningDocument, DocumentEvent>({ ...record, values }, { type: 'governing_document.approved' })
}

/** An objective is kept by those who coordinate and by its owner; it is reached by something that was done (S4-014). */
export const objectiveRules = registerRules('security_objective', objectiveFields, {
  mayAdd: mayCoordinate,
  mayEdit: ({ values }, actor) => mayCoordinate(actor) || values.owner === actor.personId,
  refuses: ({ state, measures, activities, assessedOn }) => {
    if (state === 'reached' && measures.length === 0 && activities.length === 0) return refuse('reachedByNothing', ['measures'])
    return state !== 'notStarted' && assessedOn === null ? refuse('assessedWithoutDay', ['assessedOn']) : null
  },
})

export const exerciseRules = registerRules('plan_exercise', exerciseFields, {
  mayAdd: (actor) => mayCoordinate(actor) || hasRole(actor, 'itHead'),
  mayEdit: ({ values }, actor) => mayCoordinate(actor) || hasRole(actor, 'itHead') || values.leader === actor.personId,
})

export const meetingRules = registerRules('unit_meeting', meetingFields, {
  mayAdd: mayLogMeeting,
  mayEdit: ({ values }, actor) => mayCoordinate(actor) || leadsUnit(values.unit, actor),
})
/** A leader writes down the meetings of the own units. */
export const ownMeeting = ({ unit }: Pick<Values<typeof meetingFields>, 'unit'>, actor: Actor): Refusal | null =>
  mayCoordinate(actor) || leadsUnit(unit, actor) ? null : refuse('notYourUnit', ['unit'])
/** How many months may go between two meetings where security is on the agenda (S4-055). */
export const meetingMonths = 3

/** Whether a unit has a leader of its own, whose task it is; the others follow one that has. */
export const isLed = ({ leader, follows }: { readonly leader: string | null; readonly follows: LastHeld | null }): boolean =>
  leader !== null && follows === null

type LastHeld = { readonly id: string; readonly last: LocalDate | null }
/** The last meeting that counts for a unit, and which unit held it: one without a leader of its own was at those of the unit it follows. */
export function lastMeeting({ id, last, follows }: LastHeld & { readonly follows: LastHeld | null }): LastHeld {
  const above = follows?.last ?? null
  return follows !== null && above !== null && above > (last ?? '') ? { id: follows.id, last: above } : { id, last }
}

export const activityRules = registerRules('control_activity', activityFields, {
  mayAdd: mayCoordinate,
  mayEdit: ({ values }, actor) => mayCoordinate(actor) || values.responsible === actor.personId,
  refuses: ({ kind, units, doneOn, outcome }) => {
    if (kind === 'campaign' && (units as readonly string[]).length === 0) return refuse('campaignWithoutUnits', ['units'])
    return doneOn !== null && outcome === null ? refuse('closedWithoutOutcome', ['outcome']) : null
  },
})
/**
 * The day of the month it is meant for. `meant`: that of the one it follows: the 31st is the 28th in February, and the 31st again in March,
 * unless somebody has moved it to another day since.
 */
export function meantDay(dueOn: LocalDate, meant: number | null): number {
  const day = Number(dueOn.slice(8))
  const isLast = addDays(dueOn, 1).endsWith('-01')
  return isLast && meant !== null && meant > day ? meant : day
}
/**
 * The next of an activity that comes again, made when one has been done: so many months after it was due, and as many times as it takes to
 * come after the day it was done. What was not done meanwhile is not owed afterwards.
 */
export function nextActivity(
  before: Activity['values'] | null,
  { values }: Activity,
  meant: number | null = null,
): Activity['values'] | null {
  if (values.every === 'once' || values.every === null || values.dueOn === null) return null
  if (values.doneOn === null || before?.doneOn != null) return null
  const { dueOn, doneOn } = values
  // January has every day that a month may have.
  const [inJanuary, month] = [addDays(`${dueOn.slice(0, 4)}-01-01`, meantDay(dueOn, meant) - 1), Number(dueOn.slice(5, 7)) - 1]
  const after = (times: number): LocalDate => addMonths(inJanuary, month + times * Number(values.every))
  let times = 1
  while (after(times) <= doneOn) times += 1
  return { ...values, dueOn: after(times), doneOn: null, outcome: null }
}
/** A unit has done its part: its leader says so, or a coordinator. */
export function unitDone(record: Activity, unit: string, done: boolean, actor: Actor): Outcome<Activity, ActivityEvent> {
  if (!(record.values.units as readonly string[]).includes(unit)) return refuse('notFound')
  if (!leadsUnit(unit, actor) && !activityRules.mayEdit(record, actor)) return refuse('notAllowed')
  return done ? refuse('nothingChanged') : change<Activity, ActivityEvent>(record, { type: 'control_activity.unitDone', unit })
}
export function remindUnits(record: Activity, units: number, actor: Actor): Outcome<Activity, ActivityEvent> {
  if (!activityRules.mayEdit(record, actor)) return refuse('notAllowed')
  return units === 0 ? refuse('nothingChanged') : change<Activity, ActivityEvent>(record, { type: 'control_activity.reminded', units })
}
