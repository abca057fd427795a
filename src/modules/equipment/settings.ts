import { refuse } from '../../kernel/change.ts'
import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { equipmentProfile, own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'utstyr',
  fields: { on: yesNo, serviceDesk: { kind: 'text', max: 300 } },
  heading: (_, locale) => texts(locale).device.title,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ ...equipmentProfile(profile), on: asYesNo(equipmentProfile(profile).on) }),
  write: (profile, { on, serviceDesk }) => ({ ...own(profile), equipment: { on: on === 'yes', serviceDesk } }),
  refuses: ({ serviceDesk }) =>
    serviceDesk !== null && !/^https:\/\/[^\s]+$/.test(String(serviceDesk)) ? refuse('noAddress', ['serviceDesk']) : null,
  refusals: (locale) => texts(locale).setting.refusals,
  places: { 'equipment.on': 'on', 'equipment.serviceDesk': 'serviceDesk' },
})

const words: PlaceWords = [
  ['equipment.on', 'om utstyr følges opp her', 'om utstyr blir følgt opp her', 'whether equipment is followed up here'],
  ['equipment.serviceDesk', 'lenke til IT Servicedesk', 'lenkje til IT Servicedesk', 'link to the IT service desk'],
]

export const equipmentPart = profilePart(own, {
  words,
  atWork: ({ equipment }) => (equipment.on ? ['serviceDesk'] : []),
  sections: [
    {
      id: 'utstyr',
      of: 'staff',
      title: (locale) => texts(locale).device.title,
      state: (profile, locale) => texts(locale).setting.state(equipmentProfile(profile).on),
      settings: [rules],
    },
  ],
})
