import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const limits = setting({
  address: 'veiledning',
  fields: {
    staleMonths: { kind: 'whole', min: 1, max: 60, required: true },
    confirmDays: { kind: 'whole', min: 1, max: 365, required: true },
    markedMail: yesNo,
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => {
    const { staleMonths, confirmDays, markedMail } = own(profile).guidance
    return { staleMonths, confirmDays, markedMail: asYesNo(markedMail) }
  },
  write: (profile, { staleMonths, confirmDays, markedMail }) => {
    const { guidance } = own(profile)
    return {
      ...own(profile),
      guidance: {
        staleMonths: staleMonths ?? guidance.staleMonths,
        confirmDays: confirmDays ?? guidance.confirmDays,
        markedMail: markedMail === 'yes',
      },
    }
  },
})

const words: PlaceWords = [['guidance', 'frister for veiledningen', 'fristar for rettleiinga', 'time limits of the guidance']]

export const guidancePart = profilePart(own, {
  words,
  whole: [/^guidance$/],
  sections: [
    {
      id: 'veiledning',
      title: (locale) => texts(locale).read.title,
      state: (profile, locale) => {
        const { staleMonths, confirmDays } = own(profile).guidance
        return texts(locale).setting.state(staleMonths, confirmDays)
      },
      settings: [limits],
    },
  ],
})
