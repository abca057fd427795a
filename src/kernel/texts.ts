export const locales = ['nb', 'nn', 'en'] as const
export type Locale = (typeof locales)[number]

/** A word or sentence in every language: the organisation's own titles and texts. */
export type Localised = Readonly<Record<Locale, string>>

/** One typed text module a language; a text missing in one of them does not compile. */
export const byLocale =
  <T>(all: Readonly<Record<Locale, T>>) =>
  (locale: Locale): T =>
    all[locale]

/** The same words in every language, for what is stored or sent before its reader is known. */
export const inAll = (words: (locale: Locale) => string): Localised => ({ nb: words('nb'), nn: words('nn'), en: words('en') })

/** A word that stands alone, or first. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)
