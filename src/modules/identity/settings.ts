import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
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
    identity: { idleMinutes: idleMinutes ?? own(profile).identity.idleMinutes },
  }),
})

const words: PlaceWords = [['identity', 'når folk blir logget ut', 'når folk blir logga ut', 'when people are signed out']]

export const identityPart = profilePart(own, {
  words,
  whole: [/^identity$/],
  sections: [
    {
      id: 'innlogging',
      of: 'organisation',
      title: (locale) => texts(locale).setting.title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).identity.idleMinutes),
      settings: [idle],
    },
  ],
})
