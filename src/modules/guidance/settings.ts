import { isAddress } from '../../kernel/address.ts'
import { refuse } from '../../kernel/change.ts'
import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const limits = setting({
  address: 'veiledning',
  fields: {
    staleMonths: { kind: 'whole', unit: 'months', min: 1, max: 60, required: true },
    confirmDays: { kind: 'whole', unit: 'days', min: 1, max: 365, required: true },
    intranetText: { kind: 'text', max: 120 },
    intranetAddress: { kind: 'text', max: 500 },
    openEdition: yesNo,
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => {
    const { staleMonths, confirmDays, intranet, openEdition } = own(profile).guidance
    const shown = { intranetText: intranet?.text ?? null, intranetAddress: intranet?.address ?? null }
    return { staleMonths, confirmDays, ...shown, openEdition: asYesNo(openEdition) }
  },
  refuses: ({ intranetText, intranetAddress }) => {
    if (intranetAddress && !isAddress(String(intranetAddress))) return refuse('notAPage', ['intranetAddress'])
    return intranetAddress && !intranetText ? refuse('linkWithoutText', ['intranetText']) : null
  },
  refusals: (locale) => texts(locale).setting.refusals,
  write: (profile, { staleMonths, confirmDays, intranetText, intranetAddress, openEdition }) => {
    const { guidance } = own(profile)
    return {
      ...own(profile),
      guidance: {
        staleMonths: staleMonths ?? guidance.staleMonths,
        confirmDays: confirmDays ?? guidance.confirmDays,
        openEdition: openEdition === 'yes',
        intranet: intranetText === null ? null : { text: intranetText, address: intranetAddress },
      },
    }
  },
})

const words: PlaceWords = [['guidance', 'frister for veiledningen', 'fristar for rettleiinga', 'deadlines for the guidance']]

export const guidancePart = profilePart(own, {
  words,
  whole: [/^guidance$/],
  sections: [
    {
      id: 'veiledning',
      of: 'guidance',
      title: (locale) => texts(locale).read.title,
      state: (profile, locale) => {
        const { staleMonths, confirmDays } = own(profile).guidance
        return texts(locale).setting.state(staleMonths, confirmDays)
      },
      settings: [limits],
    },
  ],
})
