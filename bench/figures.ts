import { Client } from 'pg'
import { server } from '../src/app/server.ts'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { seed } from './data.ts'
import { median } from './load.ts'
import { quietParts } from './parts.ts'

// `tsx bench/figures.ts`: the page of statistics of one organisation with 100,000 cases, on PostgreSQL: the whole answer of the server, and
// each statement explained as the web role. `tsx bench/figures.ts 10000 plans` prints the plans. Then the annual report of a year that has them all
// (`tsx bench/figures.ts 5000`; limit 3 s).
const cases = Number(process.argv[2] ?? 100_000)
const plans = process.argv.includes('plans')
const say = (line: string) => process.stdout.write(`${line}\n`)

type Statement = { readonly text: string; readonly values: readonly unknown[] }
let heard: Statement[] | null = null
const query = Client.prototype.query
Client.prototype.query = function (this: Client, ...asked: unknown[]) {
  const [first, values] = asked as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
  const statement =
    typeof first === 'string' ? { text: first, values: values ?? [] } : { text: first.text, values: first.values ?? values ?? [] }
  if (statement.text.includes('from deviation')) heard?.push(statement)
  return Reflect.apply(query, this, asked)
} as typeof query

const postgres = await startPostgres({ durable: true })
const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 2, waitMs: 10_000 })
try {
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: null, demo: false, host: '127.0.0.1', port: 0 }, Buffer.alloc(32, 7), jobs)
  const [first] = await seed(db, house, 1, cases, new Date())
  if (!first) throw new Error('nothing was seeded')
  const owner = new Client({ connectionString: postgres.url })
  await owner.connect()
  await owner.query("select set_config('varde.organisations', $1, false)", [first.organisationId])
  // Answers of every kind, as far as the number of a case can tell them apart.
  await owner.query(
    `update deviation set discovered_at = received_at - (number % 240) * interval '10 minutes', channel = (array['form','quick','email'])[1 + number % 3],
       affected_known = 'exact', affected_count = nullif(number % 90, 0), effects = (array['{astray}','{lost}','{changed,astray}','{}'])[1 + number % 4]::text[],
       breach_kinds = (array['{spreading}','{}','{loss}'])[1 + number % 3]::text[],
       incident_kind = (array['single','repeated','systemFault'])[1 + number % 4], cause_code = (array['missentEmail','phishing','deviceLost','other'])[1 + number % 5],
       open_data_affects = (array['{confidentiality}','{integrity,confidentiality}'])[1 + number % 2]::text[], item_types = '{paper}',
       authority_notified_at = case when number % 7 = 0 then received_at + (number % 100) * interval '1 hour' end,
       authority_track = case when number % 7 = 0 then 'notified' else authority_track end`,
  )
  await owner.query(
    `insert into deviation_assessment (organisation_id, deviation_id, level, assessed_at)
     select organisation_id, id, (array['unlikely','low','medium','high'])[1 + number % 4], received_at + interval '1 day' from deviation where status = 'closed'`,
  )
  await owner.query('vacuum analyze')
  const app = server(quietParts(db, house))
  const thisYear = new Date().getFullYear()
  for (const view of ['', 'fra=', `fra=${thisYear - 9}-01-01`, `fra=&enhet=${first.unitId}`]) {
    const times: number[] = []
    let size = 0
    for (let round = 0; round < 7; round++) {
      const start = performance.now()
      const answer = await app.request(`http://127.0.0.1/avvik/statistikk?${view}`, { headers: { cookie: `varde=${first.handler}` } })
      const page = await answer.text()
      times.push(performance.now() - start)
      size = page.length
      if (answer.status !== 200) throw new Error(String(answer.status))
      if (round === 0) say(`?${view}: ${/keyfacts.*?<a[^>]*>([^<]+)</s.exec(page)?.[1]} cases`)
    }
    say(`  page: median ${Math.round(median(times))} ms, slowest ${Math.round(Math.max(...times))} ms, ${size} signs`)
    heard = []
    await (await app.request(`http://127.0.0.1/avvik/statistikk?${view}`, { headers: { cookie: `varde=${first.handler}` } })).text()
    const statements = heard
    heard = null
    await owner.query("select set_config('work_mem', '32MB', false), set_config('jit', 'off', false)")
    await owner.query('set role varde_web')
    for (const { text, values } of statements) {
      const { rows } = await owner.query(`explain (analyze, buffers) ${text}`, [...values])
      const lines = rows.map((row: Record<string, string>) => row['QUERY PLAN'] ?? '')
      say(`  statement: ${lines.find((line) => line.startsWith('Execution Time'))}`)
      if (plans) say(lines.map((line) => `    ${line}`).join('\n'))
    }
    await owner.query('reset role')
  }
  // Every case in one year, of the kinds they are.
  const year = thisYear - 1
  await owner.query(
    `update deviation set year = $1, received_at = make_date($1::int, 1, 1) + (number % 364) * interval '1 day',
       discovered_at = make_date($1::int, 1, 1) + (number % 364) * interval '1 day' - interval '1 hour', authority_notified_at = null`,
    [year],
  )
  await owner.query('vacuum analyze')
  for (const path of [
    '/avvik/register',
    `/avvik/register/${year}/nb.pdf`,
    `/avvik/register/${year}/nb.docx`,
    '/avvik/register/alle.xlsx',
  ]) {
    const [times, cpu]: [number[], number[]] = [[], []]
    let size = 0
    for (let round = 0; round < 7; round++) {
      const [start, began] = [performance.now(), process.cpuUsage()]
      const answer = await app.request(`http://127.0.0.1${path}`, { headers: { cookie: `varde=${first.handler}` } })
      size = (await answer.arrayBuffer()).byteLength
      times.push(performance.now() - start)
      const { user, system } = process.cpuUsage(began)
      cpu.push((user + system) / 1000)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    }
    say(
      `${path}, ${cases} cases of one year: median ${Math.round(median(times))} ms, slowest ${Math.round(Math.max(...times))} ms, processor ${Math.round(median(cpu))} ms, ${size} bytes`,
    )
  }
  await owner.end()
  await jobs.stop()
} finally {
  await db.close()
  await postgres.stop()
}
