import type { Actor } from '../../kernel/actor.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { mayTake, openActions } from '../../kernel/workflow.ts'
import { clockBasis, clockRuns } from './clock.ts'
import type { Action, Decision, Deviation, DeviationEvent, Part, Status } from './deviation.ts'
import type { Profile } from './profile.ts'
import { decisionRests } from './rests.ts'
import { fellOf, settle } from './settle.ts'
import { timesRefused } from './times.ts'
import { workflow } from './workflow.ts'

export type DeviationOutcome = Outcome<Deviation, DeviationEvent>

/** What every rule of this module is told about whoever acts. `newId` is made outside: a rule draws no lots. */
export type By = {
  readonly actor: Actor
  readonly parts: ReadonlySet<Part>
  readonly profile: Profile
  readonly now: Date
  readonly newId: string
}

/** The first gate of every deed: the part, the status and the reason that the workflow asks for. */
export function gate(deviation: Deviation, action: Action, by: By, reason: string | null = null) {
  const step = workflow[action]
  if (!step.by.some((part) => by.parts.has(part))) return refuse('notAllowed')
  if (!mayTake(step as Parameters<typeof mayTake>[0], deviation.status, by.parts) || !goesWith(deviation, action)) return refuse('notNow')
  return 'needs' in step && step.needs.reason && !reason ? refuse('reasonMissing', ['reason']) : null
}

/** A case that was merged into another is done there: it is only parted from it again, or has taken out what has no place in it. */
const goesWith = ({ mergedInto }: Deviation, action: Action): boolean =>
  mergedInto === null ? action !== 'unmerge' : action === 'unmerge' || action === 'redact'

/** What may be done in a case now: of the workflow, what goes with how it stands. */
export const actionsIn = (deviation: Deviation, parts: ReadonlySet<Part>): readonly Action[] =>
  openActions(workflow, deviation.status, parts).filter((action) => goesWith(deviation, action))

/** The status after a deed. */
export const statusAfter = (deviation: Deviation, action: Action): Status => {
  const to: Status | 'same' = workflow[action].to
  return to === 'same' ? deviation.status : to
}

export function take(deviation: Deviation, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'take', by)
  if (refusal) return refusal
  if (deviation.takenBy === by.actor.personId) return refuse('nothingChanged')
  return change({ ...deviation, status: 'open', takenBy: by.actor.personId, takenAt: by.now }, { type: 'deviation.taken' })
}

/** Becoming aware: the start of the 72 hours, set by a named person with a reason (GDPR 33(1); EDPB 9/2022). */
export function setAware(deviation: Deviation, at: Date, reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'setAware', by, reason)
  if (refusal) return refusal
  const aware = { ...deviation, awareAt: at, awareBy: by.actor.personId, awareReason: reason }
  const wrong = timesRefused(deviation, aware, by.now)
  if (wrong) return wrong
  return change(settle(aware, by), { type: 'deviation.awareSet', at: at.toISOString() })
}

export function confirmExtent(deviation: Deviation, at: Date, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'edit', by)
  if (refusal) return refusal
  const confirmed = { ...deviation, extentConfirmedAt: at }
  const wrong = timesRefused(deviation, confirmed, by.now)
  return wrong ?? change(confirmed, { type: 'deviation.extentConfirmed', at: at.toISOString() })
}

/** Whether a breach of personal data security has happened: said by those the profile names, with reasons (S1-44). */
export function decideBreach(deviation: Deviation, outcome: 'yes' | 'no', reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'decideBreach', by, reason)
  if (refusal) return refusal
  if (outcome === 'no' && isTold(deviation)) return refuse('withdrawFirst')
  const decided = { ...deviation, status: statusAfter(deviation, 'decideBreach'), breach: outcome }
  const decision = decisionOf(deviation, 'breach', outcome, reason, null, by)
  const next = settle({ ...decided, decisions: [...deviation.decisions, decision] }, by)
  return change(next, { type: 'deviation.decided', kind: 'breach', outcome, ground: null })
}

/** Datatilsynet has been told, and has not been told that it was no breach. */
export const isTold = ({ authorityTrack }: Pick<Deviation, 'authorityTrack'>): boolean =>
  authorityTrack === 'preliminary' || authorityTrack === 'notified'

/**
 * Why it cannot be said that personal data are not affected: it would end the hours and both duties. Where nobody has said that they are,
 * whoever handles the case may answer; once somebody has, it is for those who decide whether it is a breach; and what Datatilsynet has
 * been told is withdrawn first.
 */
export function noDataRefused(deviation: Deviation, by: By) {
  if (isTold(deviation)) return refuse('withdrawFirst', ['personalData'])
  if (deviation.breach === 'yes') return refuse('breachStands', ['personalData'])
  const answered = clockBasis(deviation) === 'said' || deviation.assessedAt !== null
  return answered && !by.parts.has('decider') ? refuse('deciderSays', ['personalData']) : null
}

/** The one question that settles an assumed clock: are personal data affected? */
export function sayPersonalData(deviation: Deviation, answer: 'yes' | 'no', by: By): DeviationOutcome {
  const refusal = gate(deviation, 'edit', by)
  if (refusal) return refusal
  if (deviation.report.personalData === answer) return refuse('nothingChanged')
  const refused = answer === 'no' ? noDataRefused(deviation, by) : null
  if (refused) return refused
  const next = settle({ ...deviation, report: { ...deviation.report, personalData: answer } }, by)
  return change(next, { type: 'deviation.edited', part: 'report', fields: ['personalData'] })
}

/** Datatilsynet has been told, or the notice was withdrawn. The first telling is what is held against the 72 hours: LATE is not OVERDUE (S1-50, S4-136). */
export function trackAuthority(deviation: Deviation, track: 'preliminary' | 'notified' | 'withdrawn', at: Date, by: By): DeviationOutcome {
  if (!by.parts.has('sender')) return refuse('notAllowed')
  if (deviation.status === 'draft' || deviation.status === 'closed') return refuse('notNow')
  // Decided that it is not to be told, or that it is no breach: that is decided anew first.
  if (track !== 'withdrawn' && deviation.authorityTrack === 'notOwed') return refuse('notNow')
  const notifiedAt = deviation.authorityNotifiedAt ?? at
  const late = deviation.notifyBy !== null && notifiedAt > deviation.notifyBy
  // Whoever takes the notice back says that it was no breach after all: that is decided anew.
  const withdrawn = track === 'withdrawn' && deviation.breach === 'yes'
  const decisions = withdrawn ? [...deviation.decisions, fellOf('breach', { authorityTrack: track }, by)] : deviation.decisions
  const next = settle({ ...deviation, decisions, authorityTrack: track, authorityNotifiedAt: notifiedAt }, by)
  return change(next, { type: 'deviation.authorityTrack', track, late })
}

/**
 * How many orders from Datatilsynet wait to be followed. A case is not done while one does, so an order opens a closed case again
 * (S4-159).
 */
export function countOrders(deviation: Deviation, open: number, by: By): DeviationOutcome {
  if (!['sender', 'assessor', 'decider'].some((part) => by.parts.has(part as Part))) return refuse('notAllowed')
  if (deviation.status === 'draft') return refuse('notNow')
  if (open === deviation.openOrders) return refuse('nothingChanged')
  const counted = { ...deviation, openOrders: open }
  const event: DeviationEvent = { type: 'deviation.orders', open }
  if (open === 0 || deviation.status !== 'closed') return change(counted, event)
  const decision = decisionOf(deviation, 'reopening', 'order', null, null, by)
  const reopened = { ...counted, status: 'open' as const, closedAt: null, decisions: [...deviation.decisions, decision] }
  return change<Deviation, DeviationEvent>(settle(reopened, by), event, { type: 'deviation.reopened' })
}

/** Those affected have been told (GDPR art. 34). */
export function trackSubjects(deviation: Deviation, at: Date, by: By): DeviationOutcome {
  if (!by.parts.has('drafter') && !by.parts.has('signer')) return refuse('notAllowed')
  if (deviation.status === 'draft' || deviation.status === 'closed') return refuse('notNow')
  if (deviation.subjectsTrack === 'notOwed') return refuse('notNow')
  const informed = { ...deviation, subjectsTrack: 'informed' as const, subjectsInformedAt: deviation.subjectsInformedAt ?? at }
  return change(settle(informed, by), { type: 'deviation.subjectsTrack', track: 'informed' })
}

/** A decision, with what it rests on as the case stands before it. */
export const decisionOf = (
  deviation: Deviation,
  kind: Decision['kind'],
  outcome: string,
  reason: string | null,
  ground: Decision['ground'],
  by: By,
): Decision => ({
  id: by.newId,
  kind,
  outcome,
  reason,
  ground,
  by: by.actor.personId,
  at: by.now,
  restsOn: decisionRests(kind, outcome, deviation, by.profile),
})

/** The memo goes to whoever decides the closing (S4-147, S4-148); what is no breach needs none. */
export const memoNeeded = (deviation: Deviation, profile: Profile): boolean => profile.closing.memo === 'required' && clockRuns(deviation)
