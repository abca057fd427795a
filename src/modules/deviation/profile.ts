import type { Role } from '../../kernel/actor.ts'
import type { Profile as General, OwnText } from '../../kernel/profile.ts'
import type { Localised } from '../../kernel/texts.ts'
import type { DataSubject } from '../organisation/public.ts'

/** What kind of report this is; decides the queue it goes to and which questions must be answered (F4, F46). */
export const caseTypes = ['privacyDeviation', 'securityIncident', 'ruleDeviation', 'itEquipment'] as const
export type CaseType = (typeof caseTypes)[number]

export type Level = 'unlikely' | 'low' | 'medium' | 'high'
/** 'exception': the question of near certainty decides (S1-47, S1-48). */
export type Duty = { readonly authority: 'yes' | 'no' | 'exception'; readonly subjects: 'yes' | 'no' }

/** Where one kind of report goes: the roles that work the queue, and the roles told at once. */
export type Route = { readonly queue: readonly Role[]; readonly tell: readonly Role[]; readonly address: string | null }

export type ReportLink = { readonly text: string; readonly address: string | null }

/** Mail to the security address. Where its mailbox is, is given to whoever runs the installation, and stands in no profile. */
export type MailInProfile = {
  readonly on: boolean
  /** The address that people write to. */
  readonly address: string | null
  /** Whether the mail server delivers sikkerhet+abc@ to sikkerhet@ (RFC 5233). */
  readonly plus: boolean
  /** What the organisation's own mail server calls itself where it says how it checked a sender (RFC 8601); null: nothing of it is believed. */
  readonly verifiedBy: string | null
}

/** In what organisations differ when something has gone astray (docs/requirements/profiles.md, part F-b): this module's part of the profile. */
export type CasePart = {
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
    /** Whether somebody may report without signing in (F1, S4-131). */
    readonly openReport: boolean
    /** Whether mail to the security address is read. */
    readonly mailIn: MailInProfile
    /** Hours after which an unsent draft is reminded of (S1-20). */
    readonly draftReminderHours: number
    readonly newNationalIdRule: boolean
    /** Whether the file of the register holds what people wrote, for those who may read it in the cases (S3-11). */
    readonly freeTextInFile: boolean
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
  /** What else than the GDPR an incident must be told by. */
  readonly regimes: {
    /** A provider of an essential service (digitalsikkerhetsloven). */
    readonly digitalSecurity: boolean
    /** Hours by contract, where it processes for others; null: it does not (GDPR art. 33(2)). */
    readonly processorHours: number | null
  }
  /** `sami`: a letter may be begun in Northern Sámi too. */
  readonly subjectMessage: { readonly drafters: readonly Role[]; readonly signers: readonly Role[]; readonly sami: boolean }
  /** The organisation's own words in place of the standard text: on the page where deviations are reported, and in a letter to those affected. */
  readonly ownWords: {
    readonly report: OwnText
    readonly letterStart: OwnText
    readonly letterContact: OwnText
    readonly letterEnd: OwnText
  }
  /** What the organisation links to where deviations are reported (S1-19, S4-040). Without an address: where it is, in words. */
  readonly reportLinks: readonly ReportLink[]
  readonly closing: { readonly deciders: readonly Role[]; readonly memo: 'required' | 'optional' }
}

/** A running case keeps the version it began with. */
export type Profile = General & CasePart
