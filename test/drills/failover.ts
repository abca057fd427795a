import { join } from 'node:path'
import { ownerUrl, withClient } from '../support/global-setup.ts'
import { freePort, startPostgres } from '../support/postgres.ts'
import { killServer, ownedFolder, runs } from './cluster.ts'
import { drillFolder, fill, openRoundRobin, type Process, pause, scoreboard, startProcess, withEnds } from './processes.ts'
import { longestGap, newJournal, reporter, signIn, storedIn } from './reports.ts'

// `npm run failover`: a primary with a synchronous standby, employees who report, the primary killed, the standby promoted. Varde is not
// started again: DATABASE_URL names both. No report that was acknowledged is lost, and how long nobody could report is measured.
// `npm run failover -- 3` does it three times; each time the old primary becomes the new standby's empty folder.

const rounds = Number(process.argv[2] ?? 3)
/** From the kill to the promotion, as whoever watches the servers would need it. */
const noticedMs = 1_000
const board = scoreboard()

await withEnds(async (ends) => {
  const { folder, remove } = drillFolder('failover')
  ends.push(remove)
  ownedFolder(folder)
  const ports = [await freePort(), await freePort()] as const
  let primary = await startPostgres({
    own: true,
    durable: true,
    port: ports[0],
    dataDir: join(folder, 'one'),
    settings: ['wal_level=replica'],
  })
  ends.push(() => primary.stop())
  await withClient(primary.url, async (client) => {
    await client.query(`create role varde_failover login createrole password 'varde'`)
    await client.query('create database failover owner varde_failover')
  })
  await fill(ownerUrl(primary.url, 'varde_failover', 'failover'))
  const makeStandby = async (of: number, name: string, port: number) => {
    const dataDir = join(folder, name)
    runs('pg_basebackup', '-h', '127.0.0.1', '-p', String(of), '-U', 'postgres', '-D', dataDir, '-X', 'stream', '-c', 'fast', '-R')
    // It says its name to the primary, who waits for it by that.
    const conninfo = `host=127.0.0.1 port=${of} user=postgres application_name=varde_standby`
    return startPostgres({ own: true, durable: true, port, dataDir, settings: ['hot_standby=on', `primary_conninfo=${conninfo}`] })
  }
  let standby = await makeStandby(ports[0], 'two', ports[1])
  ends.push(() => standby.stop())
  const synchronous = async (url: string) => {
    await withClient(url, async (client) => {
      await client.query(`alter system set synchronous_standby_names = 'FIRST 1 (varde_standby)'`)
      await client.query('select pg_reload_conf()')
      for (let n = 0; ; n++) {
        const { rows } = await client.query<{ state: string }>('select sync_state as state from pg_stat_replication')
        if (rows.some(({ state }) => state === 'sync')) return
        if (n > 200) throw new Error('The standby did not become synchronous.')
        await pause(100)
      }
    })
  }
  await synchronous(primary.url)

  const proxy = await openRoundRobin()
  ends.push(() => proxy.close())
  const one = (port: number) => ownerUrl(`postgres://postgres@127.0.0.1:${port}/postgres`, 'varde_failover', 'failover')
  // As an operator writes it: both, and whoever can be written to is used.
  const databaseUrl = one(ports[0]).replace(`:${ports[0]}/`, `:${ports[0]},127.0.0.1:${ports[1]}/`)
  const shared = { databaseUrl, baseUrl: proxy.url, folder }
  const running: Process[] = []
  ends.push(() => Promise.all(running.map((each) => each.kill())))
  running.push(...(await Promise.all((['web', 'web', 'worker'] as const).map((role) => startProcess(role, shared)))))
  proxy.to(running.filter(({ role }) => role === 'web').map(({ port }) => port))
  board.say(`a primary and a synchronous standby, PostgreSQL ${primary.version}; two web processes and a worker on both`)

  const journal = newJournal('Sendt mens databasen faller')
  const cookie = await signIn(proxy.url, 'oslomet-ansatt')
  let goOn = true
  const load = Promise.all(Array.from({ length: 4 }, () => reporter(proxy.url, cookie, journal, () => goOn)))
  const gaps: number[] = []
  const back: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const before = journal.numbers.size
    while (journal.numbers.size < before + 20) await pause(20)
    const killed = performance.now()
    killServer(primary.pid ?? 0)
    await pause(noticedMs)
    // Only the standby is left: what is asked is told 503 at once or soon, and nothing is half done.
    const answers = await Promise.all(
      [proxy.url].map(async (url) => (await fetch(`${url}/avvik/mine`, { headers: { cookie }, redirect: 'manual' })).status),
    )
    board.holds(
      'while only the standby is left the answer is 503',
      answers.every((status) => status === 503),
      answers,
    )
    const promoted = performance.now()
    await withClient(standby.url, (client) => client.query('select pg_promote(true, 60)'))
    const then = journal.numbers.size
    while (journal.numbers.size < then + 20) await pause(20)
    const first = journal.at.filter((at) => at > promoted).toSorted((a, b) => a - b)[0] ?? promoted
    gaps.push(
      longestGap(
        journal.at.filter((at) => at < first + 5_000),
        killed,
      ),
    )
    back.push(first - promoted)
    board.say(
      `round ${round}: first receipt ${Math.round(first - promoted)} ms after the promotion was asked for, ${Math.round(first - killed)} ms after the kill`,
    )
    // The old one comes back as an empty standby of the new, and never by itself.
    await primary.stop()
    const old = round % 2 === 1 ? ports[0] : ports[1]
    const fresh = round % 2 === 1 ? ports[1] : ports[0]
    primary = standby
    if (round < rounds) {
      standby = await makeStandby(fresh, `again-${round}`, old)
      const made = standby
      ends.push(() => made.stop())
      await synchronous(primary.url)
    }
  }
  goOn = false
  await load
  const stored = await storedIn(databaseUrl, journal)
  const count = journal.numbers.size
  board.holds(
    `no acknowledged report of ${count} is lost, doubled or under another number`,
    stored.missing === 0 && stored.other === 0 && stored.cases === count && stored.numbers === count && stored.sent === count,
    stored,
  )
  board.holds(
    'other answers were 503, or none',
    [...journal.others.keys()].every((status) => status === 503 || status === 0),
    Object.fromEntries(journal.others),
  )
  board.holds(
    'no process ended, and none was started again',
    running.every((each) => each.isUp()),
  )
  board.holds(
    'good again within 10 s of the promotion (G-31)',
    back.every((ms) => ms <= 10_000),
    back.map(Math.round),
  )
  board.say(
    `longest time without a receipt, from the kill, with ${noticedMs} ms before the promotion: ${gaps.map(Math.round).join(', ')} ms`,
  )
})
board.end()
