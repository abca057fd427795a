import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import { lockFolder } from './lock.ts'
import { ownerRole, patiently, roleSwitch, webRole } from './pool.ts'
import type { Schema } from './types.ts'
import { valueParsers } from './values.ts'

export type DatabaseConfig = {
  /** PostgreSQL address of the owner of the tables; null: the embedded database. */
  readonly url: string | null
  /** Address of a login that is varde_web itself; without it the owner's connections take that role. */
  readonly webUrl?: string | null
  /** Folder of the embedded database; null: in memory, gone at close. */
  readonly dataDir: string | null
  /** Most connections for web work at once (a server only; the embedded database has one). */
  readonly poolSize: number
  /** Longest wait for a free connection, in milliseconds. */
  readonly waitMs?: number
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
  close(): Promise<void>
}

/** Opens the database; makes no tables (see migrate.ts). Throws with a cure when the server is too old or the folder is taken. */
export const openDatabase = (config: DatabaseConfig): Promise<Database> =>
  config.url === null ? openEmbedded(config) : openServer(config, config.url)

const openServer = async (config: DatabaseConfig, url: string): Promise<Database> => {
  const onError = config.onConnectionError ?? (() => {})
  const waitMs = config.waitMs ?? 2_000
  const owner = new Pool({ ...serverConfig(url, []), max: 3, connectionTimeoutMillis: Math.max(waitMs, 5_000) })
  const web = new Pool({
    ...(config.webUrl ? serverConfig(config.webUrl, []) : serverConfig(url, [`-c role=${webRole}`])),
    max: config.poolSize,
    connectionTimeoutMillis: waitMs,
  })
  // Without a listener a dying idle connection ends the process.
  for (const pool of [owner, web]) pool.on('error', onError)
  try {
    await refuseOldServer(owner)
  } catch (error) {
    await Promise.all([owner.end(), web.end()])
    throw error
  }
  return database('postgres', patiently(owner), patiently(web), async () => {
    await Promise.all([owner.end(), web.end()])
  })
}

const serverConfig = (url: string, options: readonly string[]): PoolConfig => {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  address.searchParams.delete('options')
  return {
    connectionString: address.href,
    options: [given, ...options].filter(Boolean).join(' '),
    application_name: 'varde',
    keepAlive: true,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    types: valueParsers,
  }
}

/** By server_version_num. Row-level security leaked through the planner's statistics until these minors (CVE-2025-8713); 14 has no security_invoker views. */
export const isTooOld = (version: number): boolean =>
  version < 150_000 || version % 10_000 < (oldestMinor[Math.floor(version / 10_000)] ?? 0)

const oldestMinor: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 }

const refuseOldServer = async (pool: Pool): Promise<void> => {
  const { rows } = await pool
    .query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    )
    .catch((error: Error) => {
      throw new Error(`The PostgreSQL server did not let Varde in: ${error.message}. Is it running, and is DATABASE_URL right?`, {
        cause: error,
      })
    })
  const { version, number } = rows[0] ?? { version: 'unknown', number: 0 }
  if (isTooOld(number)) {
    throw new Error(
      `The PostgreSQL server is version ${version}. Varde needs 15.14, 16.10, 17.6 or newer: older ones leak rows past row-level security (CVE-2025-8713). Upgrade the server, or point DATABASE_URL to another.`,
    )
  }
}

const openEmbedded = async (config: DatabaseConfig): Promise<Database> => {
  const lock = config.dataDir === null ? null : await lockFolder(config.dataDir)
  try {
    const pglite = config.embedded ?? (await PGlite.create(await embeddedFolder(config.dataDir)))
    await pglite.exec(embeddedOwner)
    const pool = new Pool({
      ...(createPgConfig(pglite) as unknown as PoolConfig),
      max: 1,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: config.waitMs ?? 5_000,
      types: valueParsers,
    })
    pool.on('error', config.onConnectionError ?? (() => {}))
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
  close: once(close),
})

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
