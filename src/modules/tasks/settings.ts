import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { longestLineDays, own } from './profile.ts'
import { texts } from './texts.ts'

const line = setting({
  address: 'oppgaver',
  fields: { lineDays: { kind: 'whole', unit: 'days', min: 1, max: longestLineDays, required: true } },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: (_, locale) => texts(locale).setting.fields,
  read: (profile) => ({ lineDays: own(profile).tasks.lineDays }),
  write: (profile, { lineDays }) => ({ ...own(profile), tasks: { lineDays: lineDays ?? own(profile).tasks.lineDays } }),
})

const words: PlaceWords = [
  ['tasks', 'når oppgaver går til neste leder', 'når oppgåver går til neste leiar', 'when tasks go to the next manager'],
]

export const taskPart = profilePart(own, {
  words,
  whole: [/^tasks$/],
  sections: [
    {
      id: 'oppgaver',
      of: 'cases',
      title: (locale) => texts(locale).title,
      state: (profile, locale) => texts(locale).setting.state(own(profile).tasks.lineDays),
      settings: [line],
    },
  ],
})
