import { readFile, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'

/** Runs `read` on an embedded database in memory that all migrations were applied to. `rows` is one query of the catalogue. */
export const onMigrated = async <T>(read: (rows: Rows) => Promise<T>): Promise<T> => {
  const db = await openDatabase({ url: null, dataDir: null, poolSize: 1 })
  try {
    await migrate(db)
    return await read(async <R>(text: string) => (await sql.raw<R>(text).execute(db.owner)).rows)
  } finally {
    await db.close()
  }
}

export type Rows = <R>(text: string) => Promise<R[]>

/** Writes a generated file, or with --check on the command line only compares: a difference ends with code 1 and the cure. */
export const writeOrCheck = async (file: string, text: string, command: string): Promise<void> => {
  if (!process.argv.includes('--check')) return writeFile(file, text)
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return
  console.error(`${file} is not what the migrations make. Run \`${command}\` and commit it.`)
  process.exitCode = 1
}
