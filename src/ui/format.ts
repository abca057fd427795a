import { toLocal } from '../kernel/calendar/oslo.ts'
import type { Locale } from '../kernel/texts.ts'

// Instants and dates are put into words by `kernel/calendar/words.ts`. Here is only what pages need besides.

const figures = { nb: new Intl.NumberFormat('nb-NO'), nn: new Intl.NumberFormat('nn-NO'), en: new Intl.NumberFormat('en-GB') }

/** "1 234", with a space that does not break; "1,234" in English. */
export const showWhole = (whole: number, locale: Locale): string => figures[locale].format(whole)

/** The time of day in Oslo: "14.05"; "14:05" in English. */
export const showClock = (instant: Date, locale: Locale): string => {
  const { hour, minute } = toLocal(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(hour)}${locale === 'en' ? ':' : '.'}${two(minute)}`
}
