import { isAddress } from '../../kernel/address.ts'
import { refuse } from '../../kernel/change.ts'
import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'systemer',
  fields: { reviewedTogether: yesNo, purchasingText: { kind: 'text', max: 120 }, purchasingAddress: { kind: 'text', max: 500 } },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => {
    const { reviewedTogether, purchasing } = own(profile).systems
    return {
      reviewedTogether: asYesNo(reviewedTogether),
      purchasingText: purchasing?.text ?? null,
      purchasingAddress: purchasing?.address ?? null,
    }
  },
  refuses: ({ purchasingText, purchasingAddress }) => {
    if (purchasingAddress && !isAddress(String(purchasingAddress))) return refuse('notAPage', ['purchasingAddress'])
    return purchasingAddress && !purchasingText ? refuse('linkWithoutText', ['purchasingText']) : null
  },
  refusals: (locale) => texts(locale).setting.refusals,
  write: (profile, { reviewedTogether, purchasingText, purchasingAddress }) => ({
    ...own(profile),
    systems: {
      reviewedTogether: reviewedTogether === 'yes',
      purchasing: purchasingText === null ? null : { text: purchasingText, address: purchasingAddress },
    },
  }),
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
