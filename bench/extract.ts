import { Client } from 'pg'
import { server } from '../src/app/server.ts'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { seed } from './data.ts'
import { quietParts } from './parts.ts'

// `node --max-semi-space-size=8 --max-old-space-size=224 --import tsx bench/extract.ts`, as the server is started: a register of 100,000 records as XLSX, CSV and JSON, and its pages: time and the most memory it took.
const records = Number(process.argv[2] ?? 100_000)
const say = (line: string) => process.stdout.write(`${line}\n`)
const postgres = await startPostgres({ durable: false })
const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 2, waitMs: 10_000 })
try {
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: null, demo: false, host: '127.0.0.1', port: 0 }, Buffer.alloc(32, 7), jobs)
  const [first] = await seed(db, house, 1, 5, new Date())
  if (!first) throw new Error('nothing was seeded')
  const owner = new Client({ connectionString: postgres.url })
  await owner.connect()
  await owner.query("select set_config('varde.organisations', $1, false)", [first.organisationId])
  await owner.query(
    `insert into system (organisation_id, id, name, purpose, owner_id, in_use)
     select $1, gen_random_uuid(), 'System ' || n, repeat('Behandler opplysninger. ', 8), (select id from person where organisation_id = $1 limit 1),
            case when n % 3 = 0 then 'no' else 'yes' end
     from generate_series(1, $2::integer) n`,
    [first.organisationId, records],
  )
  await owner.query('analyze system')
  await owner.end()
  const app = server(quietParts(db, house))
  const ask = async (path: string) => {
    let most = process.memoryUsage()
    const before = most.rss
    const watch = setInterval(() => {
      const now = process.memoryUsage()
      if (now.rss > most.rss) most = now
    }, 5)
    const start = performance.now()
    const answer = await app.request(`http://127.0.0.1${path}`, { headers: { cookie: `varde=${first.handler}` } })
    let bytes = 0
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += part.length
    clearInterval(watch)
    const [ms, mb] = [Math.round(performance.now() - start), (size: number) => Math.round(size / 1e6)]
    say(
      `${answer.status} ${path}: ${ms} ms, ${bytes} bytes, memory ${mb(before)} MB before, ${mb(most.rss)} MB at most (heap ${mb(most.heapTotal)}, used ${mb(most.heapUsed)}, outside it ${mb(most.external)})`,
    )
  }
  const columns = 'kolonner=purpose.ownerUnit.owner.superUser.dataKinds.inUse'
  for (const path of ['/systemer', '/systemer', '/systemer?sorter=-inUse', '/systemer?i-bruk=no']) await ask(path)
  for (const form of ['xlsx', 'csv', 'json']) await ask(`/systemer/utdrag/${form}?${columns}`)
  await jobs.stop()
} finally {
  await db.close()
  await postgres.stop()
}
