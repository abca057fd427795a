import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { inOrganisations } from '../../src/db/transaction.ts'
import { newId } from '../../src/kernel/ids.ts'
import { ownerUrl, withClient } from '../support/global-setup.ts'
import { startInstallation } from '../support/installation.ts'
import { inHours } from '../support/journey.ts'
import { startPostgres } from '../support/postgres.ts'

// A receipt is a promise: whoever was shown a case number finds the case again, whatever happened to the server meanwhile; and
// whoever got no answer and sends once more has not reported twice. The server here is killed as a power cut would.
// FAULTS=200 sends as many as the full test; the quick one of every run is 40.

const submissions = Number(process.env.FAULTS ?? 40)
const kills = Math.max(2, Math.round(submissions / 25))
const clients = 4
const marker = 'Sendt mens serveren faller'

const ends: (() => Promise<unknown> | unknown)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
}, 60_000)

it(`${submissions} reports with kill -9 of the server between them: none lost, none doubled, on PostgreSQL`, async () => {
  const server = await startPostgres({ own: true, durable: true })
  ends.push(() => server.stop())
  await withClient(server.url, async (client) => {
    await client.query(`create role varde_test_owner login createdb createrole password 'varde'`)
    await client.query('create database faults owner varde_test_owner')
  })
  await survives(ownerUrl(server.url, 'varde_test_owner', 'faults'))
}, 600_000)

it(`${submissions} reports with kill -9 of the server between them: none lost, none doubled, on PGlite`, () => survives(null), 600_000)

async function survives(databaseUrl: string | null): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'varde-faults-'))
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const options = { dataDir, ...(databaseUrl ? { databaseUrl } : {}) }
  let installation = await startInstallation(options)
  const { url, port } = installation
  const cookie = await signIn(url)
  const journal = new Map<string, string>()
  let left = submissions
  let killed = 0
  let lost = 0

  const client = async (): Promise<void> => {
    while (left-- > 0) {
      const id = newId(new Date())
      for (;;) {
        const number = await report(url, cookie, id)
        if (number) {
          journal.set(id, number)
          break
        }
        // No answer: as anybody would, it is sent again as soon as somebody answers.
        lost++
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  }
  const killer = async (): Promise<void> => {
    for (const at of Array.from({ length: kills }, (_, index) => ((index + Math.random()) * submissions) / kills)) {
      while (journal.size < Math.min(at, submissions - 1)) await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 20))
      await installation.kill()
      killed++
      installation = await startInstallation({ ...options, port })
    }
  }
  await Promise.all([killer(), ...Array.from({ length: clients }, client)])
  expect(killed).toBe(kills)
  expect(lost).toBeGreaterThan(0)

  // Every receipt given is a case found, under the number that was given; sent once more, it is the same one.
  expect(journal.size).toBe(submissions)
  expect(new Set(journal.values()).size).toBe(submissions)
  for (const [id, number] of journal) expect(await numberOf(url, cookie, `/avvik/${id}`), id).toBe(number)
  for (const [id, number] of [...journal].slice(0, 5)) expect(await report(url, cookie, id)).toBe(number)
  await installation.stop()
  expect(await stored(databaseUrl, dataDir)).toEqual({ cases: submissions, sent: submissions, numbers: submissions })
}

/** What is in the tables in the end: cases of ours, their events of sending, their numbers. */
async function stored(databaseUrl: string | null, dataDir: string) {
  const db = await openDatabase({ url: databaseUrl, dataDir: databaseUrl ? null : dataDir, poolSize: 1, waitMs: 10_000 })
  try {
    const organisations = await db.owner.selectFrom('organisation').select('id').execute()
    const { rows } = await inOrganisations(
      db,
      organisations.map(({ id }) => id),
      (tx) =>
        sql<{ cases: number; sent: number; numbers: number }>`
          with ours as (select id, year, number from deviation where what_happened = ${marker} and status = 'received')
          select count(*)::int as cases, count(distinct (year, number))::int as numbers,
            (select count(*)::int from audit_event where type = 'deviation.submitted' and subject_id in (select id from ours)) as sent
          from ours`.execute(tx),
    )
    return rows[0]
  } finally {
    await db.close()
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/demo/logg-inn`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ person: 'oslomet-ansatt' }),
    redirect: 'manual',
  })
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
}

/** Sends the quick report and reads its receipt; null where no answer came, or none that gives a receipt. */
async function report(url: string, cookie: string, id: string): Promise<string | null> {
  try {
    const page = await fetch(`${url}/avvik/ny`, { headers: { cookie } })
    const unit = /<select[^>]*name="affectedUnit"[\s\S]*?<option[^>]*selected[^>]*value="([0-9a-f-]{36})"/.exec(await page.text())?.[1]
    const body = new URLSearchParams({
      ...{ id, personalData: 'yes', whatHappened: marker, affectedUnit: unit ?? '', discoveredAt: inHours(-1), knapp: 'send' },
    })
    const answer = await fetch(`${url}/avvik`, { method: 'POST', headers: { cookie, origin: url }, body, redirect: 'manual' })
    const location = answer.headers.get('location')
    if (answer.status >= 400 && answer.status < 500)
      throw Object.assign(new Error(`${answer.status} ${await answer.text()}`), { refused: true })
    if (answer.status !== 303 || !location) return null
    return await numberOf(url, cookie, location)
  } catch (error) {
    if (error instanceof Error && 'refused' in error) throw error
    return null
  }
}

async function numberOf(url: string, cookie: string, path: string): Promise<string | null> {
  const answer = await fetch(`${url}${path}`, { headers: { cookie } })
  return /(?<![\w-])20\d\d-\d{4,}(?![\w-])/.exec(await answer.text())?.[0] ?? null
}
