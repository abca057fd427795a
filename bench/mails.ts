import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { serverFlags } from '../scripts/server-flags.ts'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { inOrganisations } from '../src/db/transaction.ts'
import { clockwork } from '../src/kernel/actor.ts'
import type { Ctx } from '../src/kernel/ctx.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { sendUncertain } from '../src/modules/messages/commands.ts'
import { tell } from '../src/modules/messages/public.ts'
import { type MailboxWeather, openMailbox } from '../test/support/mailbox.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { seed } from './data.ts'

// `npm run mails`, or with a number behind it: so many mails through a mail server that refuses, delays and breaks off three of ten, while the
// process that sends is killed after each ten seconds of sending. None may be lost, and whatever comes twice must have one Message-ID. Ends
// with 1 where not.
const mails = Number(process.argv[2] ?? 10_000)
const killEveryMs = 10_000
/** The longest that is waited for a process to begin: the last mails wait for their next try. */
const beginsWithinMs = 30_000
const longestMs = 90 * 60_000
const key = '07'.repeat(32)
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Three of ten go wrong; refusals for good are few, since each ends a mail. */
const faults: readonly (readonly [MailboxWeather, number])[] = [
  ['away', 0.04],
  ['receiverLater', 0.04],
  ['noReceiver', 0.01],
  ['later', 0.05],
  ['reject', 0.01],
  ['slow', 0.05],
  ['break', 0.05],
  ['drop', 0.05],
]
const drawn: Record<string, number> = {}
/** Told at each connection. */
let heard = () => {}
const weather = (): MailboxWeather => {
  let at = Math.random()
  const found = faults.find(([, share]) => {
    at -= share
    return at < 0
  })
  const mode = found?.[0] ?? 'accept'
  drawn[mode] = (drawn[mode] ?? 0) + 1
  heard()
  return mode
}

const postgres = await startPostgres({ durable: true })
const box = await openMailbox(weather)
const folder = mkdtempSync(join(tmpdir(), 'varde-mails-'))
const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 4, waitMs: 60_000 })
let sender = null as ChildProcess | null
let kills = 0
try {
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: 'http://127.0.0.1', demo: false, host: '127.0.0.1', port: 0 }, Buffer.from(key, 'hex'), jobs)
  const [first] = await seed(db, house, 1, 5, new Date())
  if (!first) throw new Error('nothing was seeded')
  const { organisationId } = first
  const inside = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inOrganisations(db, [organisationId], (tx) => work({ tx, actor: clockwork(organisationId, 1), now: new Date(), house }))

  /** A process that sends and does nothing else, begun again as soon as it is killed. */
  let on = true
  const sending = (async () => {
    while (on) {
      const child = spawn(process.execPath, [...serverFlags, join(import.meta.dirname, '../dist/server/main.js')], {
        env: {
          ...process.env,
          ...{ NODE_ENV: 'production', PROCESS: 'worker', BASE_URL: 'http://127.0.0.1', DATABASE_URL: postgres.url, DATA_DIR: folder },
          ...{ SEALING_KEY: key, DEMO: '0', LOG_LEVEL: 'error', SMTP_URL: `smtp://${box.host}:${box.port}`, MAIL_FROM: 'varde@prove.test' },
        },
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      sender = child
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      const begun = new Promise<void>((resolve) => {
        heard = resolve
      })
      await Promise.race([ended, begun, wait(beginsWithinMs)])
      await Promise.race([ended, wait(killEveryMs)])
      if (child.exitCode !== null) throw new Error(`The sender ended by itself with ${child.exitCode}.`)
      child.kill('SIGKILL')
      await ended
      kills++
    }
  })()
  sending.catch((error) => say(String(error)))

  const began = performance.now()
  for (let from = 0; from < mails; from += 50) {
    await inside(async (ctx) => {
      for (let n = from; n < Math.min(mails, from + 50); n++)
        await tell(ctx, {
          to: {},
          address: `mottaker-${n}@prove.test`,
          kind: 'deviation.received',
          title: { nb: 'Et avvik er meldt', nn: 'Eit avvik er meldt', en: 'A deviation has been reported' },
          reference: `2026-${n}`,
          href: `/avvik/${n}`,
        })
    })
  }
  say(`${mails} mails written in ${seconds(began)} s`)

  type State = { readonly status: string; readonly n: number }
  const states = async () =>
    inside(
      async ({ tx }) => (await sql<State>`select status, count(*)::int as n from mail group by status order by status`.execute(tx)).rows,
    )
  let asked = 0
  for (let round = 0; ; round++) {
    await wait(10_000)
    const now = await states()
    const open = now.filter(({ status }) => status !== 'sent' && status !== 'failed').reduce((sum, { n }) => sum + n, 0)
    if (round % 6 === 0 || open === 0)
      say(`${seconds(began)} s, ${kills} kills: ${now.map(({ status, n }) => `${n} ${status}`).join(', ')}`)
    if (open === 0) break
    if (performance.now() - began > longestMs) break
    // As an administrator does who looks each minute.
    if (round % 6 === 5) asked += await inside(sendUncertain)
  }
  on = false
  await sending
  await jobs.stop()

  const rows = await inside(
    async ({ tx }) =>
      (
        await sql<{ id: string; address: string; status: string; code: string | null; events: number }>`
          select m.id, m.address, m.status, m.last_error as code,
            (select count(*)::int from audit_event a where a.organisation_id = m.organisation_id and a.subject_id = m.id
              and a.type in ('mail.sent', 'mail.failed')) as events
          from mail m`.execute(tx)
      ).rows,
  )
  const came = new Map<string, string[]>()
  for (const mail of box.mails) for (const to of mail.to) came.set(to, [...(came.get(to) ?? []), mail.headers['message-id'] ?? ''])
  const doubled = [...came.values()].filter((ids) => ids.length > 1)
  const wrong = {
    'not in the outbox any more': mails - rows.length,
    'said to be sent, and never came': rows.filter(({ status, address }) => status === 'sent' && !came.has(address)).length,
    'neither sent nor refused for good': rows.filter(({ status, code }) => status !== 'sent' && !(status === 'failed' && code === '550'))
      .length,
    'came with another Message-ID than its own': rows.filter(({ id, address }) =>
      came.get(address)?.some((one) => one !== `<${id}@prove.test>`),
    ).length,
    'without a line in the log': rows.filter(({ events }) => events === 0).length,
  }
  say(
    `connections: ${Object.entries(drawn)
      .map(([mode, n]) => `${n} ${mode}`)
      .join(', ')}`,
  )
  say(
    `${rows.filter(({ status }) => status === 'sent').length} sent, ${rows.filter(({ status }) => status === 'failed').length} refused for good, ${doubled.length} came more than once, ${asked} sent again after a person had asked; ${kills} kills, ${seconds(began)} s`,
  )
  for (const [what, n] of Object.entries(wrong)) say(`${n} ${what}`)
  process.exitCode = Object.values(wrong).some((n) => n > 0) ? 1 : 0
} finally {
  sender?.kill('SIGKILL')
  await db.close()
  await box.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

function seconds(from: number): number {
  return Math.round((performance.now() - from) / 1000)
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
