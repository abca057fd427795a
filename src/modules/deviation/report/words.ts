import type { Role } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Profile } from '../profile.ts'

const lists: Readonly<Record<Locale, Intl.ListFormat>> = {
  nb: new Intl.ListFormat('nb', { type: 'conjunction' }),
  nn: new Intl.ListFormat('nn', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** "personvernombud og Personvern GDPR": the roles by the organisation's own titles, each once. */
export const rolesInWords = (roles: readonly Role[], { titles }: Profile, locale: Locale): string =>
  lists[locale].format(new Set(roles.map((role) => titles[role][locale])))
