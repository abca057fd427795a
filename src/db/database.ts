import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { lockFolder } from './lock.ts'
import { connectTo, ownerRole, patiently, roleSwitch, webRole } from './pool.ts'
import { oneOf, serversOf } from './servers.ts'
import type { Schema } from './types.ts'
import { surviveLostConnections, unavailable } from './unavailable.ts'
import { valueParsers } from './values.ts'
import { signedInAs, type WebLogin, webLoginOf } from './web-login.ts'

export type DatabaseConfig = {
  /** PostgreSQL address of the owner of the tables, with several servers where there are (servers.ts); null: the embedded database. */
  readonly url: string | null
  /** Address of a login that is in varde_web and owns nothing; without it, one is made beside the owner (see web-login.ts). */
  readonly webUrl?: string | null
  /** A pooler stands between, that gives each transaction another connection: nothing is kept on one. */
  readonly pooled?: boolean
  /** Folder of the embedded database; null: in memory, gone at close. */
  readonly dataDir: string | null
  /** Most connections for web work at once (a server only; the embedded database has one). */
  readonly poolSize: number
  /** Longest wait for a free connection, in milliseconds. */
  readonly waitMs?: number
  /** Longest wait for the answer to one statement, in milliseconds: a server that has gone silent, as without power, never says so. */
  readonly answerMs?: number
  /** What a server is told that its connections are for: `varde` for what serves and works, so that a command can tell whether it runs. */
  readonly name?: string
  /** An embedded database that is open already, instead of the folder (tests begin from a copy). Closed with the rest. */
  readonly embedded?: PGlite
  /** Told when an idle connection dies; the pool replaces it by itself. */
  readonly onConnectionError?: (error: Error) => void
}

export type Database = {
  readonly kind: 'pglite' | 'postgres'
  /** Owns the tables: migrations and the queue's own tables. Row-level security is forced on it too. */
  readonly owner: Kysely<Schema>
  /** Everything else, as varde_web. Outside inOrganisations() it sees no organisation's rows. */
  readonly web: Kysely<Schema>
  /** The same connections as a plain pool, for libraries that bring their own SQL. */
  readonly pools: { readonly owner: PostgresPool; readonly web: PostgresPool }
  /** What must be said after each `begin`, where a connection cannot carry it. */
  readonly limits: string
  /** The login that web work signs in with, where the operator named none: migrate() makes it. */
  readonly webLogin: WebLogin | null
  close(): Promise<void>
}

/** Opens the database; makes no tables (see migrate.ts). Throws with a cure when the server is too old or the folder is taken. */
export const openDatabase = (config: DatabaseConfig): Promise<Database> =>
  config.url === null ? openEmbedded(config) : openServer(config, config.url)

const openServer = async (config: DatabaseConfig, url: string): Promise<Database> => {
  const pooled = config.pooled ?? false
  const waitMs = config.waitMs ?? 2_000
  const servers = serversOf(url)
  const webLogin = config.webUrl ? null : webLoginOf(servers[0] ?? url)
  const webServers = webLogin ? servers.map((one) => signedInAs(one, webLogin)) : serversOf(config.webUrl ?? url)
  const several = servers.length > 1
  const turn = { at: 0 }
  const to = (all: readonly string[]) =>
    oneOf(all, turn, (one) => serverConfig(one, { pooled, answerMs: config.answerMs ?? statementMs + 2_000, name: config.name ?? served }))
  const owner = new Pool({ ...to(servers), max: 3, connectionTimeoutMillis: Math.max(waitMs, 5_000) })
  const web = new Pool({
    ...to(webServers),
    ...(pooled ? {} : { lock_timeout: lockMs }),
    max: config.poolSize,
    connectionTimeoutMillis: waitMs,
  })
  for (const pool of [owner, web]) surviveLostConnections(pool, config.onConnectionError ?? (() => {}))
  try {
    await refuseOldServer(() => firstOf(servers.length, () => connectTo(owner, several)), pooled)
  } catch (error) {
    await Promise.all([owner.end(), web.end()])
    throw error
  }
  const prepare = !pooled
  return {
    ...database('postgres', patiently(owner, { prepare, several }), patiently(web, { prepare, several }), async () => {
      await Promise.all([owner.end(), web.end()])
    }),
    limits: pooled
      ? `; set local statement_timeout = ${statementMs}; set local idle_in_transaction_session_timeout = ${idleMs}; set local lock_timeout = ${lockMs}`
      : '',
    webLogin,
  }
}

/** At the start nothing is known of any of the servers: one that says nothing costs its time, and the turn has gone to the next. */
async function firstOf<T>(servers: number, connect: () => Promise<T>): Promise<T> {
  for (let left = servers - 1; ; left--) {
    try {
      return await connect()
    } catch (error) {
      if (left <= 0 || unavailable(error) === null) throw error
    }
  }
}

/** The name of the connections of a process that serves pages or works: a command has another. */
export const served = 'varde'

const statementMs = 15_000
const idleMs = 30_000
// Shorter than the wait for a connection: those who wait for one locked row must not keep everybody else's pages from being served.
const lockMs = 1_500

/** A pooler of transactions refuses, or drops, what a connection asks for when it is opened: there our own side alone keeps the time. */
type Asking = { readonly pooled: boolean; readonly answerMs: number; readonly name: string }
const serverConfig = (url: string, { pooled, answerMs, name }: Asking): PoolConfig => ({
  connectionString: url,
  keepAlive: true,
  types: valueParsers,
  // What is asked at once is sent at once. A pooler of transactions must see each beginning answered before it knows where the rest belongs.
  pipeline: !pooled,
  query_timeout: answerMs,
  ...(pooled ? {} : { application_name: name, statement_timeout: statementMs, idle_in_transaction_session_timeout: idleMs }),
})

/** By server_version_num. Row-level security leaked through the planner's statistics until these minors (CVE-2025-8713); 14 has no security_invoker views. */
export const isTooOld = (version: number): boolean =>
  version < 150_000 || version % 10_000 < (oldestMinor[Math.floor(version / 10_000)] ?? 0)

const oldestMinor: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 }

const refuseOldServer = async (connect: () => Promise<PoolClient>, pooled: boolean): Promise<void> => {
  const { rows } = await connect()
    .then((client) =>
      client
        .query<{ version: string; number: number; ms: number }>(
          `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
            (select setting::int from pg_settings where name = 'statement_timeout') as ms`,
        )
        .finally(() => client.release()),
    )
    .catch((error: Error) => {
      if (/unsupported startup parameter/.test(error.message)) throw new Error(poolerFound, { cause: error })
      throw new Error(`The PostgreSQL server did not let Varde in: ${error.message}. Is it running, and is DATABASE_URL right?`, {
        cause: error,
      })
    })
  const { version, number, ms } = rows[0] ?? { version: 'unknown', number: 0, ms: 0 }
  if (!pooled && ms !== statementMs) throw new Error(poolerFound)
  if (isTooOld(number)) {
    throw new Error(
      `The PostgreSQL server is version ${version}. Varde needs 15.14, 16.10, 17.6 or newer: older ones leak rows past row-level security (CVE-2025-8713). Upgrade the server, or point DATABASE_URL to another.`,
    )
  }
}

const poolerFound =
  'A connection pooler stands between Varde and the PostgreSQL server: what a connection asks for when it is opened does not reach the server. Set DATABASE_POOLER to transaction, or point DATABASE_URL past the pooler.'

const openEmbedded = async (config: DatabaseConfig): Promise<Database> => {
  const lock = config.dataDir === null ? null : await lockFolder(config.dataDir)
  try {
    const { PGlite } = await import('@electric-sql/pglite')
    const { createPgConfig } = await import('@electric-sql/pglite/node-postgres')
    const pglite = config.embedded ?? (await PGlite.create(await embeddedFolder(config.dataDir)))
    await pglite.exec(embeddedOwner)
    const pool = new Pool({
      ...(createPgConfig(pglite) as unknown as PoolConfig),
      max: 1,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: config.waitMs ?? 5_000,
      types: valueParsers,
    })
    surviveLostConnections(pool, config.onConnectionError ?? (() => {}))
    const roles = roleSwitch(pool)
    return database('pglite', roles(ownerRole), roles(webRole), async () => {
      await pool.end()
      await pglite.close()
      await lock?.release()
    })
  } catch (error) {
    await lock?.release()
    throw error
  }
}

const embeddedFolder = async (dataDir: string | null): Promise<string> => {
  if (dataDir === null) return 'memory://'
  const folder = join(dataDir, 'database')
  await mkdir(folder, { recursive: true })
  return folder
}

// The embedded database's own user is a superuser, whom no policy binds. The tables belong to an ordinary role, as on a server.
const embeddedOwner = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${ownerRole}') then
      create role ${ownerRole} nologin nosuperuser nobypassrls createrole;
      alter schema public owner to ${ownerRole};
      execute format('alter database %I owner to ${ownerRole}', current_database());
    end if;
  end $$`

const database = (kind: Database['kind'], owner: PostgresPool, web: PostgresPool, close: () => Promise<void>): Database => ({
  kind,
  owner: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: owner }) }),
  web: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: web }) }),
  pools: { owner, web },
  limits: '',
  webLogin: null,
  close: once(close),
})

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
