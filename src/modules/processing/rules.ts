import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addDays, addMonths, daysBetween, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { changed, isEmpty, missing } from '../../kernel/fields.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { registerRules } from '../../register/rules.ts'
import { specialDataTypes } from '../deviation/public.ts'
import { mayKeep } from '../work-processes/public.ts'
import { basesInLaw, checkFields, processingFields, qualities, recordFields } from './fields.ts'
import type { Answers, Check, Checks, Point, Processing, ProcessingEvent } from './processing.ts'
import { type Demands, noticeDays, staleMonths } from './profile.ts'
import { workflow } from './workflow.ts'

type ProcessingOutcome = Outcome<Processing, ProcessingEvent>

/** Those who keep the record; and whoever answers for the activity, day by day: the person named, and the head of its unit (S4-091). */
export const mayAdd = (actor: Actor): boolean => mayKeep(actor) || hasRole(actor, 'leader', 'systemOwner') || actor.leads.length > 0
type Held = { readonly values: Pick<Answers, 'responsible' | 'unit'> & Partial<Pick<Processing['values'], 'status' | 'registeredBy'>> }
/** Whoever registered it writes it until it is approved, whatever unit they have put it in: then it is theirs who answer for it. */
export const mayEdit = (record: Held, actor: Actor): boolean => mayKeep(actor) || answersFor(record, actor) || drafts(record, actor)
/** Who is data protection officer for an activity: our own, and for research whom the profile names instead (S2-28). */
export const officersFor = <O extends { readonly name: string; readonly email: string | null }>(
  kind: Answers['kind'],
  { researchOfficer }: { readonly researchOfficer: string | null },
  own: readonly O[],
): readonly { readonly name: string; readonly email: string | null }[] =>
  kind === 'research' && researchOfficer !== null ? [{ name: researchOfficer, email: null }] : own

/**
 * Approval is theirs who answer for it, or the controller's: whoever keeps the register does not answer for what it says, and whoever
 * registered it does not approve it because they have named themselves (S4-104).
 */
export const mayApprove = ({ values }: Held, actor: Actor): boolean =>
  hasRole(actor, 'controller') || leadsUnit(values, actor) || responsibleKnown({ values }) === actor.personId
/** Who answers for it by more than their own word as the one who registered it. */
export const responsibleKnown = ({ values: { responsible, registeredBy, status } }: Held): string | null =>
  responsible === (registeredBy ?? null) && status === 'draft' ? null : responsible
/** Whoever approves it, and whoever may write it. */
export const mayEnd = (record: Held, actor: Actor): boolean => mayApprove(record, actor) || mayEdit(record, actor)
export const mayPermit = (actor: Actor): boolean => hasRole(actor, 'controller')

const drafts = ({ values }: Held, actor: Actor): boolean => values.status === 'draft' && values.registeredBy === actor.personId
const answersFor = ({ values }: Held, actor: Actor): boolean => values.responsible === actor.personId || leadsUnit(values, actor)
const leadsUnit = ({ unit }: Held['values'], actor: Actor): boolean => unit !== null && actor.leads.includes(unit)

const plain = registerRules('processing', recordFields, { mayAdd, mayEdit, refuses: measureMissing })

/** Special needs are secured by a measure with an owner and a date, or they are not secured (S2-49). */
function measureMissing({ specialNeeds, extendedMeasure, extendedOwner, extendedDue }: Answers): Refusal | null {
  if (specialNeeds !== 'yes') return null
  const gaps = Object.entries({ extendedMeasure, extendedOwner, extendedDue }).flatMap(([name, answer]) => (answer === null ? [name] : []))
  return gaps.length > 0 ? refuse('measureMissing', gaps) : null
}

/** A new activity is a draft. A licence belongs to the law before 2018, so no new activity has one (S2-17). */
export function addProcessing(id: string, values: Answers, actor: Actor, now: Date): ProcessingOutcome {
  if (values.priorApproval === 'licence') return refuse('licenceIsHistoric', ['priorApproval'])
  return plain.add(id, { ...blankStanding, ...values, registeredBy: actor.personId, touchedAt: now }, actor)
}
const blankStanding = {
  ...({ status: 'draft', notifiedAt: null, lateReason: null, permission: null, permissionAt: null, permissionBy: null } as const),
  ...{ approvedAt: null, approvedBy: null },
}

/** What was approved is changed when its answers are; a permission rests on what it was given for, and falls with it. */
export function editProcessing(record: Processing, values: Answers, actor: Actor, now: Date): ProcessingOutcome {
  const approved = goesFrom(workflow.editApproved, record.values.status)
  if (!approved && !goesFrom(workflow.edit, record.values.status)) return refuse('notNow')
  const fields = changed(processingFields, record.values, values)
  const falls = permissionRestsOn.some((name) => fields.includes(name))
  const next = {
    ...record.values,
    ...values,
    ...(falls ? { permission: null, permissionAt: null, permissionBy: null } : {}),
    status: approved ? ('changed' as const) : record.values.status,
    touchedAt: now,
  }
  if (fields.length === 0) return refuse('nothingChanged')
  const becomes = fields.includes('responsible') && values.responsible === actor.personId
  if (becomes && !leadsUnit(values, actor) && record.values.registeredBy !== actor.personId) return refuse('namesSelf', ['responsible'])
  const outcome = plain.edit(record, next, actor)
  return outcome.ok ? change<Processing, ProcessingEvent>(outcome.next, { type: 'processing.edited', fields }) : outcome
}
export const takeBackProcessing = (record: Processing, isKept: boolean, actor: Actor): ProcessingOutcome =>
  plain.takeBack(record, isKept, actor)
const permissionRestsOn = ['purpose', 'kind', 'dataSubjects', 'dataKinds', 'basis', 'specialBasis'] as const

/** Special categories (Article 9) and criminal matters (Article 10): what the older law called sensitive (S2-26). */
export const isSensitive = ({ dataKinds }: Pick<Answers, 'dataKinds'>): boolean =>
  dataKinds.some((kind) => (specialDataTypes as readonly string[]).includes(kind))

/** An answer that is missing, and where it is asked for. `blocks`: the activity cannot be approved without it. */
export type Gap = { readonly field: keyof Answers; readonly article: string; readonly blocks: boolean }

/** What of the law an activity does not meet yet, in the order of the articles. */
export function gapsOf(values: Answers): readonly Gap[] {
  const ours = values.ourRole === 'controller'
  const special = values.dataKinds.some((kind) => kind !== 'criminal' && (specialDataTypes as readonly string[]).includes(kind))
  const asked: readonly (readonly [field: keyof Answers, article: string, blocks: boolean, when: boolean])[] = [
    ['basis', '6 (1)', true, ours],
    ['lawReference', '6 (3)', true, values.basis.some((one) => (basesInLaw as readonly string[]).includes(one))],
    ['specialBasis', '9 (2)', true, ours && special],
    ['specialReference', '10', true, ours && values.dataKinds.includes('criminal')],
    ['responsible', '24', true, true],
    ['unit', '24', true, true],
    ['jointControllers', '30 (2) (a)', true, !ours],
    ['purpose', '30 (1) (b)', true, true],
    ['dataSubjects', '30 (1) (c)', true, true],
    ['dataKinds', '30 (1) (c)', true, true],
    ['recipients', '30 (1) (d)', true, ours],
    ['transfers', '30 (1) (e)', true, true],
    ['safeguards', '30 (1) (e)', true, values.transfers === 'yes'],
    ['storageTime', '30 (1) (f)', false, ours],
    ['deletionRoutine', '5 (1) (e)', false, true],
    ['securityMeasures', '30 (1) (g)', false, true],
    ['securityJudged', '32', true, true],
    ['securityJudgedOn', '32', true, values.securityJudged !== null],
  ]
  return asked.flatMap(([field, article, blocks, when]) => (when && isEmpty(values[field]) ? [{ field, article, blocks }] : []))
}

/** The last day an activity may be notified on, and how many days too late `today` is: 0 is in time (S2-15). */
export const latestNotice = (startsOn: LocalDate): LocalDate => addDays(startsOn, -noticeDays)
export const daysLate = (startsOn: LocalDate, today: LocalDate): number => Math.max(0, daysBetween(latestNotice(startsOn), today))

/** To the data protection officer (S2-22). Research goes to the national body instead (S2-23). */
export function notifyProcessing(record: Processing, reason: string | null, actor: Actor, now: Date): ProcessingOutcome {
  const { values } = record
  if (!mayEdit(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.notify, values.status)) return refuse('notNow')
  if (values.kind !== 'administrative') return refuse('researchGoesElsewhere')
  if (values.startsOn === null) return refuse('startMissing')
  if (values.purpose === null) return refuse('purposeMissing')
  const late = daysLate(values.startsOn, localDate(now))
  if (late > 0 && reason === null) return refuse('lateReasonMissing', ['lateReason'])
  const next = { ...record, values: { ...values, notifiedAt: now, lateReason: late > 0 ? reason : null, touchedAt: now } }
  return change<Processing, ProcessingEvent>(next, { type: 'processing.notified', daysLate: late })
}

/** The controller's word on sensitive data in an administrative activity (S2-25). */
export function permitProcessing(record: Processing, granted: boolean, actor: Actor, now: Date): ProcessingOutcome {
  const { values } = record
  if (!mayPermit(actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.permit, values.status) || !asksPermission(values)) return refuse('notNow')
  if (values.permission === (granted ? 'granted' : 'refused')) return refuse('nothingChanged')
  const permission = granted ? ('granted' as const) : ('refused' as const)
  const next = { ...record, values: { ...values, permission, permissionAt: now, permissionBy: actor.personId } }
  return change<Processing, ProcessingEvent>(next, { type: granted ? 'processing.permitted' : 'processing.forbidden' })
}
export const asksPermission = (values: Answers): boolean => values.kind === 'administrative' && isSensitive(values)

/** Nobody approves what the law does not allow: each answer that Article 30 and its neighbours demand is there. */
export function whyNotApproved(values: Processing['values'], profile: Demands): Refusal | null {
  if (gapsOf(values).some(({ blocks }) => blocks)) return refuse('answersMissing')
  if (values.securityJudged === 'notSatisfactory') return refuse('notSecure')
  if (profile.permits && asksPermission(values) && values.permission !== 'granted') return refuse('permissionMissing')
  if (profile.notifies && values.kind === 'administrative' && values.notifiedAt === null) return refuse('notNotified')
  return null
}
/** Whether it waits for somebody to approve it. */
export const waitsForApproval = ({ status }: Pick<Processing['values'], 'status'>): boolean => goesFrom(workflow.approve, status)

/** Approved, by whoever may: what `approvals` asks before it calls this. */
export function approveProcessing(record: Processing, actor: Actor, now: Date, profile: Demands): ProcessingOutcome {
  const { values } = record
  if (!waitsForApproval(values)) return refuse('notNow')
  const why = whyNotApproved(values, profile)
  if (why) return why
  const next = { ...values, status: 'approved' as const, approvedAt: now, approvedBy: actor.personId, touchedAt: now }
  return change<Processing, ProcessingEvent>({ ...record, values: next }, { type: 'processing.approved' })
}

/** "Still right": said when the four sides of data quality are answered (S0-06). */
export function confirmProcessing(record: Processing, checks: Checks, actor: Actor, now: Date): ProcessingOutcome {
  if (!mayEdit(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.confirm, record.values.status)) return refuse('notNow')
  if (qualities.some((point) => !checks[point]?.answer)) return refuse('qualityOpen')
  return change<Processing, ProcessingEvent>({ ...record, values: { ...record.values, touchedAt: now } }, { type: 'processing.confirmed' })
}

export function endProcessing(record: Processing, actor: Actor, now: Date): ProcessingOutcome {
  if (!mayEnd(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.end, record.values.status)) return refuse('nothingChanged')
  const next = { ...record, values: { ...record.values, status: 'ended' as const, touchedAt: now } }
  return change<Processing, ProcessingEvent>(next, { type: 'processing.ended' })
}

/** One point answered. What is not as it should be says what is done about it. */
export function checkProcessing(
  record: Processing,
  point: Point,
  check: Check,
  before: Check | undefined,
  actor: Actor,
): ProcessingOutcome {
  if (!mayEdit(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.check, record.values.status)) return refuse('notNow')
  const gaps = missing(checkFields, check)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (check.answer === 'no' && check.note === null) return refuse('noteMissing', ['note'])
  if (before && changed(checkFields, before, check).length === 0) return refuse('nothingChanged')
  return change<Processing, ProcessingEvent>(record, { type: 'processing.checked', point })
}

/** Compliant only when each duty is answered, and answered with yes (S4-092). */
export const isCompliant = (checks: Checks, duties: readonly Point[]): boolean => duties.every((point) => checks[point]?.answer === 'yes')

/** Neither changed nor confirmed for a year (S2-20). */
export const isStale = ({ values }: Pick<Processing, 'values'>, now: Date): boolean =>
  values.status !== 'ended' && values.touchedAt !== null && addMonths(localDate(values.touchedAt), staleMonths) <= localDate(now)
