import type { Locale } from '../../kernel/texts.ts'
import type { Answers } from './guidance.ts'

type Titled = Pick<Answers, 'name' | 'titleNb' | 'titleNn' | 'titleEn'>
type Written = Pick<Answers, 'bodyNb' | 'bodyNn' | 'bodyEn'>

/** What it is called, in the reader's language where it has a title there. */
export const byName = ({ name, titleNb, titleNn, titleEn }: Titled, locale: Locale): string =>
  ({ nb: titleNb, nn: titleNn, en: titleEn })[locale] ?? name ?? ''

/** In which language a reader is given the text: their own, else the nearest there is. A Norwegian reads both Norwegian ones. */
export function languageOf({ bodyNb, bodyNn, bodyEn }: Written, locale: Locale): Locale | null {
  const written = { nb: bodyNb, nn: bodyNn, en: bodyEn }
  const nearest: Readonly<Record<Locale, readonly Locale[]>> = { nb: ['nb', 'nn', 'en'], nn: ['nn', 'nb', 'en'], en: ['en', 'nb', 'nn'] }
  return nearest[locale].find((one) => written[one] !== null) ?? null
}

export const bodyIn = ({ bodyNb, bodyNn, bodyEn }: Written, locale: Locale): string =>
  ({ nb: bodyNb, nn: bodyNn, en: bodyEn })[locale] ?? ''
