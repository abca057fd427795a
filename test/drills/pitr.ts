import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '../../src/app/config.ts'
import { countTables, differences } from '../../src/app/errands/backup-parts.ts'
import { openDatabase } from '../../src/db/database.ts'
import { asOwner } from '../../src/db/transaction.ts'
import { ran } from '../support/errand.ts'
import { ownerUrl, withClient } from '../support/global-setup.ts'
import { openMailbox } from '../support/mailbox.ts'
import { freePort, startPostgres } from '../support/postgres.ts'
import { asServer, killServer, ownedFolder, runs, sizeOf } from './cluster.ts'
import { drillFolder, fill, openRoundRobin, pause, scoreboard, startProcess, withEnds } from './processes.ts'
import { newJournal, reporter, signIn, storedIn } from './reports.ts'

// `npm run pitr`: a base backup and archived WAL; reports and mail; a moment that is noted; more of both; everything destroyed; put back to that
// moment by PostgreSQL, proven row by row, and started with Varde. `npm run pitr -- 100` sends so many reports on each side of the moment.

const reports = Number(process.argv[2] ?? 60)
const board = scoreboard()

await withEnds(async (ends) => {
  const { folder, remove } = drillFolder('pitr')
  ends.push(remove)
  ownedFolder(folder)
  const at = (name: string) => join(folder, name)
  const archive = ownedFolder(at('archive'))
  const port = await freePort()
  const settings = [
    'wal_level=replica',
    'archive_mode=on',
    `archive_command=test ! -f ${archive}/%f && cp %p ${archive}/%f`,
    'max_wal_senders=3',
  ]
  let server = await startPostgres({ own: true, durable: true, port, dataDir: at('data'), settings })
  ends.push(() => server.stop())
  await withClient(server.url, async (client) => {
    await client.query(`create role varde_pitr login createrole password 'varde'`)
    await client.query('create database pitr owner varde_pitr')
  })
  const databaseUrl = ownerUrl(server.url, 'varde_pitr', 'pitr')
  await fill(databaseUrl)
  const mailbox = await openMailbox()
  ends.push(() => mailbox.close())
  const proxy = await openRoundRobin()
  ends.push(() => proxy.close())
  const shared = { databaseUrl, baseUrl: proxy.url, smtpUrl: `smtp://127.0.0.1:${mailbox.port}`, folder }
  let varde = await startProcess('all', shared)
  ends.push(() => varde.kill())
  proxy.to([varde.port])
  board.say(`PostgreSQL ${server.version}, WAL archived to a folder`)

  let began = performance.now()
  runs('pg_basebackup', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-D', at('base'), '-X', 'stream', '-c', 'fast')
  runs('pg_verifybackup', at('base'))
  board.say(`base backup taken and verified while Varde ran: ${sizeOf(at('base'))}, ${seconds(began)}`)

  const cookie = await signIn(proxy.url, 'oslomet-ansatt')
  const sendSome = async (marker: string) => {
    const journal = newJournal(marker)
    let left = reports
    await Promise.all(Array.from({ length: 4 }, () => reporter(proxy.url, cookie, journal, () => left-- > 0)))
    return journal
  }
  const statuses = () =>
    withClient(ownerUrl(server.url, 'postgres', 'pitr').replace(':varde@', '@'), async (client) => {
      const { rows } = await client.query<{ status: string; n: number }>('select status, count(*)::int as n from mail group by 1')
      return Object.fromEntries(rows.map(({ status, n }) => [status, n])) as Readonly<Record<string, number>>
    })
  const before = await sendSome('Sendt før øyeblikket')
  // Some mail of these reports is on its way, some waits: the moment does not ask whether it is convenient. Then the house is held still, so that there is one answer to what stood there.
  await varde.kill()
  const rows = await counted(databaseUrl)
  const waited = await statuses()
  const moment = await withClient(
    server.url,
    async (client) => (await client.query<{ at: string }>('select clock_timestamp()::text as at')).rows[0]?.at ?? '',
  )
  board.say(`the moment: ${moment}; ${sum(rows)} rows of ${Object.keys(rows).length} tables, mail ${JSON.stringify(waited)}`)
  await pause(1_100)

  varde = await startProcess('all', shared, varde.port)
  const after = await sendSome('Sendt etter øyeblikket')
  for (let n = 0, still = await statuses(); n < 180 && (still.waiting ?? 0) + (still.sending ?? 0) > 0; n++, still = await statuses())
    await pause(1_000)
  const sentBefore = new Set(mailbox.mails.map((mail) => mail.headers['message-id'] ?? ''))
  board.say(`${after.numbers.size} reports more, ${sentBefore.size} mails have come; then everything is destroyed`)
  await withClient(server.url, async (client) => {
    await client.query('select pg_switch_wal()')
    for (let n = 0; n < 100; n++) {
      const { rows: found } = await client.query<{ behind: number }>(
        `select count(*)::int as behind from pg_ls_dir('pg_wal/archive_status') f where f like '%.ready'`,
      )
      if (found[0]?.behind === 0) return
      await pause(100)
    }
  })
  await varde.kill()
  killServer(server.pid ?? 0)
  await server.stop()
  rmSync(at('data'), { recursive: true, force: true })

  // A backup of which one byte has changed is found out before it is used.
  cpSync(at('base'), at('damaged'), { recursive: true })
  const victim = join(
    at('damaged'),
    'base',
    readdirSync(join(at('damaged'), 'base'))
      .toSorted()
      .at(-1) ?? '',
    'pg_filenode.map',
  )
  chmodSync(victim, 0o600)
  writeFileSync(victim, 'x', { flag: 'r+' })
  let found = false
  try {
    runs('pg_verifybackup', at('damaged'))
  } catch {
    found = true
  }
  board.holds('a changed byte of the base backup is found', found)

  began = performance.now()
  asServer('cp', '-a', at('base'), at('data'))
  asServer('touch', join(at('data'), 'recovery.signal'))
  server = await startPostgres({
    ...{ own: true, durable: true, port, dataDir: at('data') },
    settings: [
      `restore_command=cp ${archive}/%f %p`,
      `recovery_target_time=${moment}`,
      'recovery_target_action=promote',
      'archive_mode=off',
    ],
  })
  const restored = server
  ends.push(() => restored.stop())
  for (;;) {
    const still = await withClient(
      server.url,
      async (client) => (await client.query<{ is: boolean }>('select pg_is_in_recovery() as is')).rows[0]?.is,
    )
    if (!still) break
    await pause(50)
  }
  const restoredIn = seconds(began)
  const wrong = differences(rows, await counted(databaseUrl))
  board.holds(
    'every row of every table is as it was at the moment',
    wrong.length === 0,
    wrong.slice(0, 5).join('; ') || `${sum(rows)} rows, put back in ${restoredIn}`,
  )
  runs('pg_amcheck', '--install-missing', '--heapallindexed', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', 'pitr')
  board.say('pg_amcheck --heapallindexed finds no fault in tables and indexes')

  // As docs/operations.md has it: before Varde is started.
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: at(`data-${varde.port}`),
    FILES_DIR: at('files'),
    SEALING_KEY: '07'.repeat(32),
  })
  const { code, said } = await ran(config, 'restore', '--to', moment)
  board.holds(
    'npm run restore -- --to says that it is well',
    code === 0,
    said
      .split('\n')
      .filter((line) => /held|whole|WRONG/.test(line))
      .join(' | '),
  )

  varde = await startProcess('all', shared, varde.port)
  const again = varde
  ends.push(() => again.kill())
  const old = (await fetch(`${proxy.url}/avvik/mine`, { headers: { cookie }, redirect: 'manual' })).status
  board.holds('whoever was signed in must sign in again', old === 303, old)
  const kept = await storedIn(databaseUrl, before)
  const gone = await storedIn(databaseUrl, after)
  board.holds(
    'reports from before the moment are there, under their numbers',
    kept.missing === 0 && kept.other === 0 && kept.cases === reports,
    kept,
  )
  board.holds('reports from after it are not', gone.cases === 0, gone)
  // A round of the worker and more: what waited at the moment was sent after it, and must not go again.
  await pause(45_000)
  const ids = mailbox.mails.map((mail) => mail.headers['message-id'] ?? '')
  const doubled = ids.filter((id, n) => ids.indexOf(id) !== n)
  board.holds('no mail came a second time', doubled.length === 0, { came: ids.length, doubled: doubled.length, now: await statuses() })
  const fresh = await signIn(proxy.url, 'oslomet-ansatt')
  const next = newJournal('Sendt etterpå')
  let left = 3
  await reporter(proxy.url, fresh, next, () => left-- > 0)
  board.holds('and it goes on from there', next.numbers.size === 3, [...next.numbers.values()])
})
board.end()

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
function sum(rows: Readonly<Record<string, { readonly rows: number }>>): number {
  return Object.values(rows).reduce((all, one) => all + one.rows, 0)
}
async function counted(url: string) {
  const db = await openDatabase({ url, dataDir: null, poolSize: 1, waitMs: 20_000 })
  try {
    return await asOwner(db, async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx)
      const all = await tx.selectFrom('organisation').select('id').execute()
      await sql`select set_config('varde.organisations', ${all.map(({ id }) => id).join(',')}, true)`.execute(tx)
      return countTables(tx)
    })
  } finally {
    await db.close()
  }
}
