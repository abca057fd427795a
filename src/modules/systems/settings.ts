import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'systemer',
  fields: { reviewedTogether: yesNo },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ reviewedTogether: asYesNo(own(profile).systems.reviewedTogether) }),
  write: (profile, { reviewedTogether }) => ({ ...own(profile), systems: { reviewedTogether: reviewedTogether === 'yes' } }),
})

const words: PlaceWords = [['systems', 'hvordan systemer følges opp', 'korleis system blir følgde opp', 'how systems are followed up']]

export const systemPart = profilePart(own, {
  words,
  whole: [/^systems$/],
  sections: [
    {
      id: 'systemer',
      of: 'registers',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).systems.reviewedTogether),
      settings: [rules],
    },
  ],
})
