import type { Actor } from '../../kernel/actor.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { mayTake } from '../../kernel/workflow.ts'
import type { Profile } from '../organisation/public.ts'
import { assessmentOf, dutyRulesOf } from './assessment/answers.ts'
import { duties } from './assessment/duties.ts'
import { jointAssessment } from './assessment/joint.ts'
import { clockRuns, withClock } from './clock.ts'
import type { Action, Decision, Deviation, DeviationEvent, Part, Status } from './deviation.ts'
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
  if (!mayTake(step as Parameters<typeof mayTake>[0], deviation.status, by.parts)) return refuse('notNow')
  return 'needs' in step && step.needs.reason && !reason ? refuse('reasonMissing', ['reason']) : null
}

/** The status after a deed. */
export const statusAfter = (deviation: Deviation, action: Action): Status => {
  const to: Status | 'same' = workflow[action].to
  return to === 'same' ? deviation.status : to
}

/**
 * What follows from the answers, worked out again after each change: the clock, and which of the two tracks is owed. A duty
 * makes the track owed at once; that nothing is owed is never concluded silently, somebody decides it (S1-47).
 */
export function settle(deviation: Deviation, profile: Profile): Deviation {
  const timed = withClock(deviation, profile)
  if (!clockRuns(timed))
    return { ...timed, authorityTrack: quiet(timed.authorityTrack, 'notOwed'), subjectsTrack: quiet(timed.subjectsTrack, 'notOwed') }
  const { authority, subjects } = duties(assessmentOf(timed), dutyRulesOf(profile))
  // One of those who assess together is enough, and need not wait for the others: the 72 hours run (S4-140).
  const joint = jointAssessment(profile.assessment.jointly, timed.signOffs)
  return {
    ...timed,
    authorityTrack: followAuthority(timed, joint?.notify === 'yes' ? 'yes' : authority.required),
    subjectsTrack: followSubjects(timed, subjects.required),
  }
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
  if (at > by.now) return refuse('future', ['awareAt'])
  const next = settle({ ...deviation, awareAt: at, awareBy: by.actor.personId, awareReason: reason }, by.profile)
  return change(next, { type: 'deviation.awareSet', at: at.toISOString() })
}

export function confirmExtent(deviation: Deviation, at: Date, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'edit', by)
  if (refusal) return refusal
  if (at > by.now) return refuse('future', ['extentConfirmedAt'])
  return change({ ...deviation, extentConfirmedAt: at }, { type: 'deviation.extentConfirmed', at: at.toISOString() })
}

/** Whether a breach of personal data security has happened: said by those the profile names, with reasons (S1-44). */
export function decideBreach(deviation: Deviation, outcome: 'yes' | 'no', reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'decideBreach', by, reason)
  if (refusal) return refusal
  if (outcome === 'no' && deviation.authorityNotifiedAt && deviation.authorityTrack !== 'withdrawn') return refuse('withdrawFirst')
  const decided = { ...deviation, status: statusAfter(deviation, 'decideBreach'), breach: outcome }
  const decision = decisionOf('breach', outcome, reason, null, by)
  const next = settle({ ...decided, decisions: [...deviation.decisions, decision] }, by.profile)
  return change(next, { type: 'deviation.decided', kind: 'breach', outcome, ground: null })
}

/** Datatilsynet has been told, or the notice was withdrawn. The first telling is what is held against the 72 hours: LATE is not OVERDUE (S1-50, S4-136). */
export function trackAuthority(deviation: Deviation, track: 'preliminary' | 'notified' | 'withdrawn', at: Date, by: By): DeviationOutcome {
  if (!by.parts.has('sender')) return refuse('notAllowed')
  if (deviation.status === 'draft' || deviation.status === 'closed') return refuse('notNow')
  const notifiedAt = deviation.authorityNotifiedAt ?? at
  const late = deviation.notifyBy !== null && notifiedAt > deviation.notifyBy
  return change({ ...deviation, authorityTrack: track, authorityNotifiedAt: notifiedAt }, { type: 'deviation.authorityTrack', track, late })
}

/** Those affected have been told (GDPR art. 34). */
export function trackSubjects(deviation: Deviation, at: Date, by: By): DeviationOutcome {
  if (!by.parts.has('drafter') && !by.parts.has('signer')) return refuse('notAllowed')
  if (deviation.status === 'draft' || deviation.status === 'closed') return refuse('notNow')
  return change(
    { ...deviation, subjectsTrack: 'informed', subjectsInformedAt: deviation.subjectsInformedAt ?? at },
    { type: 'deviation.subjectsTrack', track: 'informed' },
  )
}

export const decisionOf = (
  kind: Decision['kind'],
  outcome: string,
  reason: string | null,
  ground: Decision['ground'],
  by: By,
): Decision => ({ id: by.newId, kind, outcome, reason, ground, by: by.actor.personId, at: by.now })

const quiet = <T extends string>(track: T | 'undecided' | 'owed', silent: T) => (track === 'undecided' || track === 'owed' ? silent : track)

/**
 * What has been told stays told. Telling may be decided beyond the duty; not telling stands only while the answers allow it,
 * and nothing but a decision sets it: a breach that was first found to be none is undecided again.
 */
function followAuthority(deviation: Deviation, required: 'yes' | 'no' | 'undecided'): Deviation['authorityTrack'] {
  const { authorityTrack, decisions } = deviation
  if (authorityTrack === 'preliminary' || authorityTrack === 'notified' || authorityTrack === 'withdrawn') return authorityTrack
  const last = decisions.findLast((decision) => decision.kind === 'authority')
  if (required === 'yes' || last?.outcome === 'notify') return 'owed'
  return last?.outcome === 'notNotify' && required === 'no' ? 'notOwed' : 'undecided'
}

/** A reasoned exception (GDPR 34(3), § 16 fourth paragraph) stands although the duty does. */
function followSubjects(deviation: Deviation, required: 'yes' | 'no' | 'undecided'): Deviation['subjectsTrack'] {
  if (deviation.subjectsTrack === 'informed') return 'informed'
  const last = deviation.decisions.findLast((decision) => decision.kind === 'subjects')
  if (last?.outcome === 'notInform' && last.ground !== 'lowRisk') return 'notOwed'
  if (required === 'yes' || last?.outcome === 'inform') return 'owed'
  return last?.outcome === 'notInform' && required === 'no' ? 'notOwed' : 'undecided'
}
