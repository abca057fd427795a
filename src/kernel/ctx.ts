import type { Transaction } from 'kysely'
import type { Schema } from '../db/types.ts'
import type { Actor } from './actor.ts'

export type Tx = Transaction<Schema>

/** What belongs to the installation and not to one request. */
export type House = {
  readonly baseUrl: string
  readonly demo: boolean
  /** 32 bytes: seals the identity of protected reporters (src/kernel/seal.ts). */
  readonly sealingKey: Uint8Array
  /** Puts a job in the queue inside the caller's transaction: it is there if, and only if, the change is. */
  readonly enqueue: (tx: Tx, queue: string, data: object) => Promise<void>
}

/** All that a command or a query may know: the open transaction, who asks, when, and the house. */
export type Ctx = { readonly tx: Tx; readonly actor: Actor; readonly now: Date; readonly house: House }
