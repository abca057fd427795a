import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../../db/database.ts'
import { migrate, migrationState } from '../../db/migrate.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { clockwork } from '../../kernel/actor.ts'
import { logKey } from '../../kernel/log-seal.ts'
import { nameOfMaster } from '../../kernel/sealed.ts'
import { recordRestored } from '../../modules/audit/public.ts'
import { endEverySession } from '../../modules/identity/public.ts'
import { holdMail } from '../../modules/messages/public.ts'
import type { Config } from '../config.ts'
import { houseOf } from '../start.ts'
import { houseKey, mastersOf, otherKey } from '../store-sealing-key.ts'
import { verifyOrganisation } from './audit.ts'
import {
  copied,
  countTables,
  differences,
  dumpFile,
  embeddedFolder,
  filesBelow,
  filesFolder,
  type Manifest,
  newestSeals,
  readManifest,
} from './backup-parts.ts'
import { keyCure, keyFindings } from './doctor-machine.ts'
import { type Asked, type Errand, misunderstood, read } from './errand.ts'
import { openedFor } from './open.ts'
import { findProgram, runProgram, surroundings } from './postgres-programs.ts'

/**
 * `restore folder`: puts a backup back where there is nothing, proves that it came back row by row and file by file, and holds all mail that
 * may have been sent since. Refuses where anything is there already. Start Varde when it has ended with 0. `restore --to moment`: below.
 */
export const restore: Errand = async (asked) => {
  const { config, words, say } = asked
  const { plain, of, unknown } = read(words, '--to')
  const [moment, ...others] = of('--to')
  if (moment !== undefined && plain.length + others.length + unknown.length === 0) return putBackToMoment(asked, moment)
  const [given, ...more] = plain
  if (given === undefined || more.length + unknown.length > 0) {
    say('Write which folder: npm run restore -- ../backups/2026-11-29')
    say("Or the moment that PostgreSQL itself put the database back to: npm run restore -- --to '2026-11-29 12:00:00+01'")
    return misunderstood
  }
  const folder = resolve(given)
  const manifest = await readManifest(folder)
  await refuseDamaged(folder, manifest)
  say(`The backup of ${manifest.madeAt} is whole: ${manifest.files.length} files, each as it was written.`)
  await refuseOtherPlace(config, manifest)
  await (config.databaseUrl === null ? intoFolder(config, folder, manifest) : intoServer(asked, config.databaseUrl, folder))
  for (const { path, sha256 } of below(manifest, filesFolder)) {
    const to = join(config.filesDir, path.slice(filesFolder.length + 1))
    if ((await copied(join(folder, path), to)).sha256 !== sha256)
      throw new Error(`${to} is not what was read: the disk is not to be trusted.`)
  }
  return openedFor(config, async (db) => ((await proven(db, manifest, asked)) ? afterwards(db, manifest, asked) : 1))
}

/**
 * `restore --to moment`: PostgreSQL has put the database back by itself (PITR). What follows is the same as after a backup: each log is verified
 * and says that it was done, nobody is signed in, and no mail goes a second time.
 */
async function putBackToMoment(asked: Asked, moment: string): Promise<number> {
  const { config, clock, say } = asked
  const at = new Date(moment)
  if (Number.isNaN(at.getTime()) || at > clock()) {
    say(`${moment} is no moment that has been. Write it with its time zone, as '2026-11-29 12:00:00+01'.`)
    return misunderstood
  }
  if (config.databaseUrl === null) throw new Error('The embedded database is not put back to a moment. Use a backup.')
  const [key] = await keyFindings(config)
  if (key?.state !== 'ok') throw new Error(`The sealing key: ${key?.says}. Put it back before the data: ${keyCure}`)
  return openedFor(config, async (db) => {
    const { rows } = await sql<{ recovering: boolean }>`select pg_is_in_recovery() as recovering`.execute(db.owner)
    if (rows[0]?.recovering) throw new Error('PostgreSQL is still putting it back. Wait until it has promoted itself, and run this again.')
    return afterwards(db, { madeAt: at.toISOString() }, asked)
  })
}

const below = ({ files }: Manifest, folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`))

/** Before anything is touched. */
async function refuseDamaged(folder: string, { files }: Manifest): Promise<void> {
  const damaged: string[] = []
  for (const { path, bytes, sha256 } of files) {
    const found = await copied(join(folder, path), null).catch(() => null)
    if (!found || found.bytes !== bytes || found.sha256 !== sha256) damaged.push(`${path} ${found ? 'has changed' : 'is missing'}`)
  }
  if (damaged.length > 0)
    throw new Error(`The backup is damaged, and nothing was put back: ${damaged.slice(0, 10).join('; ')}. Take another backup.`)
}

async function refuseOtherPlace(config: Config, { database, keys }: Manifest): Promise<void> {
  const kind = config.databaseUrl === null ? 'pglite' : 'postgres'
  if (kind !== database.kind)
    throw new Error(
      database.kind === 'postgres'
        ? 'The backup is of a PostgreSQL server: set DATABASE_URL to an empty database.'
        : 'The backup is of the embedded database: unset DATABASE_URL, and set DATA_DIR to a new folder.',
    )
  const [key] = await keyFindings(config)
  if (key?.state !== 'ok') throw new Error(`The sealing key: ${key?.says}. Put it back before the data: ${keyCure}`)
  const masters = await mastersOf(config, null)
  const here = [masters.newest, ...masters.older].map(nameOfMaster)
  const lacking = keys.filter((name) => !here.includes(name))
  if (lacking.length > 0)
    throw new Error(
      `The backup has keys that are wrapped by the sealing key ${lacking.join(', ')}, and here is ${here.join(', ')}. ${otherKey}`,
    )
  if ((await filesBelow(config.filesDir)).length > 0)
    throw new Error(`${config.filesDir} is not empty. Restore into a new folder: set FILES_DIR, or DATA_DIR.`)
}

async function intoFolder(config: Config, folder: string, manifest: Manifest): Promise<void> {
  const to = join(config.dataDir ?? './data', embeddedFolder)
  if ((await filesBelow(to)).length > 0) throw new Error(`${to} is not empty. Restore into a new data folder: set DATA_DIR.`)
  for (const one of manifest.folders) await mkdir(join(to, one), { recursive: true, mode: 0o700 })
  for (const { path, sha256 } of below(manifest, embeddedFolder))
    if ((await copied(join(folder, path), join(to, path.slice(embeddedFolder.length + 1)))).sha256 !== sha256)
      throw new Error(`${to} is not what was read: the disk is not to be trusted.`)
}

async function intoServer({ config, path }: Asked, url: string, folder: string): Promise<void> {
  const major = await openedFor(config, async ({ owner }) => {
    const { rows } = await sql<{ tables: number; major: number }>`
      select (select count(*)::int from pg_tables where schemaname not in ('pg_catalog', 'information_schema')) as tables,
        current_setting('server_version_num')::int / 10000 as major`.execute(owner)
    if (rows[0]?.tables !== 0)
      throw new Error(
        `The database is not empty: it has ${rows[0]?.tables} tables. Make a new one (createdb), and point DATABASE_URL to it.`,
      )
    await sql.raw(webRole).execute(owner)
    return rows[0].major
  })
  const program = await findProgram('pg_restore', major, path)
  const env = surroundings(url, [])
  const dump = join(folder, dumpFile)
  // The schema is there already; and what is said for the old owner by name is said again below, for whoever owns it now.
  const list = (await runProgram(program, ['--list', dump], env))
    .split('\n')
    .filter((line) => !/ (SCHEMA|COMMENT|ACL) - (SCHEMA )?public | DEFAULT ACL /.test(line))
  const work = await mkdtemp(join(tmpdir(), 'varde-restore-'))
  try {
    await writeFile(join(work, 'list'), list.join('\n'))
    const words = [
      '--no-owner',
      '--exit-on-error',
      '--single-transaction',
      `--use-list=${join(work, 'list')}`,
      `--dbname=${env.PGDATABASE}`,
    ]
    await runProgram(program, [...words, dump], env)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  await openedFor(config, ({ owner }) => sql.raw(rightsOfSchema).execute(owner))
}

// As the first migration has it; a role belongs to the server and not to the database, and is in no dump.
const webRole = `do $$ begin
  if not exists (select from pg_roles where rolname = 'varde_web') then
    create role varde_web nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  if not pg_has_role(current_user, 'varde_web', 'member') then execute format('grant varde_web to %I', current_user); end if;
end $$`
const rightsOfSchema = `revoke create on schema public from public;
  grant usage on schema public to varde_web;
  alter default privileges in schema public grant select, insert, update, delete on tables to varde_web;
  alter default privileges in schema public grant usage on sequences to varde_web`

const organisationsIn = async (db: Database) =>
  db.owner.selectFrom('organisation').select(['id', 'slug', 'profile_version as profile']).execute()

/** What stands in the tables is what stood in them, and each log ends with the seal that it ended with. */
async function proven(db: Database, manifest: Manifest, { say }: Asked): Promise<boolean> {
  const organisations = await organisationsIn(db)
  const wrong = await asOwner(db, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select set_config('varde.organisations', ${organisations.map(({ id }) => id).join(',')}, true)`.execute(tx)
    const seals = await newestSeals(tx)
    return [
      ...differences(manifest.tables, await countTables(tx)),
      ...Object.entries(manifest.seals).flatMap(([id, hash]) => (seals[id] === hash ? [] : [`the log of ${id} ends with another seal`])),
    ]
  })
  for (const line of wrong) say(`WRONG: ${line}`)
  if (wrong.length > 0) {
    say('What came back is NOT what was there. Do not start Varde on it.')
    return false
  }
  const rows = Object.values(manifest.tables).reduce((sum, one) => sum + one.rows, 0)
  say(
    `${rows} rows of ${Object.keys(manifest.tables).length} tables, and ${below(manifest, filesFolder).length} attached files, are as they were.`,
  )
  return true
}

/** The log is verified, and says from now on that this was done; nobody is signed in; no mail goes a second time. */
async function afterwards(db: Database, manifest: Pick<Manifest, 'madeAt'>, { config, clock, say }: Asked): Promise<number> {
  const { missing } = await migrationState(db.owner)
  await migrate(db)
  const masters = await mastersOf(config, db)
  const key = await houseKey(db, masters)
  const house = houseOf(config, key, { enqueue: async () => {} }, masters)
  if (missing.length > 0) say(`The tables were brought up to this version: ${missing.join(', ')}.`)
  await endEverySession(db.owner)
  let [held, whole] = [0, true]
  for (const { id, slug, profile } of await organisationsIn(db)) {
    const { faults, sealed } = await verifyOrganisation(db, id, clock(), [logKey(key).public], [])
    for (const fault of faults) say(`WRONG: the log of ${slug}: ${fault}`)
    if (faults.length === 0) say(`The log of ${slug} is whole: ${sealed} sealed lines.`)
    whole &&= faults.length === 0
    held += await inOrganisations(db, [id], async (tx) => {
      const ctx = { tx, actor: clockwork(id, profile), now: clock(), house }
      await recordRestored(ctx, manifest.madeAt)
      return holdMail(ctx)
    })
  }
  say(
    `${held} mails that waited may have been sent since the backup was taken. They are held, and go only when an administrator asks for it in Varde.`,
  )
  say(
    'Everybody must sign in again. What was done after the backup is gone: look at seals that were kept elsewhere, and at the mail server, to see what it was.',
  )
  return whole ? 0 : 1
}
