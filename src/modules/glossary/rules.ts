import { type Actor, hasRole } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import type { Locale } from '../../kernel/texts.ts'
import { registerRules } from '../../register/rules.ts'
import { termFields } from './fields.ts'
import type { Term, TermValues } from './glossary.ts'

/** Those who answer for guidance in the whole organisation. */
export const mayKeep = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'privacyContact')

export const rules = registerRules('glossary_term', termFields, { mayAdd: mayKeep, mayEdit: (_, actor) => mayKeep(actor), refuses: wrong })

/** What is said of the law says where it is written, and when it was read there: one without the other helps nobody. */
function wrong({ source, readOn }: TermValues) {
  if (source !== null && readOn === null) return refuse('readOnMissing', ['readOn'])
  return source === null && readOn !== null ? refuse('sourceMissing', ['source']) : null
}

export type Said = {
  readonly id: string
  readonly name: string
  readonly meaning: string
  readonly elsewhere: readonly string[]
  readonly term: Term
}
/** A term as it is read in one language: bokmål where it has no words of its own. `elsewhere`: what it is called in the others. */
export function saidIn(term: Term, locale: Locale): Said {
  const { name, nameNn, nameEn, meaningNb, meaningNn, meaningEn } = term.values
  const names = { nb: name, nn: nameNn ?? name, en: nameEn ?? name }
  const meanings = { nb: meaningNb, nn: meaningNn ?? meaningNb, en: meaningEn ?? meaningNb }
  const own = names[locale] ?? ''
  const others = Object.values(names).filter((other) => other !== null && other !== own)
  return { id: term.id, name: own, meaning: meanings[locale] ?? '', elsewhere: [...new Set(others)] as readonly string[], term }
}

/** By the alphabet of the reader, a letter at a time. */
export function byLetter(terms: readonly Term[], locale: Locale): readonly (readonly [string, readonly Said[]])[] {
  const { compare } = new Intl.Collator(locale === 'en' ? 'en' : 'nb')
  const said = terms.map((term) => saidIn(term, locale)).toSorted((a, b) => compare(a.name, b.name))
  return [...Map.groupBy(said, ({ name }) => name.charAt(0).toLocaleUpperCase('nb'))]
}

/** Where a meaning is from, as whoever reads cites it: "GDPR artikkel 4 nr. 11 og artikkel 7 nr. 3" is "GDPR Articles 4(11) and 7(3)". */
export function citedIn(source: string, locale: Locale): string {
  const articles = locale === 'en' ? /^GDPR artikkel (.+)$/.exec(source)?.[1]?.split(' og artikkel ') : undefined
  if (!articles) return source
  const cited = articles.map((one) => one.replace(/ nr\. (\d+)/, '($1)').replace(/ bokstav ([a-z])/, '($1)'))
  return `GDPR ${cited.length > 1 ? 'Articles' : 'Article'} ${cited.join(' and ')}`
}
