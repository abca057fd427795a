import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { demands } from './identity.ts'
import { own } from './profile.ts'
import { longestIdle, shortestIdle } from './rules.ts'
import { texts } from './texts.ts'

const idle = setting({
  address: 'innlogging',
  fields: { idleMinutes: { kind: 'whole', min: shortestIdle, max: longestIdle, required: true } },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ idleMinutes: own(profile).identity.idleMinutes }),
  write: (profile, { idleMinutes }) => ({
    ...own(profile),
    identity: { ...own(profile).identity, idleMinutes: idleMinutes ?? own(profile).identity.idleMinutes },
  }),
})

const more = setting({
  address: 'mer-enn-passord',
  fields: { more: { kind: 'choice', of: demands, required: true } },
  heading: (_, locale) => texts(locale).demand.heading,
  follows: (locale) => texts(locale).demand.follows,
  labels: (_, locale) => texts(locale).demand.fields,
  read: (profile) => ({ more: own(profile).identity.more }),
  write: (profile, said) => ({ ...own(profile), identity: { ...own(profile).identity, more: said.more ?? own(profile).identity.more } }),
})

const words: PlaceWords = [
  [
    'identity.more',
    'hvem som må logge inn med mer enn passord',
    'kven som må logge inn med meir enn passord',
    'who must sign in with more than a password',
  ],
  ['identity', 'når folk blir logget ut', 'når folk blir logga ut', 'when people are signed out'],
]

export const identityPart = profilePart(own, {
  words,
  whole: [/^identity$/],
  sections: [
    {
      id: 'innlogging',
      of: 'organisation',
      title: (locale) => texts(locale).setting.title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).identity.idleMinutes, own(profile).identity.more),
      settings: [idle, more],
    },
  ],
})
