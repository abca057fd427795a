import { change, type Refusal, refuse } from '../../../kernel/change.ts'
import { clockRuns } from '../clock.ts'
import type { Deviation, MergedTimes } from '../deviation.ts'
import { rowOf, withRegimeDue } from '../regime-clock.ts'
import { type By, type DeviationOutcome, gate, isTold } from '../rules.ts'
import { settle } from '../settle.ts'

/** How long two cases that were merged may be parted again. */
export const undoneWithin = 24 * 3_600_000

/** Why this case cannot be merged into that one; null: it can. Of both, whoever asks is among those who handle. */
export function mergeRefused(deviation: Deviation, into: Deviation, by: By): Refusal | null {
  const refusal = gate(deviation, 'merge', by)
  if (refusal) return refusal
  if (into.id === deviation.id) return refuse('sameCase', ['into'])
  if (into.status !== 'received' && into.status !== 'open') return refuse('otherNotOpen', ['into'])
  // What has been told outside is told of in the case that goes on, and nowhere else.
  if (isTold(deviation) || deviation.subjectsTrack === 'informed') return refuse('toldAlready', ['into'])
  const stops = deviation.regimes.some(({ regime, applies, knownAt }) => {
    const theirs = rowOf(into.regimes, regime)
    return applies === 'yes' && !(theirs?.knownAt && knownAt && theirs.knownAt <= knownAt)
  })
  if (stops) return refuse('regimeWouldStop', ['into'])
  return clockRuns(deviation) && !clockRuns(into) ? refuse('clockWouldStop', ['into']) : null
}

/** The case that is not gone on with. Its hours run in the other; what it says, and its number, stay. */
export function mergeAway(deviation: Deviation, into: Deviation, by: By): DeviationOutcome {
  const refusal = mergeRefused(deviation, into, by)
  if (refusal) return refusal
  const { status } = deviation
  if (status !== 'received' && status !== 'open') return refuse('notNow')
  const undo = { status, before: timesOf(into), given: timesOf(withEarliest(into, deviation)) }
  const merged = { mergedInto: into.id, mergedAt: by.now, mergeUndo: undo, notifyBy: null, notifyByAssumed: false }
  return change({ ...deviation, ...merged, status: 'closed', closedAt: by.now }, { type: 'deviation.mergedAway' })
}

/** How the case that goes on stands for both, before it is done: the clock that follows. */
export const together = (deviation: Deviation, other: Deviation, by: By): Deviation =>
  withRegimeDue(settle(withEarliest(deviation, other), by), by.profile)

/** The case that goes on for both: it was discovered when the first was, and the organisation became aware then (GDPR art. 33(1)). */
export function mergeIn(deviation: Deviation, other: Deviation, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'edit', by)
  return refusal ?? change(settle(withEarliest(deviation, other), by), { type: 'deviation.mergedIn' })
}

/** The day in which two that were merged may be parted is not over. */
export const mayStillPart = ({ mergedAt }: Pick<Deviation, 'mergedAt'>, now: Date): boolean =>
  mergedAt !== null && now.getTime() - mergedAt.getTime() <= undoneWithin

/** Goes on by itself again, where it stood. `other`: the case it went on in, which is not done. */
export function unmergeAway(deviation: Deviation, other: Deviation, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'unmerge', by)
  if (refusal) return refusal
  const { mergedAt, mergeUndo } = deviation
  if (!mergedAt || !mergeUndo) return refuse('notNow')
  if (!mayStillPart(deviation, by.now)) return refuse('tooLateToPart')
  if (other.status !== 'received' && other.status !== 'open') return refuse('otherNotOpen')
  const parted = { ...deviation, mergedInto: null, mergedAt: null, mergeUndo: null, status: mergeUndo.status, closedAt: null }
  return change(settle(parted, by), { type: 'deviation.unmerged' })
}

/** Has its own times again; one that somebody has set since stands. `other`: as it was while it was merged. */
export function unmergeIn(deviation: Deviation, { mergeUndo }: Deviation, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'edit', by)
  if (refusal || !mergeUndo) return refusal ?? refuse('notNow')
  const { before, given } = mergeUndo
  const now = timesOf(deviation)
  const sameAware = now.awareAt === given.awareAt && now.awareBy === given.awareBy && now.awareReason === given.awareReason
  const back: MergedTimes = {
    ...now,
    discoveredAt: now.discoveredAt === given.discoveredAt ? before.discoveredAt : now.discoveredAt,
    ...(sameAware && { awareAt: before.awareAt, awareBy: before.awareBy, awareReason: before.awareReason }),
    urgent: now.urgent === given.urgent ? before.urgent : now.urgent,
  }
  return change(settle(withTimes(deviation, back), by), { type: 'deviation.unmerged' })
}

const withEarliest = (deviation: Deviation, other: Deviation): Deviation => {
  const own = deviation.report.discoveredAt
  const theirs = other.report.discoveredAt
  const discoveredAt = own && theirs ? new Date(Math.min(own.getTime(), theirs.getTime())) : (own ?? theirs)
  const aware = other.awareAt && (!deviation.awareAt || other.awareAt < deviation.awareAt) ? other : deviation
  const { awareAt, awareBy, awareReason } = aware
  const urgent = deviation.urgent || other.urgent
  return { ...deviation, report: { ...deviation.report, discoveredAt }, awareAt, awareBy, awareReason, urgent }
}

const timesOf = ({ report, awareAt, awareBy, awareReason, urgent }: Deviation): MergedTimes => ({
  discoveredAt: report.discoveredAt?.toISOString() ?? null,
  awareAt: awareAt?.toISOString() ?? null,
  ...{ awareBy, awareReason, urgent },
})
const withTimes = (deviation: Deviation, { discoveredAt, awareAt, ...rest }: MergedTimes): Deviation => ({
  ...deviation,
  ...rest,
  report: { ...deviation.report, discoveredAt: instant(discoveredAt) },
  awareAt: instant(awareAt),
})
const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))
