/**
 * The clock on the wall in Oslo, without asking Intl each time: a list of fifty deadlines is formatted hundreds of times a second.
 * From 1996 the European Union's rule holds (last Sunday of March and of October, 01:00 UTC, directive 2000/84/EC); a test compares it
 * with Intl, so a change of law that reaches the time zone database is noticed. Older instants are rare (birth of a record), so Intl answers.
 */
const HOUR = 3_600_000
const DAY = 24 * HOUR
const FIRST_YEAR_OF_EU_RULE = 1996

export type Local = {
  readonly year: number
  /** 1–12 */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  /** 0 is Sunday */
  readonly weekday: number
}

export function toLocal(at: Date): Local {
  const ms = at.getTime()
  const wall = new Date(ms + osloOffset(ms))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    weekday: wall.getUTCDay(),
  }
}

/** Every instant that shows this wall time (given as if it were UTC), earliest first: none in the hour that is skipped, two in the one repeated. */
export const instantsAt = (wall: number): readonly number[] =>
  OFFSETS.map((offset) => wall - offset).filter((ms, i) => osloOffset(ms) === OFFSETS[i])

/** Milliseconds to add to UTC to get Oslo time at this instant (milliseconds since 1970). Throws RangeError on an invalid date. */
export function osloOffset(ms: number): number {
  const year = new Date(ms).getUTCFullYear()
  if (Number.isNaN(year)) throw new RangeError('Invalid date: give an instant, not the result of a failed parse')
  if (year < FIRST_YEAR_OF_EU_RULE) return offsetByIntl(ms)
  const summer = summerOf(year)
  return ms >= summer.from && ms < summer.to ? 2 * HOUR : HOUR
}

/** Latest offset first gives the earliest instant first; three hours was double summer time in the 1940s. */
const OFFSETS = [3 * HOUR, 2 * HOUR, HOUR, 0]

const summers = new Map<number, { from: number; to: number }>()

function summerOf(year: number) {
  let summer = summers.get(year)
  if (!summer) {
    summer = { from: lastSundayOf(year, 3), to: lastSundayOf(year, 10) }
    summers.set(year, summer)
  }
  return summer
}

/** 01:00 UTC on the last Sunday of a month that has 31 days. */
function lastSundayOf(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month - 1, 31, 1))
  return last.getTime() - last.getUTCDay() * DAY
}

let formatter: Intl.DateTimeFormat | undefined

function offsetByIntl(ms: number): number {
  formatter ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Oslo',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const of = Object.fromEntries(formatter.formatToParts(ms).map((p) => [p.type, Number(p.value)]))
  const wall = Date.UTC(of.year ?? 0, (of.month ?? 1) - 1, of.day, of.hour, of.minute, of.second)
  return wall - Math.floor(ms / 1000) * 1000
}
