import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerUrl, withClient } from '../support/global-setup.ts'
import { type Installation, startInstallation } from '../support/installation.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { libraryFolders, systemFile } from '../support/system-file.ts'
import { visitor } from '../support/visitor.ts'

// The clock of the database server jumps three days ahead for a moment and comes back, as after a wrong answer of a time server. The
// jump is real: libfaketime stands between the PostgreSQL server and the system's clock.

describe('The clock of the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'varde-clock-'))
  const clock = join(folder, 'clock')
  const ahead = (offset: string) => writeFileSync(clock, `${offset}\n`)
  let postgres: PostgresServer
  let box: Mailbox
  let varde: Installation

  beforeAll(async () => {
    chmodSync(folder, 0o755)
    ahead('+0')
    const library = systemFile({ name: 'libfaketimeMT.so.1', folders: libraryFolders, debian: 'libfaketime', env: 'LIBFAKETIME' })
    postgres = await startPostgres({
      own: true,
      env: {
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: clock,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        FAKETIME_DONT_RESET: '1',
      },
    })
    await withClient(postgres.url, async (client) => {
      await client.query(`create role varde_test_owner login createdb createrole password 'varde'`)
      await client.query('create database faults owner varde_test_owner')
    })
    box = await openMailbox()
    varde = await startInstallation({
      databaseUrl: ownerUrl(postgres.url, 'varde_test_owner', 'faults'),
      smtpUrl: `smtp://${box.host}:${box.port}`,
    })
  }, 180_000)
  afterAll(async () => {
    await varde?.stop()
    await box?.close()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const now = () =>
    withClient(
      postgres.url,
      async (client) => (await client.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]?.at.getTime() ?? 0,
    )
  const waiting = () =>
    withClient(postgres.url.replace(/\/postgres$/, '/faults'), async (client) => {
      const { rows } = await client.query<{ due: number }>(
        `select extract(epoch from start_after - now())::int as due from pgboss.job where name = 'mail' and state in ('created', 'retry')`,
      )
      return rows.map(({ due }) => due)
    })

  test('G-37 three days ahead for a moment: mail that had to be tried again is not left waiting for days', async () => {
    const employee = await visitor(varde.url, 'oslomet-ansatt')
    box.answer('later')
    ahead('+3d')
    expect((await now()) - Date.now()).toBeGreaterThan(2.9 * 86_400_000)
    expect((await employee.report('Klokka er feil'))?.status).toBe(303)
    await expect.poll(waiting, { timeout: 20_000 }).not.toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    ahead('+0')
    expect(Math.max(...(await waiting()))).toBeGreaterThan(2 * 86_400)
    box.answer('accept')
    // Every one of them, not only one that happened to be tried after the clock came back.
    await expect.poll(waiting, { timeout: 40_000 }).toEqual([])
    expect(box.mails.length).toBeGreaterThan(0)
    expect((await employee.get('/avvik'))?.status).toBe(200)
  }, 90_000)

  test('G-37 two hours back for a moment: mail goes within the minute', async () => {
    const employee = await visitor(varde.url, 'oslomet-ansatt')
    box.clear()
    box.answer('later', 1)
    expect((await employee.report('Klokka går tilbake'))?.status).toBe(303)
    ahead('-2h')
    await box.until(1, 60_000)
    ahead('+0')
  }, 90_000)
})
