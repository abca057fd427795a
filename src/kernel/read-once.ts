import type { Ctx, Tx } from './ctx.ts'

const kept = new WeakMap<Tx, Map<string, Promise<unknown>>>()

/** For the rest of this transaction a record is read once, whoever asks for it: for a page that is only shown. Nothing is kept otherwise. */
export const keepsWhatItReads = (tx: Tx): void => void kept.set(tx, new Map())

/**
 * What is read here, for its organisation: by `what`, which says the kind of record and its id. The panels of a page all ask whose
 * record they stand on. Never what depends on who asks.
 */
export function readOnce<T>({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, what: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(tx)
  if (!known) return read()
  const key = `${actor.organisationId} ${what}`
  const before = known.get(key)
  if (before) return before as Promise<T>
  const now = read()
  known.set(key, now)
  return now
}
