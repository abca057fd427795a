import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'krav-og-revisjoner',
  fields: { meetings: yesNo, checksMinor: yesNo },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => {
    const { meetings, checksMinor } = own(profile).control
    return { meetings: asYesNo(meetings), checksMinor: asYesNo(checksMinor) }
  },
  write: (profile, { meetings, checksMinor }) => ({
    ...own(profile),
    control: { meetings: meetings === 'yes', checksMinor: checksMinor === 'yes' },
  }),
})

const words: PlaceWords = [
  ['control', 'hva internkontrollen minner om', 'kva internkontrollen minner om', 'what internal control sends reminders about'],
]

export const controlPart = profilePart(own, {
  words,
  whole: [/^control$/],
  sections: [
    {
      id: 'krav-og-revisjoner',
      of: 'control',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).control.meetings),
      settings: [rules],
    },
  ],
})
