import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { own } from './profile.ts'
import { texts } from './texts.ts'

const contacts = setting({
  address: 'personvernkontakter',
  fields: { privacyContacts: yesNo },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ privacyContacts: asYesNo(own(profile).people.privacyContacts) }),
  write: (profile, { privacyContacts }) => ({ ...own(profile), people: { privacyContacts: privacyContacts === 'yes' } }),
})

const words: PlaceWords = [['people', 'personvernkontakter', 'personvernkontaktar', 'privacy contacts']]

export const peoplePart = profilePart(own, {
  words,
  whole: [/^people$/],
  sections: [
    {
      id: 'personvernkontakter',
      of: 'organisation',
      title: (locale) => texts(locale).contacts.title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).people.privacyContacts),
      settings: [contacts],
    },
  ],
})
