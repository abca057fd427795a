import { endOfDay, type LocalDate, localDate } from './dates.ts'
import { addWorkingDays } from './holidays.ts'

const HOUR = 3_600_000

/** GDPR art. 33(1): the authority is told within 72 hours of becoming aware. Elapsed hours: nights, weekends, holidays and clock changes count. */
const AUTHORITY_HOURS = 72

/** Elapsed hours on the UTC line: 72 hours are 259,200 seconds, also over the nights when the clocks change ("three days" would be 71 or 73). */
export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR)

/** Elapsed hours, with fraction; negative when `to` is before `from`. */
export const hoursBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / HOUR

export type OuterLimit = {
  readonly hourRounded: Date
  /** null when two whole working days already lie within the hours. `until` is the midnight that ends `lastDay`. */
  readonly twoWorkingDays: { readonly lastDay: LocalDate; readonly until: Date } | null
}

/**
 * How long a court might hold the 72 hours to be under Regulation 1182/71 art. 3, to be shown in grey and never as the goal, the alarm or
 * the measure of lateness: that is always `hoursAfter(aware, 72)`. Whether the regulation governs the GDPR's hours in Norway is not settled.
 *
 * - art. 3(1): the hour in which the event falls is not counted, so the hours run from the next full hour, also from 16:00:00.
 * - art. 3(5): a period of two days or more holds at least two working days. Disputed for hours. Read here at its longest: whole working
 *   days after the day of the event.
 */
export function legalOuterLimit(aware: Date): OuterLimit {
  const hourRounded = hoursAfter(new Date(Math.floor(aware.getTime() / HOUR) * HOUR), 1 + AUTHORITY_HOURS)
  const lastDay = addWorkingDays(localDate(aware), 2)
  const until = endOfDay(lastDay)
  return { hourRounded, twoWorkingDays: until.getTime() > hourRounded.getTime() ? { lastDay, until } : null }
}
