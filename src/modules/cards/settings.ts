import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { cardsProfile, own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'id-kort',
  fields: { on: yesNo },
  heading: (_, locale) => texts(locale).title,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ on: asYesNo(cardsProfile(profile).on) }),
  write: (profile, { on }) => ({ ...own(profile), cards: { on: on === 'yes' } }),
})

const words: PlaceWords = [['cards', 'ID-kort', 'ID-kort', 'ID cards']]

export const cardsPart = profilePart(own, {
  words,
  whole: [/^cards$/],
  atWork: ({ cards }) => (cards.on ? ['cardIssuer'] : []),
  sections: [
    {
      id: 'id-kort',
      of: 'staff',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(cardsProfile(profile).on),
      settings: [rules],
    },
  ],
})
