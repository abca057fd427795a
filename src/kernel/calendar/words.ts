import type { Locale } from '../texts.ts'
import { foldOf, type LocalDate } from './calendar.ts'
import { pad } from './dates.ts'
import { type Local, toLocal } from './oslo.ts'
import { en } from './texts.en.ts'
import { nb, type Texts } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

const MINUTE = 60_000
const texts: Readonly<Record<Locale, Texts>> = { nb, nn, en }

/** "fredag 27. november 2026 kl. 14.05". Give `now` to leave out the year when it is this year. */
export function formatInstant(at: Date, locale: Locale, now?: Date): string {
  const t = texts[locale]
  const local = toLocal(at)
  const day = `${t.weekdays[local.weekday]} ${t.date(local.day, t.months[local.month - 1] ?? '', yearShown(local, now))}`
  return t.at(day, clock(at, local, t))
}

/** "27.11.2026 kl. 14.05", for tables. Give `now` to leave out the year when it is this year. */
export function formatShort(at: Date, locale: Locale, now?: Date): string {
  const t = texts[locale]
  const local = toLocal(at)
  const day = t.shortDate(pad(local.day), pad(local.month), t.months[local.month - 1] ?? '', yearShown(local, now))
  return t.at(day, clock(at, local, t))
}

/** When something is due, as people say it: what is due at midnight is due on the day that ends then ("fredag 27. november"). */
export const formatDue = (due: Date, locale: Locale, now?: Date): string => {
  const day = endedBy(due)
  if (!day) return formatInstant(due, locale, now)
  const t = texts[locale]
  return `${t.weekdays[day.weekday]} ${t.date(day.day, t.months[day.month - 1] ?? '', yearShown(day, now))}`
}

/** As `formatDue`, for tables: "27.11.2026". */
export const formatDueShort = (due: Date, locale: Locale, now?: Date): string => {
  const day = endedBy(due)
  if (!day) return formatShort(due, locale, now)
  const t = texts[locale]
  return t.shortDate(pad(day.day), pad(day.month), t.months[day.month - 1] ?? '', yearShown(day, now))
}

/** "27. november 2026". Give `now` to leave out the year when it is this year. */
export function formatDate(date: LocalDate, locale: Locale, now?: Date): string {
  const t = texts[locale]
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return t.date(day, t.months[month - 1] ?? '', yearShown({ year }, now))
}

/** "mars 2026", of "2026-03". `short`: "mar", for the foot of a chart. */
export function formatMonth(month: string, locale: Locale, short = false): string {
  const name = texts[locale].months[Number(month.slice(5)) - 1] ?? ''
  return short ? name.slice(0, 3).toLowerCase() : `${name} ${month.slice(0, 4)}`
}

export type Remaining = { readonly state: 'ok' | 'soon' | 'overdue'; readonly words: string }

/** Time left or time over, rounded down: never more time than there is. At the very instant of the limit it is still met. `soonBelow` in hours. */
export function remaining(due: Date, now: Date, locale: Locale, soonBelow = 24): Remaining {
  const left = due.getTime() - now.getTime()
  const words = durationWords(Math.abs(left), locale)
  if (left < 0) return { state: 'overdue', words: texts[locale].overdue(words) }
  return { state: left < soonBelow * 60 * MINUTE ? 'soon' : 'ok', words: texts[locale].left(words) }
}

/** How long after the limit a thing was done ("1 time etter fristen"), or null when it was in time. LATE is done late; OVERDUE is not yet done. */
export function lateBy(due: Date, done: Date, locale: Locale): string | null {
  const late = done.getTime() - due.getTime()
  return late > 0 ? texts[locale].late(durationWords(late, locale)) : null
}

/** Milliseconds as people say them, rounded down: days above 96 hours, hours and minutes below six hours. */
export function durationWords(ms: number, locale: Locale): string {
  const t = texts[locale]
  const minutes = Math.floor(ms / MINUTE)
  const hours = Math.floor(minutes / 60)
  if (minutes < 1) return t.underOneMinute
  if (minutes > 96 * 60) return t.days(Math.floor(hours / 24))
  if (hours < 1) return t.minutes(minutes)
  return hours < 6 && minutes % 60 > 0 ? t.and(t.hours(hours), t.minutes(minutes % 60)) : t.hours(hours)
}

/** So many of a unit of time, as people say it. */
export function counted(n: number, unit: 'minutes' | 'hours' | 'days' | 'months' | 'years', locale: Locale): string {
  const { minutes, hours, days, countedMonths, countedYears } = texts[locale]
  return { minutes, hours, days, months: countedMonths, years: countedYears }[unit](n)
}

/** The day whose last instant is followed by this one, or null where it is not midnight. */
function endedBy(at: Date): Local | null {
  const { hour, minute } = toLocal(at)
  return hour === 0 && minute === 0 && at.getTime() % MINUTE === 0 ? toLocal(new Date(at.getTime() - 1)) : null
}

const yearShown = (local: Pick<Local, 'year'>, now: Date | undefined): number | null =>
  now && toLocal(now).year === local.year ? null : local.year

/** The time of day; in the hour that comes twice it says which of the two, since a deadline may lie there. */
function clock(at: Date, { hour, minute }: Local, t: Texts): string {
  const fold = foldOf(at)
  const time = t.time(pad(hour), pad(minute))
  return fold ? `${time} (${fold === 'first' ? t.summerTime : t.standardTime})` : time
}
