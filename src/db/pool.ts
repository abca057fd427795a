import type { EventEmitter } from 'node:events'
import type { Writable } from 'node:stream'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { isInsideTransaction } from '../kernel/outside.ts'
import { DatabaseBusy, spoilsConnection, unavailable } from './unavailable.ts'

/** Owns the tables of the embedded database. On a server the owner is whoever DATABASE_URL names. */
export const ownerRole = 'varde_owner'
/** Serves pages and jobs: owns nothing, bound by row-level security. On a server it is taken by a login of its own (web-login.ts). */
export const webRole = 'varde_web'

/**
 * A pool that says what is wrong when it is asked inside an open transaction, or when no connection comes free. `prepare`: whether a
 * statement may be kept on a connection, which it may not behind a pooler that gives every transaction another one. `several`: the pool asks
 * one of several servers.
 */
export const patiently = (pool: Pool, { prepare, several }: { readonly prepare: boolean; readonly several: boolean }): PostgresPool => ({
  connect: async () => {
    refuseAnother()
    return discardedWhenSpoiled(await connectTo(pool, several), prepare) as unknown as PostgresPoolClient
  },
  end: () => pool.end(),
  options: pool.options,
})

// After a failover the old primary comes back read-only, and connections that stayed on it would fail for days while reads look well.
const readOnly = '25006'
const spoiled = new WeakSet<PoolClient>()
const watched = new WeakSet<PoolClient>()

const discardedWhenSpoiled = (client: PoolClient, prepare: boolean): PoolClient => {
  if (!watched.has(client)) {
    watched.add(client)
    const { connection } = client as PoolClient & { readonly connection: EventEmitter }
    connection.on('errorMessage', (error: { code?: string }) => {
      if (error.code === readOnly) spoiled.add(client)
    })
    if (prepare) prepareOften(client)
    watch(client)
  }
  const release = client.release
  client.release = (discard) => release(discard || spoiled.has(client))
  return client
}

type Sending = { readonly pipeline?: boolean; readonly connection: { readonly stream: Writable } }

/** Whether a statement may be sent before the one ahead of it has been answered. */
export const pipelines = (client: PostgresPoolClient): boolean => (client as unknown as Sending).pipeline === true

/** What `send` asks for in one breath leaves as one packet: each is a call of the system here, and wakes the server there. */
export function inOneWrite<T>(client: PostgresPoolClient, send: () => T): T {
  const { stream } = (client as unknown as Sending).connection
  if (!pipelines(client)) return send()
  stream.cork()
  try {
    return send()
  } finally {
    stream.uncork()
  }
}

/**
 * A query that timed out here is still at work there: whoever took the connection next would wait for it. What has told the server that it
 * may take its time, as a migration or a backup, is given it here too, until its transaction ends.
 */
const watch = (client: PoolClient): void => {
  const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown
  let unhurried = false
  const watched = (asked: unknown, ...rest: readonly unknown[]) => {
    const text = typeof asked === 'string' ? asked : ''
    unhurried = (unhurried && !/^(commit|rollback)\b/.test(text)) || text.includes('set local statement_timeout = 0')
    const [values, ...more] = rest
    const answer = unhurried && text !== '' ? query({ text, values, query_timeout: longest }, ...more) : query(asked, ...rest)
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (spoilsConnection(error)) spoiled.add(client)
      })
    return answer
  }
  client.query = watched as unknown as PoolClient['query']
}

/** Of a timer of Node, in milliseconds: 24 days. */
const longest = 2 ** 31 - 1

/**
 * A statement that comes again and again is prepared: the server then parses and plans it once a connection, which is half its
 * work for the small ones that a page is made of, and more in the embedded database. Only so many are kept, since each costs memory there.
 */
const prepareOften = (client: PoolClient): void => {
  const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown
  const prepared = (text: unknown, values: unknown, ...rest: readonly unknown[]) => {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest)
  }
  client.query = prepared as unknown as PoolClient['query']
}

const often = 8
const mostPrepared = 250
const mostCounted = 2_000
const seen = new Map<string, number>()
const names = new Map<string, string>()

const nameOf = (text: string): string | undefined => {
  const name = names.get(text)
  if (name || names.size >= mostPrepared) return name
  const times = (seen.get(text) ?? 0) + 1
  if (times < often) {
    if (seen.size < mostCounted || seen.has(text)) seen.set(text, times)
    return undefined
  }
  seen.delete(text)
  names.set(text, `varde_${names.size}`)
  return names.get(text)
}

/**
 * The embedded database has one connection: the owner and the web role share it, and each takes it under its own role.
 * The role is set outside every transaction, so a rollback cannot undo it, and only when the last user was another.
 */
export const roleSwitch = (pool: Pool): ((role: string) => PostgresPool) => {
  let current: { readonly client: PoolClient; readonly role: string } | undefined
  return (role) => ({
    connect: async () => {
      refuseAnother()
      const client = preparing(await connect(pool))
      if (current?.client !== client || current.role !== role || outdated.has(client)) {
        // A new client begins where a lost one stopped, in the same session: a transaction may still be open, and what was prepared is there.
        const leftover = current?.client === client && !outdated.has(client) ? '' : 'rollback; deallocate all; '
        if (leftover) forgetPrepared(client)
        current = undefined
        try {
          await client.query(`${leftover}set role ${role}`)
        } catch (error) {
          client.release(true)
          throw error
        }
        current = { client, role }
      }
      return client as unknown as PostgresPoolClient
    },
    end: async () => {},
    options: pool.options,
  })
}

/** Those on whose connection something was prepared that a migration has changed since. */
const outdated = new WeakSet<PoolClient>()

const preparing = (client: PoolClient): PoolClient => {
  if (watched.has(client)) return client
  watched.add(client)
  prepareOften(client)
  const { connection } = client as PoolClient & { readonly connection: EventEmitter }
  connection.on('errorMessage', (error: { message?: string }) => {
    if (error.message?.startsWith('cached plan must not change')) outdated.add(client)
  })
  return client
}

/** All clients of the embedded database have one connection, which remembers by name what was prepared on it. */
const forgetPrepared = (client: PoolClient): void => {
  outdated.delete(client)
  const { connection } = client as PoolClient & { readonly connection: Record<'parsedStatements' | 'submittedNamedStatements', object> }
  connection.parsedStatements = {}
  connection.submittedNamedStatements = {}
}

const refuseAnother = (): void => {
  if (isInsideTransaction()) {
    throw new Error(
      'The database was asked outside the open transaction. Pass the transaction (tx) on to this query: the embedded database has one connection, and on a server the query would not see what the transaction did.',
    )
  }
}

/**
 * While a standby is being promoted none can be written to: they are asked in turn for about as long as one waits for a connection. One that
 * does not answer at all has used that time up.
 */
const connectToOneOf = async (pool: Pool): Promise<PoolClient> => {
  for (let left = Math.ceil((pool.options.connectionTimeoutMillis ?? 0) / betweenMs); ; left--) {
    try {
      return await connect(pool)
    } catch (error) {
      if (unavailable(error) !== 'lost' || left <= 0) throw error
      await new Promise((resolve) => setTimeout(resolve, betweenMs))
    }
  }
}
const betweenMs = 50
export const connectTo = (pool: Pool, several: boolean): Promise<PoolClient> => (several ? connectToOneOf(pool) : connect(pool))

const connect = async (pool: Pool): Promise<PoolClient> => {
  try {
    return await pool.connect()
  } catch (error) {
    // pg-pool gives its two timeouts no code of their own.
    if (error instanceof Error && /timeout exceeded when trying to connect|due to connection timeout/.test(error.message)) {
      throw new DatabaseBusy(
        `No database connection came free in ${pool.options.connectionTimeoutMillis} ms (${pool.totalCount} of ${pool.options.max} in use, ${pool.waitingCount} waiting). Is a transaction left open, or a query sent past it?`,
        { cause: error },
      )
    }
    throw error
  }
}
