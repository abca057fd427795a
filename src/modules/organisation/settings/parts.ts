import { offices, type Role, roles } from '../../../kernel/actor.ts'
import type { Fields, Values } from '../../../kernel/fields.ts'
import type { Localised } from '../../../kernel/texts.ts'
import { type CaseType, caseTypes, type Profile } from '../profile.ts'

/** Holders of an office do work in cases. A role that follows from a place, or that is a right and no work, is sent none. */
const some = { kind: 'choices', of: offices } as const
const someone = { ...some, required: true } as const
const text = (max: number) => ({ kind: 'text', max, required: true }) as const
const hours = { kind: 'whole', min: 1, max: 71 } as const

export const partFields = {
  receivers: { queue: someone, tell: some, address: { kind: 'text', max: 254 } },
  deciders: { assessors: someone, deciders: someone, closers: someone },
  letters: { senders: someone, drafters: someone, signers: someone },
  reminders: { first: hours, second: hours, third: hours, draft: { kind: 'whole', min: 1, max: 336, required: true } },
  wording: { nb: { ...text(1000), long: true }, nn: { ...text(1000), long: true }, en: { ...text(1000), long: true } },
  title: { nb: text(60), nn: text(60), en: text(60) },
} as const satisfies Readonly<Record<string, Fields>>

export type PartKind = keyof typeof partFields
export const wordings = ['definition', 'urgency', 'instruction'] as const
export type Wording = (typeof wordings)[number]

/** One errand of the settings: its questions, read out of a profile and written into one. */
export type Part = {
  readonly kind: PartKind
  /** Which kind of case, text or role. */
  readonly of: CaseType | Wording | Role | null
  readonly fields: Fields
  readonly read: (profile: Profile) => Values<Fields>
  readonly write: (profile: Profile, values: Values<Fields>) => Profile
}

/** The parts by the last word of their address. */
export const parts: ReadonlyMap<string, Part> = new Map([
  ...caseTypes.map((type) => [`mottakere-${type}`, receivers(type)] as const),
  ['avgjorere', deciders()] as const,
  ['sendere', letters()] as const,
  ['paminnelser', reminders()] as const,
  ...wordings.map((which) => [`tekst-${which}`, wording(which)] as const),
  ...roles.map((role) => [`tittel-${role}`, title(role)] as const),
])

function part<F extends Fields>(
  kind: PartKind,
  of: Part['of'],
  fields: F,
  read: (profile: Profile) => Values<F>,
  write: (profile: Profile, values: Values<F>) => Profile,
): Part {
  // Each part knows its own questions; whoever goes through all of them knows only that they are questions.
  return { kind, of, fields, read, write } as unknown as Part
}

type Offices = Values<typeof partFields.receivers>['queue']
/** Roles that the form does not offer stay where they were. */
const officesOf = (list: readonly Role[]): Offices => offices.filter((role) => list.includes(role))
const withOffices = (before: readonly Role[], chosen: Offices): readonly Role[] => [
  ...before.filter((role) => (chosen as readonly Role[]).includes(role) || !(offices as readonly Role[]).includes(role)),
  ...chosen.filter((role) => !before.includes(role)),
]

function receivers(type: CaseType): Part {
  return part(
    'receivers',
    type,
    partFields.receivers,
    ({ deviation: { routes } }) => ({
      queue: officesOf(routes[type].queue),
      tell: officesOf(routes[type].tell),
      address: routes[type].address,
    }),
    (profile, { queue, tell, address }) => {
      const { routes } = profile.deviation
      const route = { queue: withOffices(routes[type].queue, queue), tell: withOffices(routes[type].tell, tell), address }
      return { ...profile, deviation: { ...profile.deviation, routes: { ...routes, [type]: route } } }
    },
  )
}

function deciders(): Part {
  return part(
    'deciders',
    null,
    partFields.deciders,
    ({ assessment, closing }) => ({
      assessors: officesOf(assessment.assessors),
      deciders: officesOf(assessment.deciders),
      closers: officesOf(closing.deciders),
    }),
    (profile, values) => ({
      ...profile,
      assessment: {
        ...profile.assessment,
        assessors: withOffices(profile.assessment.assessors, values.assessors),
        deciders: withOffices(profile.assessment.deciders, values.deciders),
      },
      closing: { ...profile.closing, deciders: withOffices(profile.closing.deciders, values.closers) },
    }),
  )
}

function letters(): Part {
  return part(
    'letters',
    null,
    partFields.letters,
    ({ authority, subjectMessage }) => ({
      senders: officesOf(authority.senders),
      drafters: officesOf(subjectMessage.drafters),
      signers: officesOf(subjectMessage.signers),
    }),
    (profile, values) => ({
      ...profile,
      authority: { ...profile.authority, senders: withOffices(profile.authority.senders, values.senders) },
      subjectMessage: {
        drafters: withOffices(profile.subjectMessage.drafters, values.drafters),
        signers: withOffices(profile.subjectMessage.signers, values.signers),
      },
    }),
  )
}

function reminders(): Part {
  return part(
    'reminders',
    null,
    partFields.reminders,
    ({ authority, deviation }) => {
      const [first = null, second = null, third = null] = authority.remindAtHoursLeft
      return { first, second, third, draft: deviation.draftReminderHours }
    },
    (profile, { first, second, third, draft }) => {
      const remindAtHoursLeft = [...new Set([first, second, third].filter((one) => one !== null))].sort((a, b) => b - a)
      return {
        ...profile,
        authority: { ...profile.authority, remindAtHoursLeft },
        deviation: { ...profile.deviation, draftReminderHours: draft ?? profile.deviation.draftReminderHours },
      }
    },
  )
}

const written = (values: Values<typeof partFields.title>, before: Localised): Localised => ({
  nb: values.nb ?? before.nb,
  nn: values.nn ?? before.nn,
  en: values.en ?? before.en,
})

function wording(which: Wording): Part {
  return part(
    'wording',
    which,
    partFields.wording,
    ({ deviation, authority }) => ({ ...(which === 'instruction' ? authority.instruction : deviation[which]) }),
    (profile, values) =>
      which === 'instruction'
        ? { ...profile, authority: { ...profile.authority, instruction: written(values, profile.authority.instruction) } }
        : { ...profile, deviation: { ...profile.deviation, [which]: written(values, profile.deviation[which]) } },
  )
}

function title(role: Role): Part {
  return part(
    'title',
    role,
    partFields.title,
    ({ titles }) => ({ ...titles[role] }),
    (profile, values) => ({ ...profile, titles: { ...profile.titles, [role]: written(values, profile.titles[role]) } }),
  )
}
