import { isAddress } from '../../kernel/address.ts'
import { refuse } from '../../kernel/change.ts'
import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const page = setting({
  address: 'opplaering',
  fields: { page: { kind: 'text', max: 500 } },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ page: own(profile).training.page }),
  write: (profile, { page }) => ({ ...own(profile), training: { page } }),
  refuses: ({ page }) => (page === null || isAddress(String(page)) ? null : refuse('notAnAddress', ['page'])),
  refusals: (locale) => texts(locale).setting.refusals,
})

const words: PlaceWords = [
  ['training', 'lenken til siden om opplæring', 'lenkja til sida om opplæring', 'the link to the page about training'],
]

export const trainingPart = profilePart(own, {
  words,
  whole: [/^training$/],
  sections: [
    {
      id: 'opplaering',
      of: 'staff',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).training.page),
      settings: [page],
    },
  ],
})
