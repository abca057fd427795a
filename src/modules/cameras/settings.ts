import { type PlaceWords, profilePart, setting } from '../../kernel/profile.ts'
import { approverRoles, own, registrarRoles } from './profile.ts'
import { texts } from './texts.ts'

const who = setting({
  address: 'kameraer',
  fields: {
    registrars: { kind: 'choices', of: registrarRoles, required: true },
    approvers: { kind: 'choices', of: approverRoles, required: true },
    normDays: { kind: 'whole', unit: 'days', min: 1, max: 90, required: true },
  },
  heading: (_, locale) => texts(locale).setting.heading,
  follows: (locale) => texts(locale).setting.follows,
  labels: ({ titles }, locale) => {
    const { registrars, approvers, normDays } = texts(locale).setting.fields
    const called = <R extends (typeof registrarRoles | typeof approverRoles)[number]>(roles: readonly R[]) =>
      Object.fromEntries(roles.map((role) => [role, titles[role][locale]])) as Record<R, string>
    return {
      registrars: { ...registrars, choices: called(registrarRoles) },
      approvers: { ...approvers, choices: called(approverRoles) },
      normDays,
    }
  },
  read: (profile) => own(profile).cameras,
  write: (profile, { registrars, approvers, normDays }) => ({
    ...own(profile),
    cameras: { registrars, approvers, normDays: normDays ?? own(profile).cameras.normDays },
  }),
  places: { 'cameras.registrars': 'registrars', 'cameras.approvers': 'approvers' },
})

const words: PlaceWords = [
  ['cameras.normDays', 'hvor lenge kameraopptak lagres', 'kor lenge kameraopptak blir lagra', 'how long camera recordings are kept'],
  ['cameras', 'hvem registrerer og godkjenner kameraer', 'kven registrerer og godkjenner kamera', 'who registers and approves cameras'],
]

export const cameraPart = profilePart(own, {
  words,
  gaps: ({ cameras }) => (['registrars', 'approvers'] as const).filter((one) => cameras[one].length === 0).map((one) => `cameras.${one}`),
  atWork: ({ cameras }) => [...cameras.registrars, ...cameras.approvers].filter((role) => role === 'property' || role === 'controller'),
  sections: [
    {
      id: 'kameraer',
      of: 'registers',
      title: (locale) => texts(locale).title,
      state: (profile, locale) =>
        own(profile)
          .cameras.registrars.map((role) => profile.titles[role][locale])
          .join(', '),
      settings: [who],
    },
  ],
})
