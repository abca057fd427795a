import type { Transaction } from 'kysely'
import type { ReactNode } from 'react'
import type { Schema } from '../db/types.ts'
import type { Actor } from './actor.ts'
import type { Happening } from './change.ts'
import type { Kept, Removal } from './removal.ts'
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

/** What belongs to the installation and not to one request. */
export type House = {
  readonly baseUrl: string
  readonly demo: boolean
  /** 32 bytes: seals the identity of protected reporters (src/kernel/seal.ts). */
  readonly sealingKey: Uint8Array
  /** Puts a job in the queue inside the caller's transaction: it is there if, and only if, the change is. */
  readonly enqueue: (tx: Tx, queue: string, data: object) => Promise<void>
  /** Panels that later modules add to a record's page. */
  readonly related: (ctx: Ctx, subject: { readonly type: string; readonly id: string }, locale: Locale) => Promise<readonly ReactNode[]>
  /** What later modules add to the documents of a record, in the language of the record. */
  readonly addenda: (ctx: Ctx, subject: { readonly type: string; readonly id: string }, language: Locale) => Promise<readonly Addendum[]>
  /** What follows in later modules from what has just been written in the log, in the same transaction. */
  readonly react: (ctx: Ctx, subject: Subject, events: readonly Happening[]) => Promise<void>
  /** Takes a removed text out of what later modules keep of a record; answers with what may not change. */
  readonly remove: (
    ctx: Ctx,
    subject: { readonly type: string; readonly id: string },
    remove: Removal,
    locale: Locale,
  ) => Promise<readonly Kept[]>
  /** Whether whoever asks may open a record, whichever module keeps it. */
  readonly opens: (ctx: Ctx, subject: { readonly type: string; readonly id: string }) => Promise<boolean>
  /** What whoever asks may do with the files of a record, and the page they stand on; nothing where they may not see it. */
  readonly attaches: (ctx: Ctx, place: { readonly type: string; readonly id: string }) => Promise<Attaches | undefined>
  /** Where the content of files lies, how much may come at once, and whether a scanner must say OK before anybody opens one. */
  readonly vault: Vault
  readonly uploads: UploadLimits
  readonly scans: boolean
  /** What a log entry says, in words, whichever module wrote it. */
  readonly sentence: (event: { readonly type: string; readonly data: unknown }, locale: Locale) => string
}

/** All that a command or a query may know: the open transaction, who asks, when, and the house. */
export type Ctx = { readonly tx: Tx; readonly actor: Actor; readonly now: Date; readonly house: House }
