import { refuse } from '../../kernel/change.ts'
import { asYesNo, type PlaceWords, profilePart, setting, yesNo } from '../../kernel/profile.ts'
import { ethicsProfile, own } from './profile.ts'
import { texts } from './texts.ts'

const rules = setting({
  address: 'forskningsetikk',
  fields: { on: yesNo, committee: { kind: 'text', max: 300 } },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ on: asYesNo(ethicsProfile(profile).on), committee: ethicsProfile(profile).committee }),
  write: (profile, { on, committee }) => ({ ...own(profile), ethics: { on: on === 'yes', committee } }),
  refuses: ({ committee }) =>
    typeof committee === 'string' && !/^https:\/\/[^\s/]+\.[^\s]+$/.test(committee) ? refuse('notAnAddress', ['committee']) : null,
  refusals: (locale) => texts(locale).setting.refusals,
})

const words: PlaceWords = [['ethics', 'klager på forskningsetikk', 'klager på forskingsetikk', 'complaints about research ethics']]

export const ethicsPart = profilePart(own, {
  words,
  // Whoever wrote is known to whoever it was sent to alone: the log must not lead to them by when they came (S1-51).
  hides: ({ ethics }) => ethics.on,
  whole: [/^ethics$/],
  sections: [
    {
      id: 'forskningsetikk',
      of: 'cases',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(ethicsProfile(profile).on),
      settings: [rules],
    },
  ],
})
