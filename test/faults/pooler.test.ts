import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { inOrganisations } from '../../src/db/transaction.ts'
import { ownerUrl, withClient } from '../support/global-setup.ts'
import { type Installation, startInstallation } from '../support/installation.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { type Pooler, startPgbouncer } from '../support/pgbouncer.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { visitor } from '../support/visitor.ts'

// The real PgBouncer in transaction mode, with one connection for each login: whatever one transaction leaves behind, the next finds.

const transactions = process.env.FAULTS ? 10_000 : 400

describe('Behind a pooler of transactions, with one connection', () => {
  let postgres: PostgresServer
  let pooler: Pooler
  let box: Mailbox
  let varde: Installation
  let url: string

  beforeAll(async () => {
    postgres = await startPostgres({ own: true })
    await withClient(postgres.url, async (client) => {
      await client.query(`create role varde_test_owner login createdb createrole password 'varde'`)
      await client.query('create database faults owner varde_test_owner')
    })
    pooler = await startPgbouncer(postgres.url, ['varde_test_owner', 'varde_test_owner_web_login'])
    url = ownerUrl(`postgres://varde_test_owner:varde@127.0.0.1:${pooler.port}/postgres`, 'varde_test_owner', 'faults')
    box = await openMailbox()
    varde = await startInstallation({
      databaseUrl: url,
      smtpUrl: `smtp://${box.host}:${box.port}`,
      settings: { DATABASE_POOLER: 'transaction' },
    })
  }, 180_000)
  afterAll(async () => {
    await varde?.stop()
    await box?.close()
    await pooler?.stop()
    await postgres?.stop()
  }, 60_000)

  test('G-11 pages of two organisations in turn, with reports and mail between: none fails, none shows the other', async () => {
    const oslomet = await visitor(varde.url, 'oslomet-ansatt')
    const sauda = await visitor(varde.url, 'sauda-ansatt')
    const both = [
      { who: oslomet, own: 'OsloMet', other: /Sauda/ },
      { who: sauda, own: 'Sauda', other: /OsloMet/ },
    ]
    for (let round = 0; round < 12; round++) {
      const answers = await Promise.all(both.flatMap(({ who }) => ['/', '/avvik', '/varsler'].map((path) => who.get(path))))
      answers.forEach((answer, index) => {
        const side = both[Math.floor(index / 3)]
        expect(answer?.status).toBe(200)
        expect(answer?.text).toContain(side?.own)
        expect(answer?.text).not.toMatch(side?.other ?? /^/)
      })
    }
    for (const { who } of both) expect((await who.report('Bak en pooler'))?.status).toBe(303)
    await box.until(2, 30_000)
    expect(varde.log()).not.toMatch(/a request failed|had an error|did not finish|did not answer/)
  }, 60_000)

  test(`G-11 ${transactions} transactions of two organisations, one in ten broken off: nothing is left for the next`, async () => {
    const db = await openDatabase({ url, dataDir: null, pooled: true, poolSize: 4, waitMs: 30_000 })
    try {
      expect(await migrate(db)).toEqual([])
      const [one = '', two = ''] = await idsOf(db)
      let seen = 0
      const work = async (mine: string, count: number) => {
        for (let n = 0; n < count; n++) {
          const broken = n % 10 === 9
          const asked = inOrganisations(db, [mine], async (tx) => {
            const { rows } = await sql<{
              id: string
              role: string
            }>`select distinct organisation_id as id, current_user as role from person`.execute(tx)
            expect(rows).toEqual([{ id: mine, role: 'varde_web' }])
            seen++
            if (broken) await sql`select 1 / 0`.execute(tx)
          })
          if (broken) await expect(asked).rejects.toThrow('division')
          else await asked
          if (n % 7 === 0) expect((await sql`select from person`.execute(db.web)).rows).toEqual([])
        }
      }
      await Promise.all([
        work(one, transactions / 4),
        work(two, transactions / 4),
        work(one, transactions / 4),
        work(two, transactions / 4),
      ])
      expect(seen).toBe(transactions)
      const timeout = await inOrganisations(db, [one], (tx) => sql`show statement_timeout`.execute(tx))
      expect(timeout.rows).toEqual([{ statement_timeout: '15s' }])
    } finally {
      await db.close()
    }
  }, 300_000)

  test('G-11 without the setting the start says that there is a pooler, and what to set', async () => {
    await expect(openDatabase({ url, dataDir: null, poolSize: 1 })).rejects.toThrow(/Set DATABASE_POOLER to transaction/)
  })
})

const idsOf = (db: Database) =>
  db.owner
    .selectFrom('organisation')
    .select('id')
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ id }) => id))
