import type { ReactNode } from 'react'
import type { Actor } from './actor.ts'
import type { Addendum, Attaches, Ctx } from './ctx.ts'
import type { Route } from './http.ts'
import type { Sweep } from './jobs.ts'
import type { Kept, Removal } from './removal.ts'
import type { Locale } from './texts.ts'
import type { Vault } from './vault.ts'

/** A place in the main menu, under the errand that leads there. */
export type Place = {
  readonly errand: Errand
  readonly href: string
  readonly label: (locale: Locale) => string
  readonly may: (actor: Actor) => boolean
  /** Last of its errand. */
  readonly last?: true
}
/** In the order of the menu. An errand with several places opens on the first that its reader may see. */
export const errands = ['home', 'mine', 'cases', 'tasks', 'registers', 'log', 'organisation'] as const
export type Errand = (typeof errands)[number]

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
export type Panel = (ctx: Ctx, id: string, locale: Locale) => Promise<ReactNode>

/**
 * What the shell must know of a module: its row in app/modules.ts. By kind of record (`deviation`, `system`) where the record is an
 * earlier module's: the wish to point backwards is met here and nowhere else.
 */
export type Module = {
  readonly name: string
  readonly routes: readonly Route[]
  readonly log?: Log<EventWords>
  readonly places?: readonly Place[]
  readonly panels?: Of<readonly Panel[]>
  /** Sections that it adds to the documents of a record. */
  readonly addenda?: Of<readonly ((ctx: Ctx, id: string, language: Locale) => Promise<Addendum | null>)[]>
  /** What it keeps of a record in words that people wrote: a redaction reaches it too (S1-42). */
  readonly removals?: Of<readonly ((ctx: Ctx, id: string, remove: Removal, locale: Locale) => Promise<readonly Kept[]>)[]>
  /** Who may open its records: an earlier module that links to one asks here first, so no link leads nowhere. */
  readonly opens?: Of<(ctx: Ctx, id: string) => Promise<boolean>>
  /** Who may see the files of its records, and add to them. */
  readonly files?: Of<(ctx: Ctx, id: string) => Promise<Attaches | undefined>>
  /** What it does when an event is written, in the same transaction: both are there, or neither. By the type of the event. */
  readonly reactions?: Of<readonly ((ctx: Ctx, id: string) => Promise<void>)[]>
  /** What it looks for by the clock, besides reminders and mail. */
  readonly sweeps?: (vault: Vault) => readonly Sweep[]
}
type Of<T> = Readonly<Record<string, T>>

/** A module's row. An event with words and no kind does not compile. */
export const moduleRow = <const W extends EventWords>(row: Omit<Module, 'log'> & { readonly log?: Log<W> }): Module =>
  row as unknown as Module
