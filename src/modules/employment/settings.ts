import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const leaving = setting({
  address: 'opphor',
  fields: {
    oneDriveDays: { kind: 'whole', unit: 'days', min: 0, max: 365, required: true },
    accountMonths: { kind: 'whole', unit: 'months', min: 0, max: 24, required: true },
    declarationYears: { kind: 'whole', unit: 'years', min: 1, max: 20 },
    ownList: { kind: 'text', max: 300 },
    serviceDesk: { kind: 'text', max: 300 },
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => {
    const t = texts(locale).setting
    return {
      oneDriveDays: { label: t.oneDriveDays },
      accountMonths: { label: t.accountMonths },
      declarationYears: { label: t.declarationYears, hint: t.declarationHint },
      ownList: { label: t.ownList },
      serviceDesk: { label: t.serviceDesk },
    }
  },
  read: (profile) => own(profile).leaving,
  write: (profile, { oneDriveDays, accountMonths, declarationYears, ownList, serviceDesk }) => ({
    ...own(profile),
    leaving: { oneDriveDays: oneDriveDays ?? 30, accountMonths: accountMonths ?? 3, declarationYears, ownList, serviceDesk },
  }),
  places: {
    'leaving.oneDriveDays': 'oneDriveDays',
    'leaving.accountMonths': 'accountMonths',
    'leaving.declarationYears': 'declarationYears',
    'leaving.ownList': 'ownList',
    'leaving.serviceDesk': 'serviceDesk',
  },
})

const words: PlaceWords = [
  [
    'leaving.oneDriveDays',
    'hvor lenge lederen har OneDrive',
    'kor lenge leiaren har OneDrive',
    'how long the manager has access to OneDrive',
  ],
  ['leaving.accountMonths', 'når brukeren slettes', 'når brukaren blir sletta', 'when the account is deleted'],
  [
    'leaving.declarationYears',
    'hvor lenge en taushetserklæring gjelder',
    'kor lenge ei teieerklæring gjeld',
    'how long a declaration holds',
  ],
  [
    'leaving.ownList',
    'egen sjekkliste for nøkler og ID-kort',
    'eiga sjekkliste for nøklar og ID-kort',
    'own checklist for keys and ID cards',
  ],
]

export const leavingPart = profilePart(own, {
  words,
  sections: [
    {
      id: 'opphor',
      of: 'staff',
      title: (locale) => texts(locale).setting.title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).leaving.oneDriveDays, own(profile).leaving.accountMonths),
      settings: [leaving],
    },
  ],
})
