import { clockRuns, withClock } from './clock.ts'
import type { Decision, DecisionKind, Deviation, DeviationEvent, Rests } from './deviation.ts'
import { duties } from './duties.ts'
import type { Profile } from './profile.ts'
import { changedSince, decisionRests, factsOf, lastDecision, signOffRests } from './rests.ts'
import { assessmentOf, dutyRulesOf } from './risk-answers.ts'

/** Whose deed it was that made an answer fall, and when. */
export type Deed = { readonly actor: { readonly personId: string }; readonly profile: Profile; readonly now: Date; readonly newId: string }

/**
 * What follows from the answers, worked out again after each change: which answers no longer stand because something they rest on was
 * changed, the clock, and which of the two tracks is owed. A duty makes a track owed at once; that nothing is owed is never
 * concluded silently, somebody decides it (S1-47).
 */
export function settle(deviation: Deviation, deed: Deed): Deviation {
  const breach = fallen(deviation, 'breach', deed)
  const assessed = withAssessment({ ...breach, breach: outcomeOf(breach, 'breach', breach.breach) })
  const signed = withSignOffs(assessed, deed)
  const decided = fallen(fallen(signed, 'authority', deed), 'subjects', deed)
  return withWay(derive(decided, deed.profile), deed)
}

/** The clock and the two tracks, for answers that stand. */
export function derive(deviation: Deviation, profile: Profile): Deviation {
  const timed = withClock(deviation, profile)
  if (!clockRuns(timed))
    return { ...timed, authorityTrack: quiet(timed.authorityTrack, 'notOwed'), subjectsTrack: quiet(timed.subjectsTrack, 'notOwed') }
  const { authority, subjects } = duties(assessmentOf(timed), dutyRulesOf(profile))
  // One of those who assess together is enough, and need not wait for the others: the 72 hours run (S4-140). Also what has fallen
  // binds, until the same role has looked again: a duty is not lost because an answer was changed.
  const joint = timed.signOffs.some(
    ({ role, notify }) => notify === 'yes' && (profile.assessment.jointly as readonly string[]).includes(role),
  )
  const authorityTrack = followAuthority(timed, joint ? 'yes' : authority.required)
  const again = timed.authorityTrack === 'withdrawn' && authorityTrack !== 'withdrawn'
  return {
    ...timed,
    authorityTrack,
    // What was withdrawn has not told Datatilsynet of what was a breach after all.
    authorityNotifiedAt: again ? null : timed.authorityNotifiedAt,
    subjectsTrack: followSubjects(timed, subjects.required),
  }
}

/** A decision that fell, as a decision of its own: what was decided stands in the log, and the next word is somebody's to say. */
export const fellOf = (kind: DecisionKind, restsOn: Rests, { actor, now, newId }: Deed): Decision => ({
  id: idAfter(newId, fallingKinds.indexOf(kind) + 1),
  kind,
  outcome: 'fell',
  reason: null,
  ground: null,
  by: actor.personId,
  at: now,
  restsOn,
})
const fallingKinds: readonly DecisionKind[] = ['breach', 'authority', 'subjects', 'triage']

/** Every answer that fell by a deed, as it is told in the log. `own`: the deed has itself said that the assessment is changed. */
export function eventsOfFall(before: Deviation, next: Deviation, own: boolean): readonly DeviationEvent[] {
  const events: DeviationEvent[] = []
  for (const decision of next.decisions)
    if (decision.outcome === 'fell' && !before.decisions.includes(decision))
      events.push({ type: 'deviation.fell', what: decision.kind as 'breach', because: Object.keys(decision.restsOn ?? {}) })
  if (!own && before.assessedAt && !next.assessedAt)
    events.push({ type: 'deviation.fell', what: 'assessment', because: changedSince(before.assessedOn, factsOf(next)) })
  const signatures = next.signOffs.filter(
    (one) => one.fellAt && before.signOffs.some((old) => old.role === one.role && old.at.getTime() === one.at.getTime() && !old.fellAt),
  )
  if (signatures.length > 0)
    events.push({
      type: 'deviation.fell',
      what: 'signOff',
      because: [...new Set(signatures.flatMap((one) => changedSince(one.restsOn, signOffRests(next))))],
    })
  return events
}

function fallen(deviation: Deviation, kind: DecisionKind, deed: Deed): Deviation {
  const last = lastDecision(deviation, kind)
  if (!last) return deviation
  const now = decisionRests(kind, last.outcome, deviation, deed.profile)
  const names = changedSince(last.restsOn, now)
  if (names.length === 0) return deviation
  const because = Object.fromEntries(names.map((name) => [name, now[name] ?? '']))
  return { ...deviation, decisions: [...deviation.decisions, fellOf(kind, because, deed)] }
}

/** A case from before decisions of every kind were kept says what it said. */
const outcomeOf = <T extends string>(deviation: Deviation, kind: DecisionKind, kept: T | null): T | null =>
  deviation.decisions.some((decision) => decision.kind === kind)
    ? ((lastDecision(deviation, kind)?.outcome as T | undefined) ?? null)
    : kept

/** An assessment of other facts than these is not finished: somebody looks through it again. */
const withAssessment = (deviation: Deviation): Deviation =>
  deviation.assessedAt && changedSince(deviation.assessedOn, factsOf(deviation)).length > 0
    ? { ...deviation, assessedAt: null, assessedBy: null, assessedOn: null }
    : deviation

function withSignOffs(deviation: Deviation, { now }: Deed): Deviation {
  const rests = signOffRests(deviation)
  const falls = deviation.signOffs.some((one) => one.fellAt === null && changedSince(one.restsOn, rests).length > 0)
  if (!falls) return deviation
  const signOffs = deviation.signOffs.map((one) =>
    one.fellAt === null && changedSince(one.restsOn, rests).length > 0 ? { ...one, fellAt: now } : one,
  )
  return { ...deviation, signOffs }
}

/** What must be told to Datatilsynet is not the leader's to close (S3-14), whatever was chosen before. */
function withWay(deviation: Deviation, deed: Deed): Deviation {
  const next = fallen(deviation, 'triage', deed)
  const triage = outcomeOf(next, 'triage', next.triage)
  const told = ['owed', 'preliminary', 'notified'].includes(next.authorityTrack)
  return { ...next, triage: told && triage === 'internal' ? null : triage }
}

const quiet = <T extends string>(track: T | 'undecided' | 'owed', silent: T) => (track === 'undecided' || track === 'owed' ? silent : track)

/**
 * What has been told stays told. Telling may be decided beyond the duty; not telling stands only while the answers allow it,
 * and nothing but a decision sets it: a breach that was first found to be none is undecided again. A notice that was withdrawn is owed
 * again when it is decided that it was a breach after all.
 */
function followAuthority(deviation: Deviation, required: 'yes' | 'no' | 'undecided'): Deviation['authorityTrack'] {
  const { authorityTrack, breach } = deviation
  if (authorityTrack === 'preliminary' || authorityTrack === 'notified') return authorityTrack
  if (authorityTrack === 'withdrawn' && breach !== 'yes') return authorityTrack
  const last = lastDecision(deviation, 'authority')
  if (required === 'yes' || last?.outcome === 'notify') return 'owed'
  return last?.outcome === 'notNotify' && required === 'no' ? 'notOwed' : 'undecided'
}

/** A reasoned exception (GDPR 34(3), § 16 fourth paragraph) stands although the duty does, as long as what it rests on does. */
function followSubjects(deviation: Deviation, required: 'yes' | 'no' | 'undecided'): Deviation['subjectsTrack'] {
  if (deviation.subjectsTrack === 'informed') return 'informed'
  const last = lastDecision(deviation, 'subjects')
  if (last?.outcome === 'notInform' && last.ground !== 'lowRisk') return 'notOwed'
  if (required === 'yes' || last?.outcome === 'inform') return 'owed'
  return last?.outcome === 'notInform' && required === 'no' ? 'notOwed' : 'undecided'
}

/** An id after another, for what follows from the same deed: a rule draws no lots. */
const idAfter = (id: string, step: number): string =>
  id.slice(0, 24) + ((BigInt(`0x${id.slice(24)}`) + BigInt(step)) & 0xffffffffffffn).toString(16).padStart(12, '0')
