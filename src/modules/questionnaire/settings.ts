import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const small = setting({
  address: 'sma-enheter',
  fields: { fewestPeople: { kind: 'whole', min: 0, max: 100, required: true } },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ fewestPeople: own(profile).questionnaire.fewestPeople }),
  write: (profile, { fewestPeople }) => ({ ...own(profile), questionnaire: { fewestPeople: fewestPeople ?? 0 } }),
})

const words: PlaceWords = [
  [
    'questionnaire',
    'grensen for små enheter i den årlige internkontrollen',
    'grensa for små einingar i den årlege internkontrollen',
    'the limit for small units in the yearly internal control',
  ],
]

export const questionnairePart = profilePart(own, {
  words,
  whole: [/^questionnaire$/],
  sections: [
    {
      id: 'arlig-internkontroll',
      of: 'control',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).questionnaire.fewestPeople),
      settings: [small],
    },
  ],
})
