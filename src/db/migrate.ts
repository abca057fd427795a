import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './types.ts'
import { makeWebLogin, webLoginCure } from './web-login.ts'

export type MigrateOptions = {
  /** Folder of NNNN_name.sql files; default: the folder beside this file, in the source as in the build. */
  readonly migrationsDir?: string
  /** Told each thing it did, a line at a time. */
  readonly log?: (line: string) => void
}

type Step = { readonly name: string; readonly text: string; readonly sha256: string }

// Any number, the same in every version of Varde.
const lockKey = 7_277_201

/**
 * Brings the database to this version: applies what is missing, in order, each file in a transaction of its own, one process at a time.
 * Returns the names it applied. Throws, with a cure, when a file that was applied has changed since, or when the web role is bound by no policy.
 */
export const migrate = async (db: Database, options: MigrateOptions = {}): Promise<readonly string[]> => {
  const log = options.log ?? (() => {})
  const steps = await readSteps(options.migrationsDir ?? join(import.meta.dirname, 'migrations'))
  const applied: string[] = []
  for (let next = await applyNext(db.owner, steps, log); next !== null; next = await applyNext(db.owner, steps, () => {})) {
    applied.push(next)
    log(`Migrated the database: ${next}`)
  }
  if (db.webLogin) await makeWebLogin(db.owner, db.web, db.webLogin)
  await refuseUnboundWebRole(db)
  return applied
}

// A temporary table would stand in front of a real one of its name. At each start, since a dump holds no rights to the database itself.
const noTemporaryTables = `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`

const readSteps = async (directory: string): Promise<readonly Step[]> => {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  const misnamed = names.find((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
  if (misnamed) throw new Error(`The migration ${misnamed} must be named NNNN_name.sql.`)
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Looks and applies nothing: which are missing here, and which this version does not know. Throws where one has changed since it was applied. */
export const migrationState = async (
  owner: Kysely<Schema>,
  migrationsDir = join(import.meta.dirname, 'migrations'),
): Promise<{ readonly applied: number; readonly missing: readonly string[]; readonly unknown: readonly string[] }> => {
  const steps = await readSteps(migrationsDir)
  const { rows } = await sql<{ there: boolean }>`select to_regclass('public.migration') is not null as there`.execute(owner)
  const kept = rows[0]?.there ? await owner.selectFrom('migration').select(['name', 'sha256']).execute() : []
  const applied = new Map(kept.map((row) => [row.name, row.sha256]))
  const unknown = [...applied.keys()].filter((name) => !steps.some((step) => step.name === name))
  return { applied: applied.size, missing: stepsToApply(steps, applied).map(({ name }) => name), unknown }
}

/** What is left to apply. Pure. */
export const stepsToApply = (
  steps: readonly Step[],
  applied: ReadonlyMap<string, string>,
  log: (line: string) => void = () => {},
): readonly Step[] => {
  for (const step of steps) {
    const sha256 = applied.get(step.name)
    if (sha256 !== undefined && sha256 !== step.sha256) {
      throw new Error(
        `The migration ${step.name} has changed since it was applied to this database. Restore the file as it was released and write the change as a new migration. In development, a new data folder or database does as well.`,
      )
    }
  }
  const newest = [...applied.keys()].sort().at(-1) ?? ''
  const missing = steps.filter((step) => !applied.has(step.name))
  const late = missing.find((step) => step.name < newest)
  if (late) {
    throw new Error(
      `The migration ${late.name} is new, but ${newest} is already applied to this database. Give it a number after that one. In development, a new data folder or database does as well.`,
    )
  }
  // During an upgrade the older version runs on the newer tables for a while; that is meant to work.
  const unknown = [...applied.keys()].filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) log(`The database is newer than this version of Varde: it also has ${unknown.join(', ')}.`)
  return missing
}

// A change of a table waits in line behind every open transaction, and everyone else waits behind it. So: a short wait, and again.
const lockTries = 30

/** Applies the first that is missing and answers its name; null: nothing is missing. */
const applyNext = async (owner: Kysely<Schema>, steps: readonly Step[], log: (line: string) => void): Promise<string | null> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await owner.connection().execute((connection) => inTurn(connection, steps, log))
    } catch (error) {
      if (!passes(error) || attempt === lockTries) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

/** All within one transaction, the lock too: behind a pooler the next transaction may be on another connection. */
const inTurn = async (connection: Kysely<Schema>, steps: readonly Step[], log: (line: string) => void): Promise<string | null> => {
  // A long change of data is no runaway query; waiting for another process that migrates is no fault.
  await run(connection, 'begin; set local statement_timeout = 0')
  try {
    await run(connection, `select pg_advisory_xact_lock(${lockKey})`)
    await run(connection, noTemporaryTables)
    await run(connection, migrationTable)
    const applied = new Map(
      (await connection.selectFrom('migration').select(['name', 'sha256']).execute()).map((row) => [row.name, row.sha256]),
    )
    const [step] = stepsToApply(steps, applied, log)
    if (step) await apply(connection, step)
    else log(`The database is up to date (${applied.size} migrations).`)
    await run(connection, 'commit')
    return step?.name ?? null
  } catch (error) {
    await run(connection, 'rollback').catch(() => {})
    throw error
  }
}

const migrationTable = `create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`

const apply = async (connection: Kysely<Schema>, step: Step): Promise<void> => {
  try {
    await run(connection, `set local lock_timeout = '500ms'`)
    await run(connection, step.text)
    await sql`insert into migration (name, sha256) values (${step.name}, ${step.sha256})`.execute(connection)
  } catch (error) {
    const said = error instanceof Error ? error.message : error
    throw Object.assign(new Error(`The migration ${step.name} failed and was undone: ${said}${hintOf(error)}`, { cause: error }), {
      code: (error as { code?: string }).code,
    })
  }
}

/**
 * A lock that was not given; or the one role of all Varde's databases on a server, made or granted by another of them at the same moment:
 * our own lock is of one database, and does not keep that one waiting. The next time round it is there.
 */
const passes = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return code === '55P03' || /pg_authid|pg_auth_members|role "\w+" already exists|tuple concurrently updated/.test(message ?? '')
}

const hintOf = (error: unknown): string => {
  const hint = (error as { hint?: string }).hint
  return hint ? ` (${hint})` : ''
}

/**
 * Row-level security binds neither superusers nor, unless forced, owners. Whom the connection was opened as counts too: whoever signs
 * in as the owner and takes the web role may go back (`reset role`).
 */
export const refuseUnboundWebRole = async ({ kind, web }: Database): Promise<void> => {
  // The embedded database has one connection for both, and nobody else in it.
  const signedIn = sql.raw(kind === 'pglite' ? 'current_user' : 'session_user')
  const { rows } = await sql<{ role: string; unbound: boolean }>`select ${signedIn} as role, bool_or(rolsuper or rolbypassrls or exists (
    select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(rolname, relowner, 'member'))) as unbound
    from pg_roles where rolname in (current_user, ${signedIn})`.execute(web)
  if (rows[0]?.unbound !== false) {
    throw new Error(
      `Web work would be done as ${rows[0]?.role}, whom row-level security does not bind. Leave the web address out, or let it sign in as a user that owns no table and is a member of varde_web only. ${webLoginCure}`,
    )
  }
}

const run = (connection: Kysely<Schema>, text: string) => connection.executeQuery(CompiledQuery.raw(text))
