import type { Locale } from '../kernel/texts.ts'

// Instants are UTC inside and Europe/Oslo on the page. Dates without a time ('2026-11-27') have no zone and keep none.

const zone = 'Europe/Oslo'
const tag = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const

const made = new Map<string, Intl.DateTimeFormat>()
const format = (locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + timeZone + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.DateTimeFormat(tag[locale], { timeZone, ...options })
  made.set(key, known)
  return known
}

const at = { nb: ' kl. ', nn: ' kl. ', en: ' at ' } as const
const noon = (date: string) => new Date(`${date}T12:00:00Z`)
const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** "14.05", and "14:05" in English. */
export const clock = (instant: Date, locale: Locale): string => {
  const text = format('en', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)
  return locale === 'en' ? text : text.replace(':', '.')
}

/** "27. november 2026 kl. 14.05" */
export const showInstant = (instant: Date, locale: Locale): string =>
  format(locale, zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(instant) + at[locale] + clock(instant, locale)

/** "fredag 27. november kl. 14.05"; with the year where it is another year than `now`. */
export const showWeekday = (instant: Date, now: Date, locale: Locale): string => {
  const sameYear = localInput(instant).slice(0, 4) === localInput(now).slice(0, 4)
  const day = format(locale, zone, { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
  return day.format(instant).replace(',', '') + at[locale] + clock(instant, locale)
}

/** "27.11.2026 14.05": for tables. */
export const showShort = (instant: Date, locale: Locale): string => `${showShortDay(instant, locale)} ${clock(instant, locale)}`

/** "27.11.2026" for the day of an instant in Oslo; "27/11/2026" in English. */
export const showShortDay = (instant: Date, locale: Locale): string =>
  format(locale, zone, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(instant)

/** "27. november 2026" for a date without a time ('2026-11-27'). */
export const showDate = (date: string, locale: Locale): string =>
  format(locale, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(noon(date))

/** "1 234", with a space that does not break. */
export const showWhole = (whole: number, locale: Locale): string => new Intl.NumberFormat(tag[locale]).format(whole)

/** "2026-11-27T14:05" in Oslo: what `<input type="datetime-local">` holds. */
export const localInput = (instant: Date): string => {
  const parts = Object.fromEntries(
    format('en', zone, numeric)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}
