import type { Transaction } from 'kysely'
import type { ComponentChildren } from 'preact'
import type { Schema } from '../db/types.ts'
import type { Actor, Role } from './actor.ts'
import type { Approved } from './approval.ts'
import type { Happening, Refusal } from './change.ts'
import type { RecordKey } from './ids.ts'
import type { Mailboxes } from './imap.ts'
import type { Leaked } from './leaked.ts'
import type { ReplyTo } from './mailbox.ts'
import type { OpenId } from './openid.ts'
import type { ProfilePart } from './profile.ts'
import type { Kept, Removal } from './removal.ts'
import type { Masters } from './sealed.ts'
import type { Step } from './step.ts'
import type { Locale, Localised } from './texts.ts'
import type { UploadLimits } from './upload.ts'
import type { Vault } from './vault.ts'

export type Tx = Transaction<Schema>

/** What an event is about. */
export type Subject = { readonly type: string; readonly id: string | null }

/** A section of a document: each item a paragraph. */
export type Addendum = { readonly heading: string; readonly items: readonly string[] }

/** `name`: what the record is called, for the page where files are added to it. `protectedBy`: whoever adds must not be known, since they are a protected reporter (S4-131). */
export type Attaches = { readonly page: string; readonly name: Localised; readonly add: boolean; readonly protectedBy: boolean }

/** Those of whom one must be there, and what they are called together. */
export type Present = { readonly label: Localised; readonly persons: readonly string[] }

/** A record that is to be reviewed: what it is called, and where it is read. `owner` and `roles`: whose task it is where the plan says nobody. */
export type Reviewed = {
  readonly page: string
  readonly name: Localised
  readonly owner: string | null
  readonly roles: readonly Role[]
  readonly mayPlan: boolean
  readonly mayReview: boolean
  /** Who must take part in a review: one of each of these, or it is not closed. */
  readonly present?: readonly Present[]
  /** Its review goes through a checklist, and says which points it went through (S4-119). */
  readonly checklist?: true
}

/** What may be demanded before it is done: the record taken into use, a review of it closed, somebody given access. */
export type Demanded = 'use' | 'outOfUse' | 'review' | 'access'

/** A record that others must approve, and what follows when they have. */
export type Approvals = Approved & {
  /** Locks the record: whoever is editing it is waited for, and whoever begins to waits. */
  readonly hold: (ctx: Ctx) => Promise<unknown>
  /** All have approved: the deed that follows, in the same transaction. What it refuses, nobody has approved. */
  readonly whole: (ctx: Ctx) => Promise<Refusal | null>
  readonly returned?: (ctx: Ctx) => Promise<void>
}

/** One record that was found. `beside` tells two alike apart: a number, a unit. */
export type Hit = { readonly href: string; readonly title: string; readonly beside: string | null }

/** What a search from anywhere found in one module. `list`: where all of it is, when there is more than is shown. */
export type FoundIn = {
  readonly label: string
  readonly hits: readonly Hit[]
  readonly list: string | null
}

/** A count on home, and the list of exactly what it counts. `more`: counted no further. `late`: what should not be there. */
export type Counted = {
  readonly label: string
  readonly href: string
  readonly count: number
  readonly more: boolean
  readonly late: boolean
  /** As many of them as its reader may open, where those are not all. */
  readonly opens?: number
}

/** What belongs to the installation and not to one request. */
export type House = {
  readonly baseUrl: string
  readonly demo: boolean
  /** Whether a mail server is set: without one no page may say that a mail goes out. */
  readonly mails: boolean
  /** 32 bytes, the key of the house: what marks, the seals of the log and what pages carry follow from. Never what rows are sealed with (keys.ts). */
  readonly houseKey: Uint8Array
  /** The sealing keys from a file or the environment: what the keys of the organisations are wrapped by. */
  readonly masters: Masters
  /** Puts a job in the queue inside the caller's transaction: it is there if, and only if, the change is. */
  readonly enqueue: (tx: Tx, queue: string, data: object) => Promise<void>
  /** Every module's part of the organisation's profile. */
  readonly profileParts: readonly ProfilePart[]
  /** Panels that later modules add to a record's page. */
  readonly related: (ctx: Ctx, subject: RecordKey, locale: Locale) => Promise<readonly ComponentChildren[]>
  /** What is to be done with a record, for its page; null where nothing ever is. Ask only for one that whoever asks may see. */
  readonly steps: (ctx: Ctx, subject: RecordKey, locale: Locale) => Promise<readonly Step[] | null>
  /** What later modules add to the documents of a record, in the language of the record. */
  readonly addenda: (ctx: Ctx, subject: RecordKey, language: Locale) => Promise<readonly Addendum[]>
  /** What follows in later modules from what has just been written in the log, in the same transaction. */
  readonly react: (ctx: Ctx, subject: Subject, events: readonly Happening[]) => Promise<void>
  /** Takes a removed text out of what later modules keep of a record; answers with what may not change. */
  readonly remove: (ctx: Ctx, subject: RecordKey, remove: Removal, locale: Locale) => Promise<readonly Kept[]>
  /** What the words find in all that whoever asks may see, by module; no words find nothing. `most`: of each module. */
  readonly find: (ctx: Ctx, words: string, locale: Locale, most: number) => Promise<readonly FoundIn[]>
  /** What the modules count for whoever asks, in the order of the modules. */
  readonly overview: (ctx: Ctx, locale: Locale) => Promise<readonly Counted[]>
  /** What the modules count of a unit and those below it, for whoever asks. */
  readonly ofUnit: (ctx: Ctx, unit: string, locale: Locale) => Promise<readonly Counted[]>
  /** The pages and deeds that are called so and that whoever asks may come to; all of them where there are no words. */
  readonly waysTo: (ctx: Ctx, words: string, locale: Locale) => Promise<readonly (Hit & { readonly errand: string | null })[]>
  /** Whether whoever asks may open a record, whichever module keeps it. */
  readonly opens: (ctx: Ctx, subject: RecordKey) => Promise<boolean>
  /** What whoever asks may do with the files of a record, and the page they stand on; nothing where they may not see it. */
  readonly attaches: (ctx: Ctx, place: RecordKey) => Promise<Attaches | undefined>
  /** What whoever asks may do with the review of a record; nothing where they may not see it, or it has none. */
  readonly reviewed: (ctx: Ctx, subject: RecordKey) => Promise<Reviewed | undefined>
  /** Who must approve a record, for whoever asks; nothing where they may not see it, or nobody is asked. */
  readonly approvals: (ctx: Ctx, subject: RecordKey) => Promise<Approvals | undefined>
  /** What later modules demand before something is done with a record: a system is not taken into use before its risks are assessed. */
  readonly demands: (ctx: Ctx, subject: RecordKey, deed: Demanded) => Promise<Refusal | null>
  /** What a record of this type is called, as a kind; null where no module says. */
  readonly kindOf: (type: string, locale: Locale) => string | null
  /** Whether a record is classed as sensitive, whoever asks: mail about it is marked, or not sent (S0-18). */
  readonly isSensitive: (ctx: Ctx, subject: RecordKey) => Promise<boolean>
  /** Where an answer to a mail about a record goes, if it is to reach the record; null where answers go nowhere. */
  readonly replyTo: (ctx: Ctx, subject: RecordKey) => Promise<ReplyTo | null>
  /** Whether some module keeps something of a record, such as a file. */
  readonly keeps: (ctx: Ctx, subject: RecordKey) => Promise<boolean>
  /** Where the content of files lies, how much may come at once, and whether a scanner must say OK before anybody opens one. */
  readonly vault: Vault
  readonly uploads: UploadLimits
  readonly scans: boolean
  /** The mailboxes that mail comes in to; never opened with a transaction open. */
  readonly mailboxes: Mailboxes
  /** Asks the providers of sign-in; never with a transaction open (`askFirst` in http.ts). */
  readonly openid: OpenId
  /** Whether a password is known to have leaked somewhere. */
  readonly leaked: Leaked
  /** What a log entry says, in words, whichever module wrote it. */
  readonly sentence: (event: { readonly type: string; readonly data: unknown }, locale: Locale) => string
}

/** All that a command or a query may know: the open transaction, who asks, when, and the house. */
export type Ctx = { readonly tx: Tx; readonly actor: Actor; readonly now: Date; readonly house: House }
