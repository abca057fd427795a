import { hoursAfter } from '../../kernel/calendar/calendar.ts'
import type { Deviation } from './deviation.ts'
import type { Profile } from './profile.ts'

/** Where the 72 hours count from: becoming aware; until a named person has set that, discovery; else receipt (GDPR 33(1), F12). */
export const clockStart = (deviation: Deviation): Date | null => deviation.awareAt ?? deviation.report.discoveredAt ?? deviation.receivedAt

/** The clock runs for what may be a breach of personal data security; never for the history of an older register. */
export const clockRuns = (deviation: Deviation): boolean =>
  deviation.channel !== 'imported' && deviation.report.personalData !== 'no' && deviation.breach !== 'no'

/**
 * said: somebody has said that personal data are affected, that it is a breach, or when the organisation became aware. assumed: nobody has
 * said so, and nobody that they are not; the hours run from discovery to be on the safe side, and every page that shows them says so.
 */
export type ClockBasis = 'none' | 'assumed' | 'said'
export const clockBasis = (deviation: Deviation): ClockBasis => {
  if (!clockRuns(deviation)) return 'none'
  const { awareAt, breach, report } = deviation
  return awareAt || breach === 'yes' || report.personalData === 'yes' ? 'said' : 'assumed'
}

/** Elapsed hours, through nights, holidays and both clock changes (S1-45, S4-136). */
export const withClock = (deviation: Deviation, profile: Profile): Deviation => {
  const start = clockRuns(deviation) ? clockStart(deviation) : null
  const notifyByAssumed = start !== null && clockBasis(deviation) === 'assumed'
  return { ...deviation, notifyBy: start && hoursAfter(start, profile.authority.hours), notifyByAssumed }
}

/** running: not told yet, in time. overdue: not told, and past it. met / late: told, in time or not. none: no clock, or not owed. */
export type ClockState = 'none' | 'running' | 'overdue' | 'met' | 'late'

export function clockState(deviation: Pick<Deviation, 'notifyBy' | 'authorityTrack' | 'authorityNotifiedAt'>, now: Date): ClockState {
  const { notifyBy, authorityTrack, authorityNotifiedAt } = deviation
  if (notifyBy === null || authorityTrack === 'notOwed') return 'none'
  if (authorityNotifiedAt) return authorityNotifiedAt.getTime() <= notifyBy.getTime() ? 'met' : 'late'
  return now.getTime() <= notifyBy.getTime() ? 'running' : 'overdue'
}
