import { type Office, offices, type Role } from '../../kernel/actor.ts'
import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const someone = { kind: 'choices', of: offices, required: true } as const
const officesOf = (roles: readonly Role[]): readonly Office[] => offices.filter((one) => roles.includes(one))

const receivers = setting({
  address: 'avtaleforesporsler',
  fields: { agreement: someone, drafting: someone },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: ({ titles }, locale) => {
    const { agreement, drafting } = texts(locale).setting.fields
    const choices = Object.fromEntries(offices.map((one) => [one, titles[one][locale]])) as Record<Office, string>
    return { agreement: { ...agreement, choices }, drafting: { ...drafting, choices } }
  },
  read: (profile) => {
    const { agreement, drafting } = own(profile).requests
    return { agreement: officesOf(agreement), drafting: officesOf(drafting) }
  },
  write: (profile, { agreement, drafting }) => ({ ...own(profile), requests: { agreement, drafting } }),
  places: { 'requests.agreement': 'agreement', 'requests.drafting': 'drafting' },
})

const words: PlaceWords = [
  ['requests', 'hvem svarer på forespørsler om avtale', 'kven svarer på førespurnader om avtale', 'who answers requests for an agreement'],
]

export const requestPart = profilePart(own, {
  words,
  gaps: ({ requests }) =>
    (['agreement', 'drafting'] as const).filter((kind) => requests[kind].length === 0).map((kind) => `requests.${kind}`),
  atWork: ({ requests }) => [...requests.agreement, ...requests.drafting],
  sections: [
    {
      id: 'avtaleforesporsler',
      of: 'registers',
      title: (locale) => texts(locale).title,
      state: (profile, locale) =>
        own(profile)
          .requests.agreement.map((role) => profile.titles[role][locale])
          .join(', '),
      settings: [receivers],
    },
  ],
})
