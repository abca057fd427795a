import { type Role, roles } from '../../kernel/actor.ts'
import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const grantors = ['unitHead', 'ciso', 'itHead', 'serviceDesk', 'superUser', 'admin'] as const satisfies readonly Role[]

const granting = setting({
  address: 'tilganger',
  fields: {
    authorisers: { kind: 'choices', of: grantors },
    confirmMonths: { kind: 'whole', unit: 'months', min: 1, max: 36, required: true },
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: ({ titles }, locale) => {
    const t = texts(locale).setting
    const choices = Object.fromEntries(grantors.map((one) => [one, titles[one][locale]])) as Record<(typeof grantors)[number], string>
    return { authorisers: { label: t.authorisers, choices }, confirmMonths: { label: t.confirmMonths } }
  },
  read: (profile) => {
    const { authorisers, confirmMonths } = own(profile).access
    return { authorisers: grantors.filter((one) => authorisers.includes(one)), confirmMonths }
  },
  write: (profile, { authorisers, confirmMonths }) => ({
    ...own(profile),
    access: { authorisers: roles.filter((one) => (authorisers as readonly Role[]).includes(one)), confirmMonths: confirmMonths ?? 12 },
  }),
  places: { 'access.authorisers': 'authorisers', 'access.confirmMonths': 'confirmMonths' },
})

const words: PlaceWords = [
  ['access.authorisers', 'hvem kan gi tilgang', 'kven kan gi tilgang', 'who may give access'],
  ['access.confirmMonths', 'hvor ofte tilgang bekreftes', 'kor ofte tilgang blir stadfesta', 'how often access is confirmed'],
]

export const accessPart = profilePart(own, {
  words,
  sections: [
    {
      id: 'tilganger',
      of: 'staff',
      title: (locale) => texts(locale).setting.title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).access.confirmMonths),
      settings: [granting],
    },
  ],
})
