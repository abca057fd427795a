import { type ExpiringKind, expiringKinds } from '../../kernel/expiring.ts'
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
    const { anonymise, twoPersons, proofYears, traceMonths } = own(profile).retention
    return { proofYears, traceMonths, anonymise: asYesNo(anonymise), twoPersons: asYesNo(twoPersons) }
  },
  write: (profile, { anonymise, twoPersons, proofYears, traceMonths }) => {
    const { retention } = own(profile)
    return {
      ...own(profile),
      retention: {
        ...retention,
        anonymise: anonymise === 'yes',
        twoPersons: twoPersons === 'yes',
        proofYears: proofYears ?? retention.proofYears,
        traceMonths: traceMonths ?? retention.traceMonths,
      },
    }
  },
})

const months = { kind: 'whole', unit: 'months', min: 1, max: 600, required: true } as const
const ofOwn = Object.fromEntries(expiringKinds.map((kind) => [kind, months])) as Record<ExpiringKind, typeof months>
/** How long Varde keeps its own records when nobody works on them any more. */
const ofOwnRecords = setting({
  address: 'sletting-egne',
  fields: ofOwn,
  heading: (_, locale) => texts(locale).own.setting.heading,
  follows: (locale) => texts(locale).own.setting.follows,
  labels: (_, locale) =>
    Object.fromEntries(
      expiringKinds.map((kind) => [kind, { label: texts(locale).own.kinds[kind].what, hint: texts(locale).own.kinds[kind].starts }]),
    ) as Record<ExpiringKind, { readonly label: string; readonly hint: string }>,
  read: (profile) => own(profile).retention.ownMonths,
  write: (profile, values) => {
    const { retention } = own(profile)
    const ownMonths = Object.fromEntries(expiringKinds.map((kind) => [kind, values[kind] ?? retention.ownMonths[kind]])) as Record<
      ExpiringKind,
      number
    >
    return { ...own(profile), retention: { ...retention, ownMonths } }
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
      settings: [how, ofOwnRecords],
    },
  ],
})
