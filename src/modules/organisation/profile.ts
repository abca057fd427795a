import type { Role } from '../../kernel/actor.ts'
import type { Locale, Localised } from '../../kernel/texts.ts'

/** What kind of report this is; decides the queue it goes to and which questions must be answered (F4, F46). */
export const caseTypes = ['privacyDeviation', 'securityIncident', 'ruleDeviation', 'itEquipment'] as const
export type CaseType = (typeof caseTypes)[number]

/** Those whose data it is: our relation to them (S1-37). The list shown follows the organisation. */
export const dataSubjects = [
  'employees',
  'formerEmployees',
  'applicants',
  'students',
  'researchParticipants',
  'patients',
  'pupils',
  'kindergartenChildren',
  'guardians',
  'serviceRecipients',
  'residents',
  'callers',
  'supplierContacts',
  'others',
] as const
export type DataSubject = (typeof dataSubjects)[number]

export type Level = 'unlikely' | 'low' | 'medium' | 'high'
/** 'exception': the question of near certainty decides (S1-47, S1-48). */
export type Duty = { readonly authority: 'yes' | 'no' | 'exception'; readonly subjects: 'yes' | 'no' }

/** Where one kind of report goes: the roles that work the queue, and the roles told at once. */
export type Route = { readonly queue: readonly Role[]; readonly tell: readonly Role[]; readonly address: string | null }

/** Everything in which organisations differ (docs/requirements/profiles.md, part F-b). A running case keeps the version it began with. */
export type Profile = {
  readonly preset: Preset
  readonly locale: Exclude<Locale, 'en'>
  readonly theme: 'varde' | 'oslomet' | 'uio' | 'sauda' | 'sandnes'
  readonly orgType: 'university' | 'municipality'
  readonly titles: Readonly<Record<Role, Localised>>
  readonly deviation: {
    readonly caseTypes: readonly CaseType[]
    readonly routes: Readonly<Record<CaseType, Route>>
    /** What the organisation calls a deviation (F4), and how fast it wants to know (E3). */
    readonly definition: Localised
    readonly urgency: Localised
    readonly notifyLeader: boolean
    readonly notifyDpo: 'all' | 'serious' | 'off'
    readonly reporterProtection: 'none' | 'dpoOnly'
    readonly names: 'forbidden' | 'restricted'
    readonly externalSystem: string | null
    readonly dataSubjects: readonly DataSubject[]
    readonly quickReport: boolean
    /** Hours after which an unsent draft is reminded of (S1-20). */
    readonly draftReminderHours: number
    readonly newNationalIdRule: boolean
  }
  readonly assessment: {
    /** Who assesses the risk; nobody else edits the assessment. */
    readonly assessors: readonly Role[]
    /** Who says whether a breach has happened (S1-44). */
    readonly deciders: readonly Role[]
    /** Who must all sign the joint assessment (S4-139); empty: the assessor alone. */
    readonly jointly: readonly Role[]
    readonly dutyTable: Readonly<Record<Level, Duty>>
    readonly effectRule: boolean
    readonly encryptedStillNotify: boolean | 'byLevel'
    /** Above this number of people the criterion "very many" is hinted at (S3-37). */
    readonly manyPersons: number
    /** The leader may close what the assessor finds internal (S3-14). */
    readonly leaderClosesInternal: boolean
  }
  readonly authority: {
    readonly senders: readonly Role[]
    readonly hours: number
    /** Hours left at which those responsible are reminded (S1-45). */
    readonly remindAtHoursLeft: readonly number[]
    readonly instruction: Localised
    readonly link: string | null
    /** The notification may not be exempted from public access (S4-137). */
    readonly publicAccessLocked: boolean
  }
  readonly subjectMessage: { readonly drafters: readonly Role[]; readonly signers: readonly Role[] }
  readonly closing: { readonly deciders: readonly Role[]; readonly memo: 'required' | 'optional' }
  readonly archive: { readonly system: string | null; readonly accessCode: string | null }
}

export const presets = ['oslomet', 'uio', 'sauda', 'sandnes'] as const
export type Preset = (typeof presets)[number]

/** Nobody but the data protection officer may learn who reported (S4-131). */
export const protectsReporters = ({ deviation }: Profile): boolean => deviation.reporterProtection === 'dpoOnly'
