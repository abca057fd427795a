import type { Locale, Localised } from '../../../kernel/texts.ts'

export const say = (nb: string, nn: string, en: string): Localised => ({ nb, nn, en })

/** A text that is put together of sections, each in its language. */
export const joined = (sections: readonly Localised[]): Localised => {
  const of = (locale: Locale) => sections.map((section) => section[locale].trim()).join('\n\n')
  return { nb: of('nb'), nn: of('nn'), en: of('en') }
}
