import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { own, waysOfMail } from './profile.ts'
import { texts } from './texts.ts'

const sensitive = setting({
  address: 'e-post',
  fields: {
    sensitive: { kind: 'choice', of: waysOfMail, required: true },
    mark: { kind: 'text', max: 40, required: true },
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ ...own(profile).mail }),
  write: (profile, { sensitive: way, mark }) => {
    const { mail } = own(profile)
    return { ...own(profile), mail: { sensitive: way ?? mail.sensitive, mark: mark ?? mail.mark } }
  },
})

const words: PlaceWords = [['mail', 'e-post om sensitive saker', 'e-post om sensitive saker', 'e-mail about sensitive cases']]

export const mailPart = profilePart(own, {
  words,
  whole: [/^mail$/],
  sections: [
    {
      id: 'e-post-om-saker',
      of: 'cases',
      title: (locale) => texts(locale).setting.title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).mail.sensitive, own(profile).mail.mark),
      settings: [sensitive],
    },
  ],
})
