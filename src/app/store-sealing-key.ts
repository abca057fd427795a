import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { inOrganisations } from '../db/transaction.ts'
import { logKey } from '../kernel/log-seal.ts'
import { newKey } from '../kernel/seal.ts'
import { KeyAway, type Masters, nameOfMaster, unwrapped, wrapped } from '../kernel/sealed.ts'
import { sealIn } from '../kernel/verify-log.ts'
import type { Config } from './config.ts'

type Where = Pick<Config, 'dataDir' | 'sealingKey'> & Partial<Pick<Config, 'oldSealingKey'>>
export const keyFile = 'sealing.key'
export const oldKeyFile = 'sealing.key.old'

/** The sealing key, and the one before it while keys are still wrapped by that. */
/** `db`: where a key may be made, in a database that has none yet; null where one is known to be here. */
export async function mastersOf(config: Where, db: Database | null): Promise<Masters> {
  const old = config.oldSealingKey
    ? Buffer.from(config.oldSealingKey, 'hex')
    : config.sealingKey
      ? null
      : await keyIn(join(config.dataDir ?? './data', oldKeyFile))
  const newest = await sealingKey(config, async (path) => {
    if (db && (await isSealed(db))) throw new KeyAway(keyGone(path))
  })
  return { newest, older: old && nameOfMaster(old) !== nameOfMaster(newest) ? [old] : [] }
}

/**
 * The key of the house, for a start: made where nothing is set up yet. An installation from before it had one goes on with its sealing key as
 * the key of the house, or its codes, links and marks would open nothing. Throws, with a cure, where the sealing key is another than it was.
 */
export async function houseKey(db: Database, masters: Masters): Promise<Uint8Array> {
  const kept = await keptHouseKey(db, masters)
  if (kept) return kept
  const key = (await keyBefore(db, masters)) ?? newKey()
  const made = wrapped(masters.newest, key, house)
  // Of two that start at once, both have the key of the first.
  await db.owner
    .insertInto('house_key')
    .values({ wrapped: Buffer.from(made.wrapped), wrapped_by: made.wrappedBy })
    .onConflict((conflict) => conflict.column('single').doNothing())
    .execute()
  return (await keptHouseKey(db, masters)) ?? key
}

/** For a command that changes nothing: the sealing key itself where the installation has not been started since it has a key of the house. */
export const readHouseKey = async (db: Database, masters: Masters): Promise<Uint8Array> => {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('public.house_key') is not null as there`.execute(db.owner)
  const kept = rows[0]?.there ? await keptHouseKey(db, masters) : undefined
  return kept ?? (await keyBefore(db, masters)) ?? masters.newest
}

/** Answers how many: one, or none where it is wrapped by the newest already. */
export async function wrapHouseKeyAnew(db: Database, masters: Masters): Promise<number> {
  const key = await keptHouseKey(db, masters)
  if (!key) return 0
  const made = wrapped(masters.newest, key, house)
  const changed = await db.owner
    .updateTable('house_key')
    .set({ wrapped: Buffer.from(made.wrapped), wrapped_by: made.wrappedBy })
    .where('wrapped_by', '<>', made.wrappedBy)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows)
}

const house = 'the house'
export const otherKey =
  'SEALING_KEY, or sealing.key in DATA_DIR, is not the key that this installation was sealed with. Put the right one back, or give it as SEALING_KEY_OLD beside the new one. Nothing was changed.'

async function keptHouseKey(db: Database, masters: Masters): Promise<Uint8Array | undefined> {
  const row = await db.owner.selectFrom('house_key').select(['wrapped', 'wrapped_by as wrappedBy']).executeTakeFirst()
  try {
    return row && unwrapped(masters, row, house)
  } catch (fault) {
    throw fault instanceof KeyAway ? new KeyAway(`${fault.message} ${otherKey}`) : fault
  }
}

/** Undefined where nothing is set up. The log says which key it was sealed with. */
async function keyBefore(db: Database, { newest, older }: Masters): Promise<Uint8Array | undefined> {
  const organisations = await db.owner.selectFrom('organisation').select('id').execute()
  if (organisations.length === 0) return undefined
  const ids = organisations.map(({ id }) => id)
  const last = await inOrganisations(db, ids, (tx) =>
    tx.selectFrom('audit_seal').select('text').orderBy('number', 'desc').limit(1).executeTakeFirst(),
  )
  const sealedBy = last && sealIn(last.text)?.key
  if (!sealedBy) return newest
  const key = [newest, ...older].find((one) => logKey(one).name === sealedBy)
  if (!key) throw new KeyAway(`The log was sealed with the key ${sealedBy}, and it is not here. ${otherKey}`)
  return key
}

/** A key made now would open nothing of it, and be taken for the right one by whoever looks for that. */
async function isSealed(db: Database): Promise<boolean> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from unnest(array['house_key', 'organisation']) as name where to_regclass('public.' || name) is not null`.execute(db.owner)
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db.owner)
    if (rows.length > 0) return true
  }
  return false
}
const keyGone = (path: string) =>
  `There is no sealing key in ${path}, and the database is not new. Put the key back from where its copy is kept, or set it as SEALING_KEY. Nothing was changed.`

/** Made once and kept beside the data, readable by its owner alone. Losing it loses all that is sealed. `before`: may refuse that one is made. */
export async function sealingKey(config: Where, before: (path: string) => Promise<void> = async () => {}): Promise<Uint8Array> {
  if (config.sealingKey) return Buffer.from(config.sealingKey, 'hex')
  const folder = config.dataDir ?? './data'
  const path = join(folder, keyFile)
  const kept = await readOrNull(path)
  if (kept !== null) return whole(kept, path)
  await before(path)
  await mkdir(folder, { recursive: true })
  return whole(await newKeyFile(path), path)
}

const keyIn = async (path: string): Promise<Uint8Array | null> => {
  const kept = await readOrNull(path)
  return kept === null ? null : whole(kept, path)
}

/** A key that was cut short, as by a full disk, would make marks that anybody can make. */
function whole(kept: string, path: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(kept.trim()))
    throw new Error(
      `${path} does not hold a sealing key of 64 hexadecimal digits. Put it back from its backup. Only where nothing has been reported yet: delete the file, and start again.`,
    )
  return Buffer.from(kept.trim(), 'hex')
}

const readOrNull = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })

/** Whole or not there: of two that start at once, both have the key of the first. */
async function newKeyFile(path: string): Promise<string> {
  const made = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(made, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    await link(made, path).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw fault
    })
  } finally {
    await rm(made, { force: true })
  }
  return readFile(path, 'utf8')
}

/**
 * A new sealing key in the place of the one in DATA_DIR, which is kept beside it as long as anything is wrapped by it. Broken off in the
 * middle, there are both, or the old one twice: it is done again.
 */
export async function renewKeyFile(dataDir: string): Promise<void> {
  const [path, old] = [join(dataDir, keyFile), join(dataDir, oldKeyFile)]
  await link(path, old).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault
  })
  const made = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(made, `${newKey().toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    await rename(made, path)
  } finally {
    await rm(made, { force: true })
  }
}
