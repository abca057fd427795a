import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { registerRules } from '../../register/rules.ts'
import { mayCoordinate, mayReadFindings } from '../internal-control/public.ts'
import type { Decision, DpoReport, DpoReportEvent, Review, ReviewEvent, SystemLine, SystemState } from './annual-wheel.ts'
import { decisionFields, dpoReportFields, itemFields, reviewFields, threeDecisions, threeParts } from './fields.ts'

/** Management's review is read by those who take part in it, coordinate it or oversee. */
export const mayReadReviews = (actor: Actor): boolean =>
  mayCoordinate(actor) || hasRole(actor, 'managementGroup', 'auditor', 'itHead', 'unitHead')
/** The year and its systems are seen by those who lead, answer for systems or oversee. */
export const maySeeYear = mayReadFindings
export const mayApproveReview = (actor: Actor): boolean => hasRole(actor, 'controller', 'managementGroup')

/** How many months may go from one review to the next (S4-173). */
export const reviewMonths = 12

const periodOf = ({
  periodFrom,
  periodTo,
}: {
  readonly periodFrom: LocalDate | null
  readonly periodTo: LocalDate | null
}): Refusal | null => (periodFrom !== null && periodTo !== null && periodTo < periodFrom ? refuse('periodTurned', ['periodTo']) : null)

const mayEditReview = (record: Pick<Review, 'values'>, actor: Actor) => mayCoordinate(actor) && record.values.state !== 'approved'
export const reviewRules = registerRules('management_review', reviewFields, {
  mayAdd: mayCoordinate,
  mayEdit: (record, actor) => mayEditReview(record as Review, actor),
  refuses: periodOf,
})
/** The papers of a meeting say what they said: after they are frozen, its day and its period are not moved. */
export const frozenStays = ({ values }: Review, next: Pick<Review['values'], 'periodFrom' | 'periodTo'>): Refusal | null =>
  values.frozenAt !== null && (values.periodFrom !== next.periodFrom || values.periodTo !== next.periodTo)
    ? refuse('frozen', ['periodFrom', 'periodTo'])
    : null

export function freezeReview(record: Review, now: Date): Outcome<Review, ReviewEvent> {
  if (record.values.frozenAt !== null) return refuse('nothingChanged')
  return change<Review, ReviewEvent>({ ...record, values: { ...record.values, frozenAt: now } }, { type: 'management_review.frozen' })
}

/** What the minutes do not say yet: each of the three parts, and a decision on each of the three documents. */
export const minutesGaps = ({ values }: Review): readonly string[] =>
  [...threeParts, ...threeDecisions].filter((name) => values[name] === null || String(values[name]).trim() === '')

/** What a review waits for: the meeting, its minutes, or that they are approved. */
export type ReviewStep = 'prepare' | 'write' | 'approve' | 'done'
export function reviewStep(record: Review, today: LocalDate): ReviewStep {
  if (record.values.state === 'approved') return 'done'
  if ((record.values.heldOn ?? '') > today) return 'prepare'
  return minutesGaps(record).length > 0 ? 'write' : 'approve'
}

export function approveReview(record: Review, today: LocalDate, actor: Actor, now: Date): Outcome<Review, ReviewEvent> {
  if (!mayApproveReview(actor)) return refuse('notAllowed')
  if (record.values.state === 'approved') return refuse('nothingChanged')
  if ((record.values.heldOn ?? '') > today) return refuse('notHeldYet', ['heldOn'])
  const gaps = minutesGaps(record)
  if (gaps.length > 0) return refuse('minutesIncomplete', gaps)
  const values = { ...record.values, state: 'approved' as const, approvedAt: now, approvedBy: actor.personId }
  return change<Review, ReviewEvent>({ ...record, values }, { type: 'management_review.approved' })
}

/**
 * When the next review is to be held at the latest: a year after the last that has approved minutes. The first: in the year the organisation
 * began here, as the year of internal control lacks one until then (S4-027).
 */
export const reviewDue = (last: LocalDate | null, began: LocalDate): LocalDate =>
  last === null ? `${began.slice(0, 4)}-12-31` : addMonths(last, reviewMonths)

/** What a new review begins with: from the day after the last, and else a year back. */
export const periodBefore = (last: LocalDate | null, today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } => ({
  from: last === null ? addDays(addMonths(today, -reviewMonths), 1) : addDays(last, 1),
  to: today,
})

export const itemRules = registerRules('management_review_item', itemFields, {
  mayAdd: mayCoordinate,
  mayEdit: (_, actor) => mayCoordinate(actor),
})
export const decisionRules = registerRules('management_decision', decisionFields, {
  mayAdd: (actor) => mayCoordinate(actor) || mayApproveReview(actor),
  mayEdit: ({ values }, actor) => mayCoordinate(actor) || mayApproveReview(actor) || values.owner === actor.personId,
  refuses: ({ closedOn, outcome }) => (closedOn !== null && outcome === null ? refuse('closedWithoutOutcome', ['outcome']) : null),
})
export const mayReadDecision = ({ values }: Decision, actor: Actor): boolean => mayReadReviews(actor) || values.owner === actor.personId

const mayWriteReport = (actor: Actor) => hasRole(actor, 'dpo')
export const dpoReportRules = registerRules('dpo_report', dpoReportFields, {
  mayAdd: mayWriteReport,
  mayEdit: (record, actor) => mayWriteReport(actor) && (record as DpoReport).values.deliveredOn === null,
  refuses: periodOf,
})
export function deliverReport(record: DpoReport, today: LocalDate, actor: Actor): Outcome<DpoReport, DpoReportEvent> {
  if (!mayWriteReport(actor)) return refuse('notAllowed')
  if (record.values.deliveredOn !== null) return refuse('nothingChanged')
  if (record.values.summary === null) return refuse('reportEmpty', ['summary'])
  return change<DpoReport, DpoReportEvent>(
    { ...record, values: { ...record.values, deliveredOn: today } },
    { type: 'dpo_report.delivered' },
  )
}

/** How a system stands with its yearly review. Soon: within two months. One that nobody has looked at is not fine, however far off its day is. */
export function systemState({ dueOn, heldOn }: Pick<SystemLine, 'dueOn' | 'heldOn'>, today: LocalDate): SystemState {
  if (dueOn === null) return 'unplanned'
  if (dueOn < today) return 'late'
  if (dueOn <= addMonths(today, 2)) return 'soon'
  return heldOn === null ? 'never' : 'fine'
}
