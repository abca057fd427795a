import { type Office, offices } from '../../kernel/actor.ts'
import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'utlevering',
  fields: {
    decides: { kind: 'choice', of: ['owner', 'unit'], required: true },
    representative: { kind: 'choices', of: offices, required: true },
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: ({ titles }, locale) => {
    const { decides, representative } = texts(locale).setting.fields
    return {
      decides,
      representative: {
        ...representative,
        choices: Object.fromEntries(offices.map((one) => [one, titles[one][locale]])) as Record<Office, string>,
      },
    }
  },
  read: (profile) => {
    const { decides, representative } = own(profile).disclosures
    return { decides, representative: offices.filter((one) => representative.includes(one)) }
  },
  write: (profile, { decides, representative }) => ({
    ...own(profile),
    disclosures: { decides: decides ?? own(profile).disclosures.decides, representative },
  }),
  places: { 'disclosures.representative': 'representative' },
})

const words: PlaceWords = [['disclosures', 'hvem avgjør utlevering', 'kven avgjer utlevering', 'who decides on disclosure']]

export const disclosurePart = profilePart(own, {
  words,
  gaps: ({ disclosures }) => (disclosures.representative.length === 0 ? ['disclosures.representative'] : []),
  atWork: ({ disclosures }) => disclosures.representative,
  sections: [
    {
      id: 'utlevering',
      of: 'rights',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.fields.decides.choices[own(profile).disclosures.decides],
      settings: [rules],
    },
  ],
})
