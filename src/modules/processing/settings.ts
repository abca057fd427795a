import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'behandlinger',
  fields: { notifies: yesNo, permits: yesNo, researchOfficer: { kind: 'text', max: 120 }, openEdition: yesNo },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => {
    const { notifies, permits, researchOfficer, openEdition } = own(profile).processing
    return { notifies: asYesNo(notifies), permits: asYesNo(permits), researchOfficer, openEdition: asYesNo(openEdition) }
  },
  write: (profile, { notifies, permits, researchOfficer, openEdition }) => ({
    ...own(profile),
    processing: { notifies: notifies === 'yes', permits: permits === 'yes', researchOfficer, openEdition: openEdition === 'yes' },
  }),
})

const words: PlaceWords = [
  [
    'processing',
    'hva en behandling trenger før den begynner',
    'kva ei behandling treng før ho byrjar',
    'what processing needs before it starts',
  ],
]

export const processingPart = profilePart(own, {
  words,
  whole: [/^processing$/],
  sections: [
    {
      id: 'behandlinger',
      of: 'registers',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => {
        const { notifies, permits, openEdition } = own(profile).processing
        return texts(locale).setting.state(notifies, permits, openEdition)
      },
      settings: [rules],
    },
  ],
})
