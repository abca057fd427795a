import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Client } from 'pg'
import { serverFlags } from '../scripts/server-flags.ts'
import { server } from '../src/app/server.tsx'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { newId } from '../src/kernel/ids.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { seed } from './data.ts'
import { load, median, type Result, type Shot } from './load.ts'
import { quietParts } from './parts.ts'

// Each figure beside the limit, in one run: rounds of the two in turn, medians, ratios. The machine may be noisy.
const asJson = process.argv.includes('--json')
const quick = process.argv.includes('--quick')
const [organisations, casesEach, rounds, seconds] = quick ? [4, 500, 1, 2] : [20, 5_000, 3, 5]
const connections = 8
const poolSize = 8
const key = '07'.repeat(32)

const say = (line: string) => process.stderr.write(`${line}\n`)
let heard: { push: (statement: Statement) => unknown } | null = null
listenToDriver()
const folder = mkdtempSync(join(tmpdir(), 'varde-bench-'))
const postgres = await startPostgres({ durable: true })
const children: ChildProcess[] = []
try {
  say(`PostgreSQL ${postgres.version}: ${organisations} organisations with ${casesEach} cases each …`)
  const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 2, waitMs: 10_000 })
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: null, demo: false, host: '127.0.0.1', port: 0 }, Buffer.from(key, 'hex'), jobs)
  const seeded = await seed(db, house, organisations, casesEach, new Date())
  const first = seeded[0]
  if (!first) throw new Error('nothing was seeded')
  const parts = quietParts(db, house)
  const app = server(parts)

  const list: Shot = { method: 'GET', path: '/avvik', headers: { cookie: `varde=${first.handler}` } }
  const caseId = await aCase(first.organisationId)
  const show: Shot = { method: 'GET', path: `/avvik/${caseId}`, headers: { cookie: `varde=${first.handler}` } }
  const listSql = await statementsOf(() => Promise.resolve(app.request(`http://127.0.0.1${list.path}`, { headers: list.headers })))
  const showSql = await statementsOf(() => Promise.resolve(app.request(`http://127.0.0.1${show.path}`, { headers: show.headers })))
  await jobs.stop()
  await db.close()

  const varde = await startVarde(postgres.url)
  const page = await fetchSizes(varde.port, first.employee)
  const bareList = await startBare(postgres.url, listSql, 'list')
  const bareShow = await startBare(postgres.url, showSql, 'show')

  const listFigures = await beside('list', varde.port, bareList, list)
  const showFigures = await beside('case page', varde.port, bareShow, show)
  const report = await reports(varde.port)
  const memory = rssOf(varde.pid)

  const figures = {
    machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}, PostgreSQL ${postgres.version}, durable`,
    cases: organisations * casesEach,
    list: { ...listFigures, goal: 0.3, statements: listSql.length },
    casePage: { ...showFigures, statements: showSql.length },
    report: { ...report, goal: 150 },
    memory: { megabytes: memory, goal: 300 },
    firstPage: { ...page, goal: 100, scriptGoal: 40 },
  }
  process.stdout.write(asJson ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`)

  async function aCase(organisationId: string): Promise<string> {
    const client = new Client({ connectionString: postgres.url })
    await client.connect()
    await client.query(`select set_config('varde.organisations', $1, false)`, [organisationId])
    const { rows } = await client.query<{ id: string }>(`select id from deviation where organisation_id = $1 and status = 'open' limit 1`, [
      organisationId,
    ])
    await client.end()
    return rows[0]?.id ?? ''
  }

  async function reports(port: number) {
    const now = () => new Date(Date.now() - 3_600_000).toISOString().slice(0, 16)
    const shot = (n: number): Shot => {
      const who = seeded[n % seeded.length] ?? first
      const body = new URLSearchParams({
        id: newId(new Date()),
        personalData: 'yes',
        affectedUnit: who?.unitId ?? '',
        categories: 'MISSENT_EMAIL',
        whatHappened: 'En liste over elever ble sendt til feil forelder.',
        discoveredAt: now(),
        deed: 'send',
      }).toString()
      return {
        method: 'POST',
        path: '/avvik',
        headers: {
          cookie: `varde=${who?.employee}`,
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          'content-length': String(Buffer.byteLength(body)),
        },
        body,
      }
    }
    await load(port, connections, 1, 303, shot)
    const all: Result[] = []
    for (let round = 0; round < rounds; round++) all.push(await load(port, connections, seconds, 303, shot))
    return {
      perSecond: Math.round(median(all.map((one) => one.perSecond))),
      p99: round1(median(all.map((one) => one.p99))),
      wrong: all.reduce((sum, one) => sum + one.wrong, 0),
    }
  }

  async function beside(name: string, port: number, barePort: number, shot: Shot) {
    say(`${name} …`)
    await load(port, connections, 2, 200, () => shot)
    await load(barePort, connections, 2, 200, () => shot)
    const ours: Result[] = []
    const limit: Result[] = []
    for (let round = 0; round < rounds; round++) {
      ours.push(await load(port, connections, seconds, 200, () => shot))
      limit.push(await load(barePort, connections, seconds, 200, () => shot))
    }
    const ratio = median(ours.map((one, round) => one.perSecond / (limit[round]?.perSecond ?? 1)))
    return {
      perSecond: Math.round(median(ours.map((one) => one.perSecond))),
      limitPerSecond: Math.round(median(limit.map((one) => one.perSecond))),
      ratio: Math.round(ratio * 100) / 100,
      p50: round1(median(ours.map((one) => one.p50))),
      p99: round1(median(ours.map((one) => one.p99))),
      wrong: [...ours, ...limit].reduce((sum, one) => sum + one.wrong, 0),
    }
  }
} finally {
  for (const child of children) child.kill('SIGKILL')
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }

/** Every statement that one request runs, as the driver was given them, prepared ones by name: the limit runs exactly these. */
async function statementsOf(ask: () => Promise<Response>): Promise<readonly Statement[]> {
  // Often enough that what is prepared at all is prepared.
  for (let times = 0; times < 12; times++) await ask()
  const seen: Statement[] = []
  heard = seen
  const answer = await ask()
  heard = null
  if (answer.status !== 200 || seen.length === 0)
    throw new Error(`the page to measure answered ${answer.status} with ${seen.length} statements`)
  return seen
}

/** Listens at the driver, from before the first connection is made. */
function listenToDriver(): void {
  const query = Client.prototype.query as (...given: unknown[]) => unknown
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [asked, values] = given as [string | Statement, unknown[] | undefined]
    if (typeof asked === 'string') heard?.push({ text: asked, values: Array.isArray(values) ? values : [] })
    else if (typeof asked.text === 'string')
      heard?.push({ ...(asked.name ? { name: asked.name } : {}), text: asked.text, values: asked.values ?? [] })
    return query.apply(this, given)
  } as typeof Client.prototype.query
}

async function startVarde(databaseUrl: string): Promise<{ readonly port: number; readonly pid: number }> {
  const child = spawn(process.execPath, [...serverFlags, join(import.meta.dirname, '../dist/server/main.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: String(poolSize),
      PORT: '0',
      SEALING_KEY: key,
      LOG_LEVEL: 'info',
      DEMO: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const line = await firstLine(child, /listens on http:\/\/127\.0\.0\.1:(\d+)/)
  return { port: Number(line[1]), pid: child.pid ?? 0 }
}

async function startBare(databaseUrl: string, statements: readonly Statement[], name: string): Promise<number> {
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify(statements.map((one) => ({ ...one, values: one.values.map(plain) }))))
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bare.ts'), databaseUrl, file, String(poolSize)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return Number((await firstLine(child, /^(\d+)$/m))[1])
}

function plain(value: unknown): unknown {
  return value instanceof Date ? { $date: value.toISOString() } : Buffer.isBuffer(value) ? { $bytes: value.toString('base64') } : value
}

function firstLine(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = wanted.exec(text)
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`a server ended before it listened (${code}): ${text}`)))
  })
}

/** What a first visit carries over the wire: the page and everything it loads, compressed as a browser asks. */
async function fetchSizes(port: number, session: string) {
  const page = await raw(port, '/avvik/ny', session)
  const html = gunzipSync(page.body).toString()
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '')
  let script = 0
  let total = page.bytes
  for (const file of new Set(files)) {
    const { bytes } = await raw(port, file, session)
    total += bytes
    if (file.endsWith('.js')) script += bytes
  }
  return { kilobytes: round1(total / 1000), scriptKilobytes: round1(script / 1000), htmlKilobytes: round1(page.bytes / 1000) }
}

function raw(port: number, path: string, session: string): Promise<{ readonly bytes: number; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: `varde=${session}`, 'accept-encoding': path.startsWith('/assets/') ? 'br' : 'gzip' }
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ bytes: Buffer.concat(chunks).length, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}

function rssOf(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
}
function round1(n: number): number {
  return Math.round(n * 10) / 10
}
