import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { inOrganisations } from '../../src/db/transaction.ts'
import { unavailable } from '../../src/db/unavailable.ts'
import { ownerUrl, withClient } from '../support/global-setup.ts'
import { type Installation, startInstallation } from '../support/installation.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { freePort, type PostgresServer, startPostgres } from '../support/postgres.ts'
import { type Visit, type Visitor, visitor } from '../support/visitor.ts'

// The database goes away beneath a running server: restarted at once, connections ended in the middle, rows locked, statements cancelled.
// Whoever asks meanwhile is told to try again; nobody is told that something failed, the process lives, and the work goes on by itself.

const rounds = process.env.FAULTS ? 5 : 1
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('The database goes away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'varde-connection-'))
  let postgres: PostgresServer
  let box: Mailbox
  let varde: Installation
  let employee: Visitor
  let serverOptions: Parameters<typeof startPostgres>[0]

  beforeAll(async () => {
    // The server runs as another user.
    chmodSync(folder, 0o755)
    serverOptions = { own: true, durable: true, dataDir: join(folder, 'cluster'), port: await freePort() }
    postgres = await startPostgres(serverOptions)
    await withClient(postgres.url, async (client) => {
      await client.query(`create role varde_test_owner login createdb createrole password 'varde'`)
      await client.query('create database faults owner varde_test_owner')
    })
    box = await openMailbox()
    varde = await startInstallation({
      databaseUrl: ownerUrl(postgres.url, 'varde_test_owner', 'faults'),
      smtpUrl: `smtp://${box.host}:${box.port}`,
      settings: { DATABASE_POOL: '4' },
    })
    employee = await visitor(varde.url, 'oslomet-ansatt')
  }, 180_000)
  afterAll(async () => {
    await varde?.stop()
    await box?.close()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const admin = <T>(work: (ask: (text: string) => Promise<readonly Record<string, unknown>[]>) => Promise<T>) =>
    withClient(postgres.url.replace(/\/postgres$/, '/faults'), (client) => work(async (text) => (await client.query(text)).rows))
  const endAll = () =>
    admin((ask) => ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'faults' and pid <> pg_backend_pid()`))

  /** Asks for a page again and again while `work` goes on, 50 times a second at most. */
  const underLoad = async (work: () => Promise<unknown>): Promise<readonly (Visit | null)[]> => {
    const answers: (Visit | null)[] = []
    let on = true
    const one = async () => {
      while (on) {
        answers.push(await employee.get('/avvik'))
        await pause(80)
      }
    }
    const all = Promise.all(Array.from({ length: 4 }, one))
    try {
      await work()
    } finally {
      on = false
      await all
    }
    return answers
  }
  /** Each answer is the page, or "try again" in the reader's own language. */
  const calm = (answers: readonly (Visit | null)[]) => {
    expect(answers.filter((answer) => answer === null)).toEqual([])
    expect([...new Set(answers.map((answer) => answer?.status))].filter((status) => status !== 200 && status !== 503)).toEqual([])
    for (const answer of answers.filter((one) => one?.status === 503)) {
      expect(answer?.retryAfter).toBe('5')
      expect(answer?.text).toContain('Varde svarer ikke akkurat nå')
    }
  }
  const goodWithin = async (ms: number) => {
    const began = performance.now()
    await expect.poll(async () => (await employee.get('/avvik'))?.status, { timeout: ms, interval: 100 }).toBe(200)
    return performance.now() - began
  }
  const mailComes = async (marker: string) => {
    box.clear()
    expect((await employee.report(marker))?.status).toBe(303)
    await box.until(1, 30_000)
  }

  test(`G-31 restarted at once under load, ${rounds} times: 503 meanwhile, good within ten seconds, mail goes on`, async () => {
    for (let round = 0; round < rounds; round++) {
      let back = 0
      const answers = await underLoad(async () => {
        await pause(500)
        await postgres.stop()
        await pause(1_500)
        postgres = await startPostgres(serverOptions)
        back = await goodWithin(10_000)
      })
      calm(answers)
      expect(answers.filter((answer) => answer?.status === 503).length).toBeGreaterThan(0)
      expect(back).toBeLessThan(10_000)
    }
    await mailComes('Sendt etter omstart')
  }, 120_000)

  test('G-31 every connection ended, again and again, under load and while nobody asks: the process lives and its work goes on', async () => {
    const answers = await underLoad(async () => {
      for (let time = 0; time < 15 * rounds; time++) {
        await pause(100)
        await endAll()
      }
    })
    calm(answers)
    for (let time = 0; time < 10; time++) {
      await endAll()
      await pause(50 + Math.random() * 150)
    }
    await goodWithin(10_000)
    await mailComes('Sendt etter brudd')
    // The sweep holds no lock of a connection that is gone: its turn is free again.
    await expect
      .poll(() => admin((ask) => ask(`select 1 from sweep_turn where taken_at < now() - interval '60 s'`)), { timeout: 30_000 })
      .toEqual([])
  }, 120_000)

  test('G-31 statements cancelled under load are 503 and never 500', async () => {
    const answers = await underLoad(async () => {
      for (let time = 0; time < 30 * rounds; time++) {
        await pause(30)
        await admin((ask) =>
          ask(`select pg_cancel_backend(pid) from pg_stat_activity where datname = 'faults' and usename ~ 'web_login' and state <> 'idle'`),
        )
      }
    })
    calm(answers)
    await goodWithin(5_000)
  }, 60_000)

  test('G-43 while a row is locked, who waits for it is told to try again, and other pages go on', async () => {
    const reported = await employee.report('Raden er låst')
    const dpo = await visitor(varde.url, 'oslomet-sikkerhet')
    const path = reported?.location ?? ''
    const id = /[0-9a-f-]{36}/.exec(path)?.[0] ?? ''
    await admin(async (ask) => {
      await ask('begin')
      expect(await ask(`select id from deviation where id = '${id}' for update`)).toHaveLength(1)
      const waiting = Array.from({ length: 3 }, () => dpo.post(`/avvik/${id}/behandler`, { version: '1' }))
      const others = await Promise.all(['/', '/avvik', '/varsler', '/avvik/ny', '/systemer', '/oppgaver'].map((one) => employee.get(one)))
      expect(others.map((answer) => answer?.status)).not.toContain(500)
      expect(others.filter((answer) => answer?.status === 503)).toEqual([])
      const told = await Promise.all(waiting)
      await ask('rollback')
      expect(told.map((answer) => [answer?.status, answer?.retryAfter])).toEqual(told.map(() => [503, '5']))
    })
    await goodWithin(5_000)
  }, 60_000)

  test('G-43 a table locked whole empties the pool: 503 for all, at once good again', async () => {
    const answers = await admin(async (ask) => {
      await ask('begin')
      await ask('lock table person in access exclusive mode')
      const asked = await Promise.all(Array.from({ length: 12 }, () => employee.get('/avvik')))
      await ask('rollback')
      return asked
    })
    calm(answers)
    expect(answers.map((answer) => answer?.status)).toContain(503)
    await goodWithin(5_000)
  }, 60_000)

  test('G-43 a role with no connections left: 503, and good again when there are', async () => {
    const limit = (most: number) => admin((ask) => ask(`alter role varde_test_owner_web_login connection limit ${most}`))
    await limit(0)
    await endAll()
    const answers = await Promise.all(Array.from({ length: 6 }, () => employee.get('/avvik')))
    await limit(-1)
    calm(answers)
    expect(answers.map((answer) => answer?.status)).toContain(503)
    await goodWithin(10_000)
  }, 60_000)

  test('G-31 a transaction left idle too long, and two that wait for each other: told apart from faults of ours, and the next goes well', async () => {
    const db = await openDatabase({ url: ownerUrl(postgres.url, 'varde_test_owner', 'faults'), dataDir: null, poolSize: 2 })
    const ask = (tx: Parameters<Parameters<typeof inOrganisations>[2]>[0], text: string) => sql.raw(text).execute(tx)
    const fault = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => error,
      )
    try {
      const idle = await fault(
        inOrganisations(db, [], async (tx) => {
          await ask(tx, 'set local idle_in_transaction_session_timeout = 50')
          await pause(400)
          await ask(tx, 'select 1')
        }),
      )
      expect([idle, unavailable(idle)]).toEqual([expect.any(Error), 'lost'])
      // Neither asks for its second lock before both have their first.
      let held = 0
      const bothHold = Promise.withResolvers<void>()
      const crossed = (first: number, second: number) =>
        fault(
          inOrganisations(db, [], async (tx) => {
            await ask(tx, `select pg_advisory_xact_lock(${first})`)
            held += 1
            if (held === 2) bothHold.resolve()
            await bothHold.promise
            await ask(tx, `select pg_advisory_xact_lock(${second})`)
          }),
        )
      const undone = (await Promise.all([crossed(1, 2), crossed(2, 1)])).filter((one) => one !== null)
      expect(undone.map((one) => [(one as { code?: string }).code, unavailable(one)])).toEqual([['40P01', 'busy']])
      expect(await fault(inOrganisations(db, [], (tx) => ask(tx, 'select 1')))).toBeNull()
    } finally {
      await db.close()
    }
  }, 60_000)

  test('G-07 the connections that pages use cannot become the owner, whatever is sent on them', async () => {
    const url = new URL(ownerUrl(postgres.url, 'varde_test_owner', 'faults'))
    url.username = 'varde_test_owner_web_login'
    await withClient(url.href, async (client) => {
      const role = async () => (await client.query('select current_user, session_user')).rows[0]
      expect(await role()).toEqual({ current_user: 'varde_web', session_user: 'varde_test_owner_web_login' })
      for (const statement of [
        'set role varde_test_owner',
        'set session authorization varde_test_owner',
        'create table t (id int)',
        'select * from pgboss.version for update',
        'select * from migration',
        'update sweep_turn set taken_at = now()',
        `update organisation set name = 'x'`,
        'delete from account',
        'select password_hash from account',
        'select token_hash from session',
        'select * from membership',
        'select * from installation',
        'update account set email = null',
        'delete from organisation',
        'alter role varde_web createrole',
      ])
        await expect(client.query(statement), statement).rejects.toThrow(/denied|must be|permission/)
      for (const way of ['reset role', 'set role none', 'reset session authorization']) {
        await client.query(way)
        expect(Object.values(await role())).not.toContain('varde_test_owner')
        await expect(client.query('alter table person disable row level security'), way).rejects.toThrow(/owner/)
      }
    })
  })
})
