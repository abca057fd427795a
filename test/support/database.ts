import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { ownerUrl, type PostgresSource, withClient } from './global-setup.ts'

export type DatabaseKind = Database['kind']

/** Both databases Varde runs on, in the order they are tested. TEST_KINDS names fewer, for `npm run breaks`, which needs one. */
export const kinds: readonly DatabaseKind[] = (['pglite', 'postgres'] as const).filter(
  (kind) => process.env.TEST_KINDS?.includes(kind) ?? true,
)

const shown: Readonly<Record<DatabaseKind, string>> = { pglite: 'PGlite', postgres: 'PostgreSQL' }

/**
 * Registers the suite twice, "… on PGlite" and "… on PostgreSQL", each with a migrated database of its own that its tests share.
 * Ask `db()` inside tests and hooks only: before them there is none.
 */
type Suite = (db: () => Database, kind: DatabaseKind) => void
export const describeDatabase = (name: string, suite: Suite): void => describeOn(name, suite, false)

const describeOn = (name: string, suite: Suite, example: boolean, on: readonly DatabaseKind[] = kinds): void => {
  for (const kind of on) {
    describe(`${name} on ${shown[kind]}`, () => {
      let made: TestDatabase | undefined
      beforeAll(async () => {
        made = await makeDatabase(kind, example)
      }, 300_000)
      afterAll(() => made?.remove())
      suite(() => {
        if (!made) throw new Error('db() was asked before the tests ran: call it inside a test or a hook.')
        return made.db
      }, kind)
    })
  }
}

/** The same, each with the four example organisations in it: for `testApp(db())`. */
export const describeExample = (name: string, suite: Suite): void => describeOn(name, suite, true)

/** On one of them, for what takes long and asks the same of both: the server, where it is there to be asked. */
export const describeExampleOnce = (name: string, suite: Suite): void => describeOn(name, suite, true, kinds.slice(-1))

export type TestDatabase = { readonly db: Database; readonly url: string | null; remove(): Promise<void> }

/** One fresh, migrated database. Whoever makes it removes it. */
export const makeDatabase = (kind: DatabaseKind, example = false): Promise<TestDatabase> =>
  kind === 'pglite' ? onPglite(example) : onPostgres(example)

const onPglite = async (example: boolean): Promise<TestDatabase> => {
  const snapshot = new Blob([await readFile(await ask<string>(example ? '/pglite/example' : '/pglite'))])
  const embedded = await PGlite.create({ dataDir: 'memory://', loadDataDir: snapshot })
  const db = await openDatabase({ url: null, dataDir: null, poolSize: 1, embedded })
  return { db, url: null, remove: () => db.close() }
}

const onPostgres = async (example: boolean): Promise<TestDatabase> => {
  const { url, owner, template } = await ask<PostgresSource>(example ? '/postgres/example' : '/postgres')
  const name = `varde_test_${randomUUID().slice(0, 8)}`
  await withClient(url, (client) => client.query(`create database ${name} template ${template} owner ${owner}`))
  const own = ownerUrl(url, owner, name)
  const db = await openDatabase({ url: own, dataDir: null, poolSize: 8, waitMs: 10_000 })
  await migrate(db) // nothing is left to apply, but the rights to the database itself do not come with the template
  const remove = async (): Promise<void> => {
    await db.close()
    await withClient(url, (client) => client.query(`drop database ${name} with (force)`))
  }
  return { db, url: own, remove }
}

/** A data folder of one's own, with the example data of an installation that begins. Whoever asks removes it. */
export const exampleFolder = async (): Promise<string> => {
  const copy = mkdtempSync(join(tmpdir(), 'varde-journey-'))
  cpSync(await ask<string>('/folder/example'), copy, { recursive: true })
  return copy
}

const ask = async <T>(path: string): Promise<T> => {
  const answer = await fetch(`${inject('databases')}${path}`)
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}
