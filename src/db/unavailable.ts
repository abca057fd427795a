import type { Pool } from 'pg'

/** No connection became free in time. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy'
}

/** `lost`: the connection is gone. `busy`: it answers, and not in time or not now. `full`: there is no room left on its disk, or on that of the files. */
export type Unavailable = 'lost' | 'busy' | 'full'

/**
 * What it means that the database did not do what it was asked: the one place that knows the codes of PostgreSQL, of Node's sockets,
 * and the sentences of pg, which has no codes. Null: the fault is ours, and trying again does not help.
 */
export function unavailable(error: unknown): Unavailable | null {
  for (let one: unknown = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code } = one as Error & { readonly code?: unknown }
    const state = typeof code === 'string' ? code : ''
    if (one instanceof DatabaseBusy || busyCodes.has(state) || busyWords.test(one.message)) return 'busy'
    if (fullCodes.has(state)) return 'full'
    if (lostCodes.test(state) || lostWords.test(one.message)) return 'lost'
  }
  return null
}

/** Worth no more than one try on this connection: pool and callers give it up instead of handing it to the next. */
export const spoilsConnection = (error: unknown): boolean =>
  unavailable(error) === 'lost' || (error instanceof Error && /^(Query read timeout$|cached plan must not change)/.test(error.message))

// 08: connection exceptions (a pooler's own refusals are 08P01). 57P01-05: shut down, crashed, starting, database dropped, idle too
// long. 25P03/25P04: idle or too long in a transaction, which ends the connection. 25006: a former primary that came back read-only.
// 58: the server's own disk or files. The rest are Node's.
const lostCodes =
  /^(08...|57P0[1-5]|25P03|25P04|25006|58...|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|ENOENT_SOCKET)$/
const lostWords = /^(Connection terminated|Client (was closed|has encountered a connection error)|Client has ended|server conn crashed)/

// A statement that was prepared before a migration gave its table another column: on a fresh connection it goes through.
// Too many connections (of the server, of a role, of a pooler); cancelled or timed out; a lock that did not come; two that stood in
// each other's way, of whom this one was undone: sent once more it goes through.
const busyCodes: ReadonlySet<string> = new Set(['53300', '53400', '57014', '55P03', '40001', '40P01', '53000', '53200'])
const busyWords =
  /^(Query read timeout|cached plan must not change|timeout exceeded when trying to connect|query_wait_timeout|no more connections allowed|pooler is shut|too many connections)|due to connection timeout/

const fullCodes: ReadonlySet<string> = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** Without a listener a connection that dies while it is in use ends the whole process. What was asked of it fails by itself. */
export const surviveLostConnections = (pool: Pool, told: (error: Error) => void): void => {
  // While a client is in use, pg-pool listens to none of its errors.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', told)
}
