import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers GET /postgres and GET /pglite with what the test databases are made from. */
    databases: string
  }
}

/** A server whose template database has all migrations, and who owns it. */
export type PostgresSource = { readonly url: string; readonly owner: string; readonly template: string }

/** One for each vitest run. Nothing starts before the first test file asks, so a run of rules alone costs nothing. */
export default async ({ provide }: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'varde-tests-'))
  const stops: (() => Promise<void>)[] = []
  const postgres = once(async () => {
    const started = await startPostgres()
    stops.push(() => started.stop())
    return { started, owner: await withClient(started.url, ordinaryOwner) }
  })
  const sources: Readonly<Record<string, () => Promise<unknown>>> = {
    '/postgres': once(() => postgres().then((one) => postgresSource(one, stops, migrate))),
    '/pglite': once(() => pgliteSnapshot(join(folder, 'pglite.tar'), migrate)),
    '/postgres/example': once(() => postgres().then((one) => postgresSource(one, stops, migrateWithExample))),
    '/folder/example': once(() => exampleFolder(join(folder, 'installation'))),
    '/pglite/example': once(() => pgliteSnapshot(join(folder, 'pglite-example.tar'), migrateWithExample)),
  }
  const server = createServer((request, response) => {
    const source = sources[request.url ?? '']
    // A test file asks twice, seconds apart: a kept connection would by then be closing.
    response.setHeader('connection', 'close')
    if (!source) return void response.writeHead(404).end()
    source().then(
      (value) => response.end(JSON.stringify(value)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  provide('databases', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    server.closeAllConnections()
    server.close()
    for (const stop of stops.reverse()) await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The pages of every module are read for this: not before a test asks. */
const migrateWithExample: Fillup = async (db) => {
  await migrate(db)
  const { makeExample } = await import('./example.ts')
  await makeExample(db)
}
/** The data folder of an installation with example data that has been stopped: each journey begins with a copy. */
const exampleFolder = async (dataDir: string): Promise<string> => {
  const { startInstallation } = await import('./installation.ts')
  await (await startInstallation({ dataDir })).stop()
  return dataDir
}

type Fillup = (db: Database) => Promise<unknown>

type Running = { readonly started: PostgresServer; readonly owner: string }
const postgresSource = async (
  { started: server, owner }: Running,
  stops: (() => Promise<void>)[],
  fill: Fillup,
): Promise<PostgresSource> => {
  const template = `varde_template_${randomUUID().slice(0, 8)}`
  await withClient(server.url, (client) => client.query(`create database ${template} owner ${owner}`))
  if (server.pid === null)
    stops.push(() => withClient(server.url, async (client) => void (await client.query(`drop database ${template}`))))
  const db = await openDatabase({ url: ownerUrl(server.url, owner, template), dataDir: null, poolSize: 4, waitMs: 30_000 })
  try {
    await fill(db)
  } finally {
    await db.close()
  }
  return { url: server.url, owner, template }
}

/** As in operation the owner of the tables is no superuser, whom no policy would bind. */
const ordinaryOwner = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ name: string; superuser: boolean }>(
    'select current_user as name, rolsuper as superuser from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.superuser) return rows[0]?.name ?? ''
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'varde_test_owner') then create role varde_test_owner login createdb createrole; end if;
  end $$`)
  await client.query(`alter role varde_test_owner password '${ownerPassword}'`)
  return 'varde_test_owner'
}

const ownerPassword = 'varde'

const pgliteSnapshot = async (file: string, fill: Fillup): Promise<string> => {
  const embedded = await PGlite.create('memory://')
  const db = await openDatabase({ url: null, dataDir: null, poolSize: 1, embedded })
  await fill(db)
  await writeFile(file, Buffer.from(await (await embedded.dumpDataDir('none')).arrayBuffer()))
  await db.close()
  return file
}

/** The same server, another user and database. */
export const ownerUrl = (url: string, owner: string, database: string): string => {
  const address = new URL(url)
  if (address.username !== owner) {
    address.username = owner
    address.password = ownerPassword
  }
  address.pathname = `/${database}`
  return address.href
}

export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
