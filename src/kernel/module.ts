import type { ComponentChildren } from 'preact'
import type { Actor } from './actor.ts'
import type { Refusal } from './change.ts'
import type { CommentedOf } from './comment.ts'
import type { Addendum, Approvals, Attaches, Counted, Ctx, Demanded, Hit, Reviewed } from './ctx.ts'
import type { Documented } from './documented.ts'
import type { Expiring, ExpiringKind } from './expiring.ts'
import type { MachineRoad, Route } from './http.ts'
import type { RecordKey } from './ids.ts'
import type { Sweep } from './jobs.ts'
import type { Linked, MarkRule } from './link.ts'
import type { ReplyTo } from './mailbox.ts'
import type { PlannedActions } from './planned.ts'
import type { Profile, ProfilePart } from './profile.ts'
import type { Kept, Removal } from './removal.ts'
import type { SealedIn } from './sealed.ts'
import type { Shareable, SharedKind } from './shared.ts'
import type { OwnStep } from './step.ts'
import type { Locale } from './texts.ts'
import type { Vault } from './vault.ts'
import type { VersionedOf } from './version.ts'

/** A place in the main menu, under the errand that leads there. */
export type Place = {
  readonly errand: Errand
  readonly href: string
  readonly label: (locale: Locale) => string
  /** Other words that people would search for it by. */
  readonly also?: (locale: Locale) => string
  readonly may: (actor: Actor) => boolean
  /** First, or last, of its errand; the others in the order of the modules. */
  readonly stands?: 'first' | 'last'
  /** Where organisations differ: whether this one has it at all, and for whom. */
  readonly has?: (profile: Profile, actor: Actor) => boolean
  /** Other addresses that belong under it, though no place of the menu leads there. */
  readonly holds?: readonly string[]
}
/** In the order of the menu. An errand with several places opens on the first that its reader may see. */
export const errands = [
  'home',
  'mine',
  'cases',
  'tasks',
  'guidance',
  'registers',
  'control',
  'staff',
  'rights',
  'log',
  'organisation',
] as const
export type Errand = (typeof errands)[number]

/** A page or a deed that the search leads to by its name, beside the places of the menu. `also`: other words that people would write. */
export type Way = {
  readonly href: string
  readonly label: (locale: Locale) => string
  readonly also?: (locale: Locale) => string
  readonly may: (ctx: Ctx) => boolean | Promise<boolean>
}

/** What of a module's records is found from anywhere. */
export type Finds = {
  readonly label: (locale: Locale) => string
  /** The first of them, in the order they are shown in, at most `most`: only what whoever asks may open. */
  readonly hits: (ctx: Ctx, words: string, locale: Locale, most: number) => Promise<readonly Hit[]>
  /** The list that shows all of them, found by the same words; null where whoever asks has none. */
  readonly list: (ctx: Ctx) => string | null
}

/** The kinds of event that the log is searched by, in the groups they stand in. A module may have one of its own: `own`. */
export const logKinds = {
  cases: ['meldt', 'behandlet', 'vurdert', 'lukket', 'datatilsynet', 'berorte', 'oppgaver'],
  access: ['apnet', 'melder', 'avvist', 'innlogging', 'logglesing'],
  organisation: ['personer', 'enheter', 'oppsett', 'e-post'],
} as const
export type LogKind = (typeof logKinds)[keyof typeof logKinds][number]

/** What each event of a module is called, by its type. */
export type EventWords = Readonly<Record<string, (event: never) => string>>
type Log<W extends EventWords> = {
  readonly words: (locale: Locale) => { readonly events: W }
  /** Every event that has words has a kind, or could never be searched for. */
  readonly kinds: { readonly [T in keyof W]: LogKind | 'own' }
  readonly own?: { readonly key: string; readonly label: (locale: Locale) => string }
}

/** A part of another module's page. It asks for itself what its reader may see. */
export type Panel = (ctx: Ctx, id: string, locale: Locale) => Promise<ComponentChildren>

/**
 * What the shell must know of a module: its row in app/modules.ts. By kind of record (`deviation`, `system`) where the record is an
 * earlier module's: the wish to point backwards is met here and nowhere else.
 */
export type Module = {
  readonly name: string
  /** An organisation may do without it, where it keeps such things elsewhere; the main job does not rest on it. */
  readonly mayBeLeftOut?: true
  readonly routes: readonly Route[]
  /** What other machines ask here, each with a token of its own. */
  readonly machines?: readonly MachineRoad[]
  readonly log?: Log<EventWords>
  readonly places?: readonly Place[]
  /** In what organisations differ here: its part of the profile, and how it is changed. */
  readonly profile?: ProfilePart
  readonly ways?: readonly Way[]
  /** Its records among the hits of the search from anywhere: one row. */
  readonly finds?: Finds
  /** What it counts on the home of those who oversee its records; nothing for the others. */
  readonly overview?: (ctx: Ctx, locale: Locale) => Promise<readonly Counted[]>
  /** What it counts of a unit and those below it, for those who lead it or oversee: also what there is none of. */
  readonly ofUnit?: (ctx: Ctx, unit: string, locale: Locale) => Promise<readonly Counted[]>
  readonly panels?: Of<readonly Panel[]>
  /** What is to be done with a record as it stands, and where it is pressed: the first of all that the modules say stands first on its page. */
  readonly steps?: Of<(ctx: Ctx, id: string, locale: Locale) => Promise<readonly OwnStep[]>>
  /** Sections that it adds to the documents of a record. */
  readonly addenda?: Of<readonly ((ctx: Ctx, id: string, language: Locale) => Promise<Addendum | null>)[]>
  /** What it keeps of a record in words that people wrote: a redaction reaches it too (S1-42). */
  readonly removals?: Of<readonly ((ctx: Ctx, id: string, remove: Removal, locale: Locale) => Promise<readonly Kept[]>)[]>
  /** Who may open its records: an earlier module that links to one asks here first, so no link leads nowhere. */
  readonly opens?: Of<(ctx: Ctx, id: string) => Promise<boolean>>
  /** What is planned in its records, with whoever does it and the day: in the one action plan. */
  readonly planned?: readonly PlannedActions[]
  /** The documents that its records are, or hold. */
  readonly documented?: Of<Documented>
  /** Who may see the files of its records, and add to them. */
  readonly files?: Of<(ctx: Ctx, id: string) => Promise<Attaches | undefined>>
  /** Who may read what its records said before, and of which parts: whose record says it. */
  readonly versions?: Of<VersionedOf>
  /** Its records that are written once and used by many organisations: what goes along, and by which of its deeds. */
  readonly shared?: { readonly [K in SharedKind]?: Shareable }
  /** Its records that Varde deletes by itself when their time is up. */
  readonly expiring?: { readonly [K in ExpiringKind]?: Expiring }
  /** What one of its records is called, as a kind: a mail that may name no record says at least what it is about. */
  readonly named?: Of<(locale: Locale) => string>
  /** Its records that are reviewed: who plans, who reviews, and whose task it is. */
  readonly reviewed?: Of<(ctx: Ctx, id: string) => Promise<Reviewed | undefined>>
  /** Its records that others must approve: who, and what follows when all have. */
  readonly approvals?: Of<(ctx: Ctx, id: string) => Promise<Approvals | undefined>>
  /** What it demands before something is done with a record of an earlier module; the earlier module has the words of the refusal. */
  readonly demands?: Of<(ctx: Ctx, id: string, deed: Demanded) => Promise<Refusal | null>>
  /** Who may comment its records, and for whom: they then have comments on their page. */
  readonly comments?: Of<CommentedOf>
  /** Its kinds of record that hang together with others: on the page of each stands all that points at it. */
  readonly links?: Of<Linked>
  /** Changes in one kind of record that another must be looked at again for: said by the later of the two. */
  readonly marks?: readonly MarkRule[]
  /** Its records that may be classed as sensitive, and whether this one is. */
  readonly sensitive?: Of<(ctx: Ctx, id: string) => Promise<boolean>>
  /** Where an answer to a mail about one of its records goes, so that it reaches the record. */
  readonly replies?: Of<(ctx: Ctx, id: string) => Promise<ReplyTo | null>>
  /** Whether it keeps something of a record: then the record is not taken away. */
  readonly keeps?: (ctx: Ctx, subject: RecordKey) => Promise<boolean>
  /** Its registers that a file may be brought into, each with what does the next rows of one; answers whether any are left. */
  readonly imports?: Of<(ctx: Ctx, id: string, most: number) => Promise<boolean>>
  /** What it does when an event is written, in the same transaction: both are there, or neither. By the type of the event. */
  readonly reactions?: Of<readonly ((ctx: Ctx, id: string) => Promise<void>)[]>
  /** Its columns that hold what is sealed with the organisation's key: sealed anew when there is a newer one. */
  readonly sealed?: readonly SealedIn[]
  /** What it looks for by the clock, besides reminders and mail. */
  readonly sweeps?: (vault: Vault) => readonly Sweep[]
}
type Of<T> = Readonly<Record<string, T>>

/** A module's row. An event with words and no kind does not compile. */
export const moduleRow = <const W extends EventWords>(row: Omit<Module, 'log'> & { readonly log?: Log<W> }): Module =>
  row as unknown as Module
