import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, type Dirent } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../kernel/ctx.ts'

/** What lies in a backup, beside what it says of itself. */
export const manifestFile = 'manifest.json'
export const dumpFile = 'database.dump'
export const embeddedFolder = 'database'
export const filesFolder = 'files'

const counted = z.object({ rows: z.number().int(), digest: z.string() })
const manifest = z.object({
  varde: z.literal('backup'),
  version: z.literal(1),
  madeAt: z.string(),
  database: z.object({ kind: z.enum(['postgres', 'pglite']), version: z.string(), migrations: z.array(z.string()) }),
  /** Of each table: how many rows, and a sum over all that stands in them, whatever order they lie in. */
  tables: z.record(z.string(), counted),
  /** The newest seal of each organisation's log. */
  seals: z.record(z.string(), z.string()),
  /** Which sealing keys open it, by name: those that have wrapped the keys of its organisations. A backup from before there were such keys names none. */
  keys: z.array(z.string()).default([]),
  /** Of the embedded database: folders it wants to find, though nothing lies in them. */
  folders: z.array(z.string()),
  /** Of every file in the backup but this one. */
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifest>
export type Counted = Manifest['tables']

/** Throws, with what to do, where the folder holds no backup that can be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => null)
  if (text === null) throw new Error(`${folder} holds no ${manifestFile}: it is no backup, or one that was not finished. Take another.`)
  const read = manifest.safeParse(JSON.parse(text))
  if (!read.success) throw new Error(`${join(folder, manifestFile)} cannot be read: it was made by another version of Varde, or changed.`)
  return read.data
}

/** Every table, with a digest that tells one changed row: to prove that what came back is what was there. */
export async function countTables(tx: Tx): Promise<Counted> {
  await sql`set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local extra_float_digits = 1`.execute(tx)
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss') order by 1`.execute(tx)
  const found: Record<string, Counted[string]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ rows: number; digest: string }>`
      select count(*)::int as rows, coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0)::text as digest
      from ${sql.raw(name)} t`.execute(tx)
    found[name] = rows[0] ?? { rows: 0, digest: '0' }
  }
  return found
}

/** What differs between the two, a line each. */
export const differences = (before: Counted, after: Counted): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted().flatMap((table) => {
    const [was, is] = [before[table], after[table]]
    if (!was || !is) return [`${table} is ${was ? 'missing' : 'there, and was not'}`]
    if (was.rows !== is.rows) return [`${table} has ${is.rows} rows, and had ${was.rows}`]
    return was.digest === is.digest ? [] : [`${table} has as many rows, and not the same ones`]
  })

export async function newestSeals(tx: Tx): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select distinct on (organisation_id) organisation_id::text as id, text from audit_seal order by organisation_id, number desc`.execute(
    tx,
  )
  return Object.fromEntries(rows.map(({ id, text }) => [id, createHash('sha256').update(text).digest('hex')]))
}

export async function namesOfKeys(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select wrapped_by as name from house_key union select wrapped_by from organisation_key where wrapped_by is not null order by 1`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}

/** All files below a folder, by their paths in it, with / between; none where there is no folder. */
export async function filesBelow(folder: string, leaveOut: (path: string) => boolean = () => false): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => pathIn(folder, entry))
  return paths.filter((path) => !leaveOut(path)).toSorted()
}

export const foldersBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => pathIn(folder, entry))
    .toSorted()

const pathIn = (folder: string, { parentPath, name }: Dirent): string => relative(folder, join(parentPath, name)).split(sep).join('/')

/** Reads a file through, and where `to` is given writes it there, never over another. */
export async function copied(from: string, to: string | null): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece)
      bytes += piece.length
      done(null, to === null ? undefined : piece)
    },
  })
  if (to === null) {
    through.resume()
    await pipeline(createReadStream(from), through)
  } else {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await pipeline(createReadStream(from), through, createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }))
  }
  return { bytes, sha256: hash.digest('hex') }
}
