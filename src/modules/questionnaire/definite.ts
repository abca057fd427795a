import { inAll, type Locale, type Localised } from '../../kernel/texts.ts'

/** How titles end, and how they do where one is meant: the kommunedirektør of a place is kommunedirektøren. The longest first. */
const endings: Readonly<Record<'nb' | 'nn', readonly (readonly [ends: RegExp, is: string])[]>> = {
  nb: [
    [/^behandlingsansvarlig$/, 'den behandlingsansvarlige'],
    [/ombud$/, 'ombudet'],
    [/(direktør|sjef|leder|rådgiver|kontakt|koordinator)$/, '$1en'],
  ],
  nn: [
    [/^behandlingsansvarleg$/, 'den behandlingsansvarlege'],
    [/ombod$/, 'ombodet'],
    [/(direktør|sjef|leiar|rådgivar|kontakt|koordinator)$/, '$1en'],
  ],
}

/**
 * A title inside a sentence. What an organisation calls somebody is written in the words it gave where their end is not known: a name such as
 * UiO-CERT, a title that is used bare as "rektor", and what is definite already.
 */
export const definite = (title: Localised): Localised => inAll((locale) => definiteIn(title[locale], locale))

function definiteIn(title: string, locale: Locale): string {
  if (locale === 'en') return /^(the |\p{Lu})/u.test(title) ? title : `the ${title}`
  const known = endings[locale].find(([ends]) => ends.test(title))
  return known ? title.replace(known[0], known[1]) : title
}
