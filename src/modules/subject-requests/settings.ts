import { offices, type Role } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const officesOf = (roles: readonly Role[]) => offices.filter((one) => roles.includes(one))

const rules = setting({
  address: 'egne-opplysninger',
  fields: {
    receivers: { kind: 'choices', of: offices, required: true },
    days: { kind: 'whole', unit: 'days', min: 1, max: 31 },
    openForm: yesNo,
    documentsLink: { kind: 'text', max: 300 },
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: ({ titles }, locale) => {
    const { receivers, ...others } = texts(locale).setting.fields
    const choices = Object.fromEntries(offices.map((one) => [one, titles[one][locale]])) as Record<(typeof offices)[number], string>
    return { ...others, receivers: { ...receivers, choices } }
  },
  read: (profile) => {
    const { receivers, days, openForm, documentsLink } = own(profile).subjectRequests
    return { receivers: officesOf(receivers), days, openForm: asYesNo(openForm), documentsLink }
  },
  write: (profile, { receivers, days, openForm, documentsLink }) => ({
    ...own(profile),
    subjectRequests: { receivers, days, openForm: openForm === 'yes', documentsLink },
  }),
  refuses: ({ documentsLink }) =>
    typeof documentsLink === 'string' && !/^https:\/\/[^\s/]+\.[^\s]+$/.test(documentsLink) ? refuse('linkWrong', ['documentsLink']) : null,
  refusals: (locale) => texts(locale).setting.refusals,
  places: { 'subjectRequests.receivers': 'receivers' },
})

const words: PlaceWords = [['subjectRequests', 'krav om egne opplysninger', 'krav om eigne opplysningar', 'requests about one’s own data']]

export const requestPart = profilePart(own, {
  words,
  gaps: ({ subjectRequests }) => (subjectRequests.receivers.length === 0 ? ['subjectRequests.receivers'] : []),
  atWork: ({ subjectRequests }) => subjectRequests.receivers,
  sections: [
    {
      id: 'egne-opplysninger',
      of: 'rights',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).subjectRequests.openForm),
      settings: [rules],
    },
  ],
})
