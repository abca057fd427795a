import type { Tx } from './ctx.ts'

const databases = new WeakMap<Tx, object>()
const kept = new WeakMap<object, Map<string, unknown>>()

/** Said by whoever begins a transaction: which database it is in. */
export const isIn = (tx: Tx, database: object): void => void databases.set(tx, database)

/**
 * What never changes is read once in a database, and kept in memory: a version of a profile, a logo. `key` says whose it is too.
 * `most`: of this kind; the oldest leaves first. What is not there is asked for again.
 */
export async function readForGood<T>(
  tx: Tx,
  { kind, key, most }: { readonly kind: string; readonly key: string; readonly most: number },
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const known = keptIn<T>(tx, kind)
  const before = known.get(key)
  if (before !== undefined) return before
  const now = await read()
  if (now === undefined) return undefined
  const oldest = known.keys().next()
  if (known.size >= most && !oldest.done) known.delete(oldest.value)
  known.set(key, now)
  return now
}

function kindsOf(database: object): Map<string, unknown> {
  const known = kept.get(database) ?? new Map<string, unknown>()
  kept.set(database, known)
  return known
}

/** What is kept in memory of this kind in the database that a transaction is in, for whoever bounds and renews it by himself. */
export function keptIn<T>(tx: Tx, kind: string): Map<string, T> {
  const own = kindsOf(databases.get(tx) ?? tx)
  const known = (own.get(kind) as Map<string, T> | undefined) ?? new Map<string, T>()
  own.set(kind, known)
  return known
}

export const forgetIn = (tx: Tx, kind: string, key: string): void => void keptIn(tx, kind).delete(key)
