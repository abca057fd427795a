import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const how = setting({
  address: 'sletting',
  fields: {
    anonymise: yesNo,
    twoPersons: yesNo,
    proofYears: { kind: 'whole', unit: 'years', min: 1, max: 25, required: true },
    traceMonths: { kind: 'whole', unit: 'months', min: 1, max: 120, required: true },
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => {
    const { anonymise, twoPersons, ...times } = own(profile).retention
    return { ...times, anonymise: asYesNo(anonymise), twoPersons: asYesNo(twoPersons) }
  },
  write: (profile, { anonymise, twoPersons, proofYears, traceMonths }) => {
    const { retention } = own(profile)
    return {
      ...own(profile),
      retention: {
        anonymise: anonymise === 'yes',
        twoPersons: twoPersons === 'yes',
        proofYears: proofYears ?? retention.proofYears,
        traceMonths: traceMonths ?? retention.traceMonths,
      },
    }
  },
})

const words: PlaceWords = [
  ['retention', 'hvordan sletting dokumenteres', 'korleis sletting blir dokumentert', 'how deletion is documented'],
]

export const retentionPart = profilePart(own, {
  words,
  whole: [/^retention$/],
  sections: [
    {
      id: 'sletting',
      of: 'registers',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).retention.twoPersons),
      settings: [how],
    },
  ],
})
