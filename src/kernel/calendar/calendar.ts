import { dateIn, localDate, pad, readDate } from './dates.ts'
import { instantsAt, toLocal } from './oslo.ts'

export {
  addDays,
  addMonths,
  type DateRead,
  daysBetween,
  endOfDay,
  type LocalDate,
  localDate,
  parseDate,
  startOfDay,
  weekdayOf,
  yearIn,
} from './dates.ts'
export { isWorkingDay, workingDayFrom } from './holidays.ts'
export { hoursAfter, hoursBetween, legalOuterLimit, type OuterLimit } from './periods.ts'

/** Which of the two, where the clock is set back and the hour comes twice: summer time is first. */
export type Fold = 'first' | 'second'

export type InstantRead =
  | { readonly ok: true; readonly at: Date }
  | { readonly ok: false; readonly why: 'unreadable' | 'gap' | 'ambiguous' | 'range' }

/**
 * Reads a time on the wall in Oslo: `2026-11-27T14:05` (what a datetime-local field posts), `27.11.2026 14.05`, `27.11.26 kl. 14:05`.
 * A time that never was (gap) or was twice (ambiguous, without `fold`) is asked back, never guessed: an hour wrong is a deadline wrong.
 */
export function parseLocal(text: string, fold?: Fold): InstantRead {
  const written = readWritten(text.trim())
  if (!written) return { ok: false, why: 'unreadable' }
  const day = readDate(written.year, written.month, written.day)
  if (!day.ok) return day
  const wall = Date.parse(`${day.date}T${written.hour.padStart(2, '0')}:${written.minute}:${written.second}Z`)
  if (Number.isNaN(wall) || written.hour === '24') return { ok: false, why: 'unreadable' }
  const [first, second] = instantsAt(wall)
  if (first === undefined) return { ok: false, why: 'gap' }
  if (second === undefined) return { ok: true, at: new Date(first) }
  return fold ? { ok: true, at: new Date(fold === 'first' ? first : second) } : { ok: false, why: 'ambiguous' }
}

/** The value of a datetime-local field, to the minute. Where the hour comes twice, keep `foldOf(at)` beside it. */
export function localInput(at: Date): string {
  const { hour, minute } = toLocal(at)
  return `${localDate(at)}T${pad(hour)}:${pad(minute)}`
}

/** Which pass of the repeated hour an instant lies in; null outside that hour. */
export function foldOf(at: Date): Fold | null {
  const { year, month, day, hour, minute } = toLocal(at)
  if (month !== 10 && year >= 1996) return null
  const [first, second] = instantsAt(Date.UTC(year, month - 1, day, hour, minute))
  if (second === undefined) return null
  return Math.floor(at.getTime() / 60_000) * 60_000 === first ? 'first' : 'second'
}

type Written = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>

// A time after a date, as 14:05, 14.05, 1405, 14, "kl. 14.05".
const TIME =
  /^(?<day>.*?)(?:[T,]\s?|\s+)(?:kl\.?\s*|klokk[ae]n?\s+|at\s+)?(?<hour>\d{1,2})(?:[.:]?(?<minute>\d{2})(?::(?<second>\d{2}))?)?$/i

function readWritten(text: string): Written | null {
  const { day: written = '', hour = '', minute = '00', second = '00' } = TIME.exec(text)?.groups ?? {}
  const date = dateIn(written.trim())
  return date && hour !== '' ? { ...date, hour, minute, second } : null
}
