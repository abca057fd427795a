import { chmod, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../db/database.ts'
import { lockFolder } from '../../db/lock.ts'
import { asOwner } from '../../db/transaction.ts'
import type { Tx } from '../../kernel/ctx.ts'
import type { Config } from '../config.ts'
import {
  copied,
  countTables,
  dumpFile,
  embeddedFolder,
  filesBelow,
  filesFolder,
  foldersBelow,
  type Manifest,
  manifestFile,
  namesOfKeys,
  newestSeals,
} from './backup-parts.ts'
import { type Asked, type Errand, misunderstood, read } from './errand.ts'
import { openedFor } from './open.ts'
import { findProgram, runProgram, surroundings } from './postgres-programs.ts'

/**
 * `backup folder`: the database as it is at one moment, and the files, each with a checksum, in a new folder. A server goes on working
 * meanwhile; the embedded database must be stopped. The keys are not in it: whoever finds a backup must not be able to open what is sealed.
 */
export const backup: Errand = async (asked) => {
  const { plain, unknown } = read(asked.words)
  const [given, ...more] = plain
  if (given === undefined || more.length + unknown.length > 0) {
    asked.say('Write which folder, one that is not there yet: npm run backup -- ../backups/2026-11-29')
    return misunderstood
  }
  const folder = resolve(given)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: a backup is never written over another. Name a new one.`)
  const part = await (asked.config.databaseUrl === null ? embedded(asked, folder) : server(asked, asked.config.databaseUrl, folder))
  const files = [...part.files, ...(await vault(asked.config.filesDir, folder))]
  const manifest: Manifest = {
    varde: 'backup',
    version: 1,
    madeAt: part.madeAt,
    database: part.database,
    tables: part.tables,
    seals: part.seals,
    keys: [...part.keys],
    folders: part.folders,
    files,
  }
  // Last, and whole or not there: a folder without it is no backup.
  await writeFile(join(folder, `${manifestFile}.part`), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
  await rename(join(folder, `${manifestFile}.part`), join(folder, manifestFile))
  const rows = Object.values(part.tables).reduce((sum, one) => sum + one.rows, 0)
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0)
  asked.say(
    `Backup of ${part.madeAt}: ${rows} rows of ${Object.keys(part.tables).length} tables and ${files.length} files, ${(bytes / 1024 ** 2).toFixed(1)} MB, in ${folder}`,
  )
  asked.say('It holds personal data: keep it where few can read it, and encrypted when it leaves the house.')
  asked.say(await keysSay(asked.config))
  return 0
}

type Part = Pick<Manifest, 'madeAt' | 'database' | 'tables' | 'seals' | 'folders' | 'files'> & { readonly keys: readonly string[] }

/** A snapshot is held open: what is counted and what is dumped is the same moment, whatever is written meanwhile. */
async function server({ config, clock, path }: Asked, url: string, folder: string): Promise<Part> {
  return openedFor(config, async (db) => {
    const organisations = await organisationIds(db)
    return asOwner(db, async (tx) => {
      await sql`set transaction isolation level repeatable read`.execute(tx)
      const { major, counts } = await counted(tx, db, organisations)
      const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(tx)
      const program = await findProgram('pg_dump', major, path)
      const words = [
        '--format=custom',
        '--no-owner',
        '--enable-row-security',
        `--snapshot=${rows[0]?.snapshot}`,
        '--schema=public',
        '--schema=pgboss',
      ]
      const to = join(folder, dumpFile)
      await runProgram(program, [...words, `--file=${to}`], surroundings(url, organisations))
      await chmod(to, 0o600)
      return { ...counts, madeAt: clock().toISOString(), folders: [], files: [{ path: dumpFile, ...(await copied(to, null)) }] }
    })
  })
}

/** Closed, its folder is whole: it is opened to be counted, closed, and held closed while it is copied. */
async function embedded({ config, clock }: Asked, folder: string): Promise<Part> {
  const dataDir = config.dataDir ?? './data'
  const counts = await openedFor(config, async (db) => {
    const organisations = await organisationIds(db)
    return asOwner(db, async (tx) => (await counted(tx, db, organisations)).counts)
  })
  const lock = await lockFolder(dataDir)
  try {
    const from = join(dataDir, embeddedFolder)
    const files: Manifest['files'] = []
    for (const path of await filesBelow(from))
      files.push({ path: `${embeddedFolder}/${path}`, ...(await copied(join(from, path), join(folder, embeddedFolder, path))) })
    return { ...counts, madeAt: clock().toISOString(), folders: [...(await foldersBelow(from))], files }
  } finally {
    await lock.release()
  }
}

const organisationIds = async (db: Database): Promise<readonly string[]> =>
  (await db.owner.selectFrom('organisation').select('id').orderBy('id').execute()).map(({ id }) => id)

/** A long dump is no runaway query, and its snapshot waits idle for it. */
const unhurried: RawBuilder<unknown> = sql`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`

async function counted(tx: Tx, db: Database, organisations: readonly string[]) {
  await unhurried.execute(tx)
  await sql`select set_config('varde.organisations', ${organisations.join(',')}, true)`.execute(tx)
  const { rows } = await sql<{ version: string; major: number }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major`.execute(tx)
  const { version = '', major = 0 } = rows[0] ?? {}
  const there = await tx.selectFrom('organisation').select('id').execute()
  if (there.length !== organisations.length)
    throw new Error('An organisation was made at this very moment, and would be left out. Run it again.')
  const names = (await tx.selectFrom('migration').select('name').orderBy('name').execute()).map(({ name }) => name)
  const counts = {
    database: { kind: db.kind, version, migrations: names },
    tables: await countTables(tx),
    seals: await newestSeals(tx),
    keys: await namesOfKeys(tx),
  }
  return { major, counts }
}

/** After the database: a file that came since is one too many, and a file that is named is there. What is half received stays behind. */
async function vault(filesDir: string, folder: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = []
  for (const path of await filesBelow(filesDir, (one) => one.startsWith('incoming/'))) {
    const one = await copied(join(filesDir, path), join(folder, filesFolder, path)).catch((fault: NodeJS.ErrnoException) => {
      // Removed while we came to it, as its record says too.
      if (fault.code === 'ENOENT') return null
      throw fault
    })
    if (one) files.push({ path: `${filesFolder}/${path}`, ...one })
  }
  return files
}

const keysSay = async (config: Config): Promise<string> =>
  `The keys are not in it. ${
    config.sealingKey ? 'SEALING_KEY' : `${join(config.dataDir ?? './data', 'sealing.key')}`
  }${config.openid.secretsDir ? `, ${config.openid.secretsDir}` : ''} and the passwords of the database must be kept elsewhere: without the sealing key nobody can open who the protected reporters are.`
