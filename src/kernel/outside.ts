import { AsyncLocalStorage } from 'node:async_hooks'

const transactions = new AsyncLocalStorage<{ open: boolean }>()

/** Runs `work` so that whatever must be done outside a transaction is an error at once inside it. */
export const insideTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
  const mark = { open: true }
  try {
    return await transactions.run(mark, work)
  } finally {
    mark.open = false
  }
}

export const isInsideTransaction = (): boolean => transactions.getStore()?.open ?? false

/**
 * Stands first in what waits for something else than the database: another machine, another process, a file that somebody made to be slow.
 * Inside a transaction it would hold a connection meanwhile, and a dozen of them are all there are (docs/decisions/0042).
 */
export const refuseInsideTransaction = (what: string): void => {
  if (isInsideTransaction()) throw new Error(`${what} inside an open transaction: answer with askFirst, or end the transaction first.`)
}
