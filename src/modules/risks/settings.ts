import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'risiko',
  fields: { scale: { kind: 'choice', of: ['4', '5'], required: true }, demandsAnalysis: yesNo },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => {
    const { scale, demandsAnalysis } = own(profile).risks
    return { scale, demandsAnalysis: asYesNo(demandsAnalysis) }
  },
  write: (profile, { scale, demandsAnalysis }) => ({
    ...own(profile),
    risks: { scale: scale ?? own(profile).risks.scale, demandsAnalysis: demandsAnalysis === 'yes' },
  }),
})

const words: PlaceWords = [['risks', 'hvordan risiko vurderes', 'korleis risiko blir vurdert', 'how risk is assessed']]

export const riskPart = profilePart(own, {
  words,
  whole: [/^risks$/],
  sections: [
    {
      id: 'risiko',
      of: 'registers',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).risks.scale),
      settings: [rules],
    },
  ],
})
