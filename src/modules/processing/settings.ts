import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const asked = { notifies: yesNo, permits: yesNo, openEdition: yesNo }
const rules = setting({
  address: 'behandlinger',
  fields: asked,
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => {
    const { notifies, permits, openEdition } = own(profile).processing
    return { notifies: asYesNo(notifies), permits: asYesNo(permits), openEdition: asYesNo(openEdition) }
  },
  write: (profile, { notifies, permits, openEdition }) => {
    const { researchOfficer } = own(profile).processing
    return {
      ...own(profile),
      processing: { notifies: notifies === 'yes', permits: permits === 'yes', researchOfficer, openEdition: openEdition === 'yes' },
    }
  },
})
/** Whoever says who it is does research, and is asked of it. */
const research = setting({
  address: 'forskningsombud',
  fields: { researchOfficer: { kind: 'text', max: 120 } },
  heading: (_, locale) => texts(locale).setting.fields.researchOfficer.label,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ researchOfficer: own(profile).processing.researchOfficer }),
  write: (profile, { researchOfficer }) => ({ ...own(profile), processing: { ...own(profile).processing, researchOfficer } }),
})

const words: PlaceWords = [
  [
    'processing',
    'hva en behandling trenger før den begynner',
    'kva ei behandling treng før ho startar',
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
      settings: [rules, research],
    },
  ],
})
