import { Client } from 'pg'
import { server } from '../src/app/server.ts'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { listenToDriver, statementsOf } from '../test/support/statements.ts'
import { seed } from './data.ts'
import { quietParts } from './parts.ts'

// `tsx bench/explain.ts 100000`: each statement of the list of cases, of its searches and of a case, explained as the web role that runs it: how
// long, how many blocks, and what it reads from beginning to end. `--plans`: the whole plans.
const cases = Number(process.argv[2] ?? 100_000)
const whole = process.argv.includes('--plans')
/** Tables of a handful of rows here, where an index would be the longer way. */
const small = /on (account|membership|organisation|person|role_assignment|unit|session|saved_view)\b/
listenToDriver()
const postgres = await startPostgres({ durable: false })
const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 2, waitMs: 10_000 })
try {
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: null, demo: false, host: '127.0.0.1', port: 0 }, Buffer.alloc(32, 7), jobs)
  // The last: what reads on from the beginning of a table comes to its rows behind everybody else's.
  const first = (await seed(db, house, 5, Math.round(cases / 5), new Date())).at(-1)
  if (!first) throw new Error('nothing was seeded')
  const app = server(quietParts(db, house))
  const headers = { cookie: `varde=${first.handler}`, 'sec-fetch-site': 'same-origin' }
  const as = new Client({ connectionString: postgres.url, options: '-c role=varde_web' })
  // What goes wrong is said by itself, and not by the connection that it ended.
  as.on('error', () => {})
  await as.connect()
  await as.query(`select set_config('varde.organisations', $1, false)`, [first.organisationId])
  const { rows } = await as.query<{ id: string; name: string }>(
    `select id, year || '-' || lpad(number::text, 4, '0') as name from deviation where organisation_id = $1 and status = 'open' limit 1`,
    [first.organisationId],
  )
  const searched = async (words: string) => {
    const body = new URLSearchParams({ ord: words, status: 'alle' })
    return (await app.request('http://127.0.0.1/avvik/sok', { method: 'POST', headers, body })).headers.get('location') ?? ''
  }
  const pages = {
    list: '/avvik',
    closed: '/avvik?status=lukket',
    number: await searched(rows[0]?.name ?? ''),
    reference: await searched('SAK-77'),
    words: await searched('kode7 gruppe'),
    record: `/avvik/${rows[0]?.id}`,
  }
  for (const [name, path] of Object.entries(pages)) {
    const ask = async () => {
      const { status } = await app.request(`http://127.0.0.1${path}`, { headers })
      if (status !== 200) throw new Error(`${path} answered ${status}`)
    }
    for (let times = 0; times < 3; times++) await ask()
    for (const [at, { text, values }] of (await statementsOf(ask)).filter((one) => /^\s*(select|with)/.test(one.text)).entries()) {
      const explained = await as.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, [...values])
      const plan = explained.rows.map((row) => row['QUERY PLAN'])
      const read = plan.filter((line) => /Seq Scan/.test(line) && !small.test(line)).map((line) => /Seq Scan on \w+/.exec(line)?.[0])
      const blocks = /Buffers: (.*)/.exec(plan.find((line) => /Buffers/.test(line)) ?? '')?.[1]
      const time = plan.findLast((line) => /Execution Time/.test(line))?.trim()
      process.stdout.write(
        `${name} ${at + 1}: ${time}; ${blocks ?? 'no blocks'}; ${[...new Set(read)].join(', ') || 'nothing read whole'}\n`,
      )
      if (whole) process.stdout.write(`${plan.join('\n')}\n`)
    }
  }
  await as.end()
  await jobs.stop()
} finally {
  await db.close()
  await postgres.stop()
}
