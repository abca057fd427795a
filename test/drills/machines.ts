import { ownerUrl, withClient } from '../support/global-setup.ts'
import { openMailbox } from '../support/mailbox.ts'
import { startPostgres } from '../support/postgres.ts'
import { drillFolder, fill, openRoundRobin, type Process, pause, scoreboard, startProcess, withEnds } from './processes.ts'
import { newJournal, reporter, signIn, storedIn } from './reports.ts'

// `npm run machines`: two web processes and two workers on one PostgreSQL, behind a proxy that sends each request to the next. What one
// does the other knows; limits hold for both together; each process is killed in the middle of it, and nothing is lost or doubled.
// `npm run machines -- 400` sends so many reports (200).

const reports = Number(process.argv[2] ?? 200)
const clients = 4
const board = scoreboard()

await withEnds(async (ends) => {
  const { folder, remove } = drillFolder('machines')
  ends.push(remove)
  const server = await startPostgres({ own: true, durable: true })
  ends.push(() => server.stop())
  await withClient(server.url, async (client) => {
    await client.query(`create role varde_machines login createrole password 'varde'`)
    await client.query('create database machines owner varde_machines')
  })
  const databaseUrl = ownerUrl(server.url, 'varde_machines', 'machines')
  const mailbox = await openMailbox()
  ends.push(() => mailbox.close())
  const proxy = await openRoundRobin()
  ends.push(() => proxy.close())
  const shared = { databaseUrl, baseUrl: proxy.url, smtpUrl: `smtp://127.0.0.1:${mailbox.port}`, folder }

  const running = new Map<string, Process>()
  ends.push(() => Promise.all([...running.values()].map((one) => one.kill())))
  const begin = async (name: string, role: 'web' | 'worker', port?: number) => running.set(name, await startProcess(role, shared, port))
  await fill(databaseUrl)
  await Promise.all([begin('web 1', 'web'), begin('web 2', 'web'), begin('worker 1', 'worker'), begin('worker 2', 'worker')])
  const ports = ['web 1', 'web 2'].map((name) => running.get(name)?.port ?? 0)
  proxy.to(ports)
  board.say(`two web processes and two workers on PostgreSQL ${server.version}`)

  const direct = (port: number | undefined, path: string, cookie: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie, host: new URL(proxy.url).host }, redirect: 'manual' })
  const post = (path: string, cookie: string, form: Record<string, string>) =>
    fetch(`${proxy.url}${path}`, {
      method: 'POST',
      headers: { cookie, origin: proxy.url },
      body: new URLSearchParams(form),
      redirect: 'manual',
    })

  // Signed in at one, at work at both, signed out at both.
  const cookie = await signIn(proxy.url, 'sandnes-administrator')
  const statuses = await Promise.all(
    Array.from({ length: 20 }, () => fetch(`${proxy.url}/min-side`, { headers: { cookie }, redirect: 'manual' })),
  )
  board.holds(
    'a session is good at both',
    statuses.every(({ status }) => status === 200),
    [...proxy.served.values()],
  )
  const leaving = await signIn(proxy.url, 'sandnes-administrator')
  await post('/logg-ut', leaving, {})
  const after = await Promise.all(ports.map(async (port) => (await direct(port, '/min-side', leaving)).status))
  board.holds(
    'signed out at one is signed out at the other',
    after.every((status) => status === 303),
    after,
  )

  // A setting that one has changed is the other's at the next request; a hundred times.
  let stale = 0
  for (let n = 0; n < 50; n++) {
    const value = n % 2 === 0 ? 'no' : 'yes'
    const [here, there] = n % 4 < 2 ? ports : ports.toReversed()
    const page = await (await direct(here, '/innstillinger/personvernkontakter', cookie)).text()
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    const saved = await fetch(`http://127.0.0.1:${here}/innstillinger/personvernkontakter`, {
      method: 'POST',
      headers: { cookie, origin: proxy.url },
      body: new URLSearchParams({ version, privacyContacts: value }),
      redirect: 'manual',
    })
    if (saved.status !== 303) throw new Error(`The setting was not saved: ${saved.status} ${await saved.text()}`)
    const seen = [(await direct(there, '/personvernkontakter', cookie)).status, (await direct(here, '/personvernkontakter', cookie)).status]
    if (seen.some((status) => status !== (value === 'yes' ? 200 : 404))) stale++
  }
  board.holds('a setting changed at one holds at the other from the next request, 50 times', stale === 0, `${stale} stale`)

  // Guesses are counted together.
  const guesses = await Promise.all(Array.from({ length: 3 }, () => 0)).then(async () => {
    const found: number[] = []
    for (let n = 0; n < 12; n++)
      found.push((await post('/logg-inn', '', { email: 'noen@prove.example', password: 'feil passord er dette' })).status)
    return found
  })
  const let5 = guesses.filter((status) => status === 422).length
  board.holds('wrong passwords at both are counted together: five, and then a wait', let5 === 5 && guesses.at(-1) === 429, guesses)

  // Reports through both, while each process is killed once.
  const journal = newJournal('Sendt mens en maskin faller')
  const employee = await signIn(proxy.url, 'oslomet-ansatt')
  let left = reports
  const load = Promise.all(Array.from({ length: clients }, () => reporter(proxy.url, employee, journal, () => left-- > 0)))
  const at = async (share: number) => {
    while (journal.numbers.size < reports * share) await pause(20)
  }
  const fell: string[] = []
  for (const [share, name, role] of [
    [0.2, 'web 1', 'web'],
    [0.4, 'worker 1', 'worker'],
    [0.6, 'web 2', 'web'],
    [0.8, 'worker 2', 'worker'],
  ] as const) {
    await at(share)
    const one = running.get(name)
    await one?.kill()
    fell.push(name)
    await begin(name, role, one?.port)
  }
  await load
  board.say(`${journal.numbers.size} receipts, each of ${fell.join(', ')} killed and started again`)
  const stored = await storedIn(databaseUrl, journal)
  board.holds(
    'every report that was acknowledged is there once, under its number',
    stored.missing === 0 && stored.other === 0 && stored.cases === reports && stored.numbers === reports && stored.sent === reports,
    { ...stored, otherAnswers: Object.fromEntries(journal.others) },
  )
  const only5 = [...journal.others.keys()].every((status) => status === 0 || status === 502 || status === 503)
  board.holds('nothing else was answered than 502 or 503 of what fell', only5, Object.fromEntries(journal.others))

  // Mail: each once, also where its sender was killed. What was under way then is uncertain, and not sent again by itself.
  const states = async () =>
    withClient(ownerUrl(server.url, 'postgres', 'machines').replace(':varde@', '@'), async (client) => {
      const { rows } = await client.query<{ status: string; n: number }>('select status, count(*)::int as n from mail group by 1')
      return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
    })
  for (let still = await states(), n = 0; n < 240 && (still.waiting ?? 0) + (still.sending ?? 0) > 0; n++) {
    await pause(1000)
    still = await states()
  }
  const mails = await states()
  const ids = mailbox.mails.map((mail) => mail.headers['message-id'] ?? '')
  const twice = ids.length - new Set(ids).size
  board.holds('no mail came twice, and none waits', twice === 0 && (mails.waiting ?? 0) + (mails.sending ?? 0) === 0, {
    ...mails,
    came: ids.length,
    twice,
  })
  board.holds('what is told as sent has come', (mails.sent ?? 0) <= ids.length && ids.length <= (mails.sent ?? 0) + (mails.uncertain ?? 0))
  board.holds(
    'both served',
    ports.every((port) => (proxy.served.get(port) ?? 0) > 0),
    Object.fromEntries(proxy.served),
  )
})
board.end()
