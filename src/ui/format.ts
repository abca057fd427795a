import { toLocal } from '../kernel/calendar/oslo.ts'
import type { Locale } from '../kernel/texts.ts'

// Instants and dates are put into words by `kernel/calendar/words.ts`. Here is only what pages need besides.

const figures = { nb: new Intl.NumberFormat('nb-NO'), nn: new Intl.NumberFormat('nn-NO'), en: new Intl.NumberFormat('en-GB') }

/** "1 234", with a space that does not break; "1,234" in English. */
export const showWhole = (whole: number, locale: Locale): string => figures[locale].format(whole)

/** "3,5": one decimal where there is one. */
export const showTenths = (number: number, locale: Locale): string => tenths[locale].format(number)
const tenth = { maximumFractionDigits: 1 }
const tenths = {
  nb: new Intl.NumberFormat('nb-NO', tenth),
  nn: new Intl.NumberFormat('nn-NO', tenth),
  en: new Intl.NumberFormat('en-GB', tenth),
}

/** The time of day in Oslo: "14.05"; "14:05" in English. */
export const showClock = (instant: Date, locale: Locale): string => {
  const { hour, minute } = toLocal(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(hour)}${locale === 'en' ? ':' : '.'}${two(minute)}`
}

/** "1,4 MB", "230 kB": a size of a file, given in bytes. */
export const showBytes = (bytes: number, locale: Locale): string => {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', bytes / 1_000] as const) : (['megabyte', bytes / 1_000_000] as const)
  const digits = size < 10 && unit === 'megabyte' ? 1 : 0
  const shown = Math.max(size, digits === 0 ? 1 : 0.1)
  const language = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[locale]
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(shown)
}
