import { refuse } from '../../kernel/change.ts'
import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { adviceProfile, own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'rad',
  fields: { mailbox: { kind: 'text', max: 200 }, openForm: yesNo },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ mailbox: adviceProfile(profile).mailbox, openForm: asYesNo(adviceProfile(profile).openForm) }),
  write: (profile, { mailbox, openForm }) => ({ ...own(profile), advice: { mailbox, openForm: openForm === 'yes' } }),
  refuses: ({ mailbox }) =>
    typeof mailbox === 'string' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mailbox) ? refuse('notAnAddress', ['mailbox']) : null,
  refusals: (locale) => texts(locale).setting.refusals,
})

const words: PlaceWords = [['advice', 'råd og spørsmål', 'råd og spørsmål', 'advice and questions']]

export const advicePart = profilePart(own, {
  words,
  sections: [
    {
      id: 'rad',
      of: 'guidance',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(adviceProfile(profile).openForm),
      settings: [rules],
    },
  ],
})
