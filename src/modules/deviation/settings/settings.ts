import { offices, type Role } from '../../../kernel/actor.ts'
import { refuse } from '../../../kernel/change.ts'
import type { Fields, FieldTexts, Values } from '../../../kernel/fields.ts'
import { isMailbox } from '../../../kernel/mailbox.ts'
import { asYesNo, type Profile as General, ownText, type Setting } from '../../../kernel/profile.ts'
import type { Locale, Localised } from '../../../kernel/texts.ts'
import { ownTextWords } from '../../organisation/public.ts'
import { caseProfile } from '../presets.ts'
import { type CaseType, caseTypes, type Profile } from '../profile.ts'
import { type SettingKind, settingFields, signing, type Wording, wordings } from './fields.ts'
import { settingTexts } from './texts.ts'

type Chosen = Values<typeof settingFields.receivers>['queue']
/** Roles that the form does not offer stay where they were. */
const officesOf = (list: readonly Role[]): Chosen => offices.filter((role) => list.includes(role))
const withOffices = (before: readonly Role[], chosen: Chosen): readonly Role[] => [
  ...before.filter((role) => (chosen as readonly Role[]).includes(role) || !(offices as readonly Role[]).includes(role)),
  ...chosen.filter((role) => !before.includes(role)),
]

type Made<F extends Fields> = {
  readonly address: string
  /** What it is of, where there are several: a kind of report, a text. */
  readonly of?: (locale: Locale) => string
  readonly read: (profile: Profile) => Values<F>
  readonly write: (profile: Profile, values: Values<F>) => Profile
} & Pick<Setting, 'shown' | 'says' | 'places' | 'refuses'>

/** Each errand knows its own questions; whoever goes through all of them knows only that they are questions. */
function setting<K extends SettingKind>(kind: K, { of, read, write, ...rest }: Made<(typeof settingFields)[K]>): Setting {
  const made = {
    ...rest,
    fields: settingFields[kind],
    heading: (_: General, locale: Locale) => settingTexts(locale).heading[kind](of?.(locale) ?? ''),
    follows: (locale: Locale) => settingTexts(locale).follows[kind],
    labels: (profile: General, locale: Locale) => labelsOf(kind, profile, locale),
    read: (profile: General) => read(caseProfile(profile)),
    write: (profile: General, values: Values<(typeof settingFields)[K]>) => write(caseProfile(profile), values),
    refusals: (locale: Locale) => settingTexts(locale).wrong,
  }
  return made as unknown as Setting
}

/** Roles under the organisation's own titles. */
function labelsOf(kind: SettingKind, { titles }: General, locale: Locale): FieldTexts<Fields> {
  const choices = Object.fromEntries(signing.map((role) => [role, titles[role][locale]]))
  const labels = settingTexts(locale).fields[kind]
  return Object.fromEntries(Object.entries(labels).map(([name, words]) => [name, { choices, ...words }]))
}

export const kinds = setting('kinds', {
  address: 'hva-som-meldes',
  read: ({ deviation: { caseTypes, dataSubjects, externalSystem } }) => ({ caseTypes, dataSubjects, externalSystem }),
  write: (profile, { caseTypes, dataSubjects, externalSystem }) => ({
    ...profile,
    deviation: { ...profile.deviation, caseTypes, dataSubjects, externalSystem },
  }),
  places: { 'deviation.caseTypes': 'caseTypes', 'deviation.dataSubjects': 'dataSubjects' },
})

const receiversOf = (type: CaseType): Setting =>
  setting('receivers', {
    address: `mottakere-${type}`,
    of: (locale) => settingTexts(locale).caseType[type],
    shown: (profile) => caseProfile(profile).deviation.caseTypes.includes(type),
    says: (profile, locale) => {
      const { queue, address } = caseProfile(profile).deviation.routes[type]
      return [queue.map((role) => profile.titles[role][locale]).join(', '), address].filter(Boolean).join(' · ')
    },
    read: ({ deviation: { routes } }) => ({
      queue: officesOf(routes[type].queue),
      tell: officesOf(routes[type].tell),
      address: routes[type].address,
    }),
    write: (profile, { queue, tell, address }) => {
      const { routes } = profile.deviation
      const route = { queue: withOffices(routes[type].queue, queue), tell: withOffices(routes[type].tell, tell), address }
      return { ...profile, deviation: { ...profile.deviation, routes: { ...routes, [type]: route } } }
    },
    refuses: ({ address }) => (typeof address === 'string' && !isMailbox(address) ? refuse('notAnAddress', ['address']) : null),
    places: { [`deviation.routes.${type}.queue`]: 'queue' },
  })
export const receivers = caseTypes.map(receiversOf)

export const leader = setting('leader', {
  address: 'narmeste-leder',
  read: ({ deviation }) => ({ notifyLeader: asYesNo(deviation.notifyLeader) }),
  write: (profile, { notifyLeader }) => ({ ...profile, deviation: { ...profile.deviation, notifyLeader: notifyLeader === 'yes' } }),
})

/** What the file of the register holds: the data that are on it leave the access list of each case (S3-11). */
export const register = setting('register', {
  address: 'registeret-som-fil',
  read: ({ deviation }) => ({ freeTextInFile: asYesNo(deviation.freeTextInFile) }),
  write: (profile, { freeTextInFile }) => ({
    ...profile,
    deviation: { ...profile.deviation, freeTextInFile: freeTextInFile === 'yes' },
  }),
})

/** Of which reports the data protection officer is told (F1, S4-129). */
export const officer = setting('officer', {
  address: 'personvernombudet',
  read: ({ deviation: { notifyDpo } }) => ({ notifyDpo }),
  write: (profile, { notifyDpo }) => ({
    ...profile,
    deviation: { ...profile.deviation, notifyDpo: notifyDpo ?? profile.deviation.notifyDpo },
  }),
})

/** Off until the organisation turns it on: whoever has the link may then report without saying who they are (S4-131). */
export const open = setting('open', {
  address: 'meld-uten-innlogging',
  read: ({ deviation }) => ({ openReport: asYesNo(deviation.openReport) }),
  write: (profile, { openReport }) => ({ ...profile, deviation: { ...profile.deviation, openReport: openReport === 'yes' } }),
})

/** Off until the organisation turns it on. */
export const mailIn = setting('mailIn', {
  address: 'e-post-inn',
  read: ({ deviation: { mailIn: own } }) => ({
    on: asYesNo(own.on),
    address: own.address,
    plus: asYesNo(own.plus),
    verifiedBy: own.verifiedBy,
  }),
  write: (profile, { on, address, plus, verifiedBy }) => ({
    ...profile,
    deviation: { ...profile.deviation, mailIn: { on: on === 'yes', address, plus: plus === 'yes', verifiedBy } },
  }),
  refuses: ({ on, address, verifiedBy }) => {
    if (typeof address === 'string' && !isMailbox(address)) return refuse('notAnAddress', ['address'])
    if (on === 'yes' && !address) return refuse('mailWithoutAddress', ['address'])
    return typeof verifiedBy === 'string' && !/^[a-z0-9.-]+$/i.test(verifiedBy) ? refuse('notAServer', ['verifiedBy']) : null
  },
})

export const protection = setting('protection', {
  address: 'vern-av-melder',
  read: ({ deviation: { reporterProtection } }) => ({ reporterProtection }),
  write: (profile, { reporterProtection }) => ({
    ...profile,
    deviation: { ...profile.deviation, reporterProtection: reporterProtection ?? profile.deviation.reporterProtection },
  }),
})

export const deciders = setting('deciders', {
  address: 'avgjorere',
  read: ({ assessment, closing }) => ({
    assessors: officesOf(assessment.assessors),
    deciders: officesOf(assessment.deciders),
    closers: officesOf(closing.deciders),
  }),
  write: (profile, values) => ({
    ...profile,
    assessment: {
      ...profile.assessment,
      assessors: withOffices(profile.assessment.assessors, values.assessors),
      deciders: withOffices(profile.assessment.deciders, values.deciders),
    },
    closing: { ...profile.closing, deciders: withOffices(profile.closing.deciders, values.closers) },
  }),
  places: { 'assessment.assessors': 'assessors', 'assessment.deciders': 'deciders', 'closing.deciders': 'closers' },
})

export const jointly = setting('jointly', {
  address: 'felles-vurdering',
  says: (profile, locale) => {
    const roles = caseProfile(profile).assessment.jointly
    return roles.length > 0 ? roles.map((role) => profile.titles[role][locale]).join(', ') : settingTexts(locale).nobodyJointly
  },
  read: ({ assessment }) => ({ jointly: signing.filter((role) => assessment.jointly.includes(role)) }),
  write: (profile, values) => {
    const before = profile.assessment.jointly
    const kept = before.filter((role) => (values.jointly as readonly Role[]).includes(role))
    const added = values.jointly.filter((role) => !before.includes(role))
    return { ...profile, assessment: { ...profile.assessment, jointly: [...kept, ...added] } }
  },
})

export const duties = setting('duties', {
  address: 'plikter',
  read: ({ assessment: { dutyTable, manyPersons } }) => ({
    unlikely: dutyTable.unlikely.authority === 'exception' ? 'exception' : 'no',
    low: dutyTable.low.authority === 'yes' ? 'yes' : 'exception',
    mediumSubjects: dutyTable.medium.subjects,
    manyPersons,
  }),
  write: (profile, { unlikely, low, mediumSubjects, manyPersons }) => {
    const { assessment } = profile
    const { dutyTable } = assessment
    const table = {
      ...dutyTable,
      unlikely: { ...dutyTable.unlikely, authority: unlikely ?? dutyTable.unlikely.authority },
      low: { ...dutyTable.low, authority: low ?? dutyTable.low.authority },
      medium: { ...dutyTable.medium, subjects: mediumSubjects ?? dutyTable.medium.subjects },
    }
    return { ...profile, assessment: { ...assessment, dutyTable: table, manyPersons: manyPersons ?? assessment.manyPersons } }
  },
})

export const closing = setting('closing', {
  address: 'lukking',
  read: ({ closing, assessment }) => ({ memo: closing.memo, leaderCloses: asYesNo(assessment.leaderClosesInternal) }),
  write: (profile, { memo, leaderCloses }) => ({
    ...profile,
    closing: { ...profile.closing, memo: memo ?? profile.closing.memo },
    assessment: { ...profile.assessment, leaderClosesInternal: leaderCloses === 'yes' },
  }),
})

export const letters = setting('letters', {
  address: 'sendere',
  read: ({ authority, subjectMessage }) => ({
    senders: officesOf(authority.senders),
    drafters: officesOf(subjectMessage.drafters),
    signers: officesOf(subjectMessage.signers),
    sami: asYesNo(subjectMessage.sami),
  }),
  write: (profile, values) => ({
    ...profile,
    authority: { ...profile.authority, senders: withOffices(profile.authority.senders, values.senders) },
    subjectMessage: {
      drafters: withOffices(profile.subjectMessage.drafters, values.drafters),
      signers: withOffices(profile.subjectMessage.signers, values.signers),
      sami: values.sami === 'yes',
    },
  }),
  places: { 'authority.senders': 'senders', 'subjectMessage.drafters': 'drafters', 'subjectMessage.signers': 'signers' },
})

/** What else than the GDPR an incident must be told by. */
export const regimes = setting('regimes', {
  address: 'andre-regelverk',
  read: ({ regimes: { digitalSecurity, processorHours } }) => ({ digitalSecurity: asYesNo(digitalSecurity), processorHours }),
  write: (profile, { digitalSecurity, processorHours }) => ({
    ...profile,
    regimes: { digitalSecurity: digitalSecurity === 'yes', processorHours },
  }),
})

export const reminders = setting('reminders', {
  address: 'paminnelser',
  says: (profile, locale) => {
    const t = settingTexts(locale)
    const { authority, deviation } = caseProfile(profile)
    return t.reminded(authority.remindAtHoursLeft, deviation.draftReminderHours)
  },
  read: ({ authority, deviation }) => {
    const [first = null, second = null, third = null] = authority.remindAtHoursLeft
    return { first, second, third, draft: deviation.draftReminderHours }
  },
  write: (profile, { first, second, third, draft }) => {
    const remindAtHoursLeft = [...new Set([first, second, third].filter((one) => one !== null))].sort((a, b) => b - a)
    return {
      ...profile,
      authority: { ...profile.authority, remindAtHoursLeft },
      deviation: { ...profile.deviation, draftReminderHours: draft ?? profile.deviation.draftReminderHours },
    }
  },
})

const textOf = ({ deviation, authority }: Profile, which: Wording): Localised =>
  which === 'instruction' ? authority.instruction : deviation[which]

const wordingOf = (which: Wording): Setting =>
  setting('wording', {
    address: `tekst-${which}`,
    of: (locale) => settingTexts(locale).wordings[which],
    says: (profile, locale) => textOf(caseProfile(profile), which)[locale],
    read: (profile) => ({ ...textOf(profile, which) }),
    write: (profile, values) => {
      const before = textOf(profile, which)
      const text = { nb: values.nb ?? before.nb, nn: values.nn ?? before.nn, en: values.en ?? before.en }
      return which === 'instruction'
        ? { ...profile, authority: { ...profile.authority, instruction: text } }
        : { ...profile, deviation: { ...profile.deviation, [which]: text } }
    },
  })
export const [definition, urgency, instruction] = wordings.map(wordingOf) as [Setting, Setting, Setting]

const places = ['first', 'second', 'third'] as const

/** A link must say what it leads to, and lead to a page of the web: never to a script or a file. */
export const links = setting('links', {
  address: 'lenker',
  says: (profile, locale) => {
    const { reportLinks } = caseProfile(profile)
    return reportLinks.map(({ text, address }) => [text, address].filter(Boolean).join(': ')).join(' · ') || settingTexts(locale).noLinks
  },
  read: ({ reportLinks }) => {
    const [first, second, third] = reportLinks
    return {
      firstText: first?.text ?? null,
      firstAddress: first?.address ?? null,
      secondText: second?.text ?? null,
      secondAddress: second?.address ?? null,
      thirdText: third?.text ?? null,
      thirdAddress: third?.address ?? null,
    }
  },
  write: (profile, values) => ({
    ...profile,
    reportLinks: places.flatMap((place) => {
      const text = values[`${place}Text`]
      return text ? [{ text, address: values[`${place}Address`] }] : []
    }),
  }),
  refuses: (values) => {
    for (const place of places) {
      const { [`${place}Text`]: text, [`${place}Address`]: address } = values
      if (address && !isWebPage(String(address))) return refuse('notAPage', [`${place}Address`])
      if (address && !text) return refuse('linkWithoutText', [`${place}Text`])
    }
    return null
  },
})
const isWebPage = (address: string): boolean =>
  URL.canParse(address) &&
  /^https?:$/.test(new URL(address).protocol) &&
  new URL(address).username === '' &&
  /^https?:\/\/\S+$/i.test(address)

const ownWordsOf = (which: keyof Profile['ownWords'], address: string): Setting =>
  ownText({
    address,
    heading: (_, locale) => settingTexts(locale).own[which].heading,
    follows: (locale) => settingTexts(locale).own[which].follows,
    words: (locale) => ({ ...ownTextWords(locale), standard: settingTexts(locale).own[which].standard }),
    read: (profile) => caseProfile(profile).ownWords[which],
    write: (profile, text) => {
      const before = caseProfile(profile)
      return { ...before, ownWords: { ...before.ownWords, [which]: text } }
    },
  })
export const ownTexts = [
  ownWordsOf('report', 'tekst-melding'),
  ownWordsOf('letterStart', 'tekst-brev-start'),
  ownWordsOf('letterContact', 'tekst-brev-kontakt'),
  ownWordsOf('letterEnd', 'tekst-brev-slutt'),
]
