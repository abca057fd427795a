import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Client } from 'pg'
import { serverFlags } from '../scripts/server-flags.ts'
import { server } from '../src/app/server.ts'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { newId } from '../src/kernel/ids.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { statementsOf as heardWhile, listenToDriver, type Statement } from '../test/support/statements.ts'
import { seed } from './data.ts'
import { guardFigure } from './guard.ts'
import { load, median, type Result, type Shot } from './load.ts'
import { quietParts } from './parts.ts'

// Each figure beside two limits, in one run: the same statements without anything around them (`bare`), and the least a server could do for
// that page (`least`: one indexed statement as JSON). Rounds of the three in turn, medians, ratios: the machine may be noisy. Where it is busy with
// other things, ratios of time on the wall say little: `…Processor` is what one answer costs the process that answers, in milliseconds of a
// core, without its database. `--quick`: few cases and one short round. `--cases=1000000`: so many in all.
const asJson = process.argv.includes('--json')
const quick = process.argv.includes('--quick')
const wanted = Number(process.argv.find((one) => one.startsWith('--cases='))?.slice(8) ?? (quick ? 2_000 : 100_000))
const [organisations, rounds, seconds] = quick ? [4, 1, 2] : [20, 3, 4]
const casesEach = Math.round(wanted / organisations)
const connections = 8
const poolSize = 8
const key = '07'.repeat(32)

const say = (line: string) => process.stderr.write(`${line}\n`)
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

  const case_ = await aCase(first.organisationId)
  const cookie = `varde=${first.handler}`
  const searched = async (words: string): Promise<string> => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    const answer = await app.request('http://127.0.0.1/avvik/sok', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ ord: words, status: 'alle' }),
    })
    return answer.headers.get('location') ?? ''
  }
  const one = (what: string, ...values: readonly unknown[]): Statement => ({
    name: 'least',
    text: `select id, year, number, status, short.short_name, notify_by, categories from deviation
      left join lateral (select short_name from deviation_handling h where h.organisation_id = deviation.organisation_id and h.deviation_id = deviation.id) short on true
      where organisation_id = $1 and ${what}`,
    values: [first.organisationId, ...values],
  })
  const pages = {
    list: { path: '/avvik', least: one(`status <> 'closed' order by notify_by limit 50`), goal: 0.6 },
    record: { path: `/avvik/${case_.id}`, least: one('id = $2', case_.id), goal: 0.6 },
    number: {
      path: await searched(`${case_.year}-${String(case_.number).padStart(4, '0')}`),
      least: one('year = $2 and number = $3', case_.year, case_.number),
      goal: null,
    },
    reference: { path: await searched(case_.reference), least: one('external_key = varde_fold($2)', case_.reference), goal: null },
    words: { path: await searched('kode7 gruppe'), least: one(`status <> 'closed' order by notify_by limit 50`), goal: null },
  } as const
  const begun = Date.now()
  const asked = new Map<string, readonly Statement[]>()
  for (const [name, { path }] of Object.entries(pages)) {
    if (path === '') throw new Error(`the search for ${name} led nowhere`)
    asked.set(name, await statementsOf(async () => statusOf(await app.request(`http://127.0.0.1${path}`, { headers: { cookie } }), 200)))
  }
  const created = await statementsOf(async () => {
    const { path, ...shot } = reportShot(0)
    statusOf(await app.request(`http://127.0.0.1${path}`, { ...shot }), 303)
  })
  await jobs.stop()
  await db.close()

  const varde = await startVarde(postgres.url)
  const page = await fetchSizes(varde.port, first.employee, '/avvik/ny')
  const listPage = await fetchSizes(varde.port, first.handler, '/avvik')
  const see = `select set_config('varde.organisations', '${first.organisationId}', false)`
  const figures: Record<string, unknown> = {}
  for (const [name, { path, least, goal }] of Object.entries(pages)) {
    const shot: Shot = { method: 'GET', path, headers: { cookie } }
    const statements = asked.get(name) ?? []
    figures[name] = {
      ...(await beside(
        name,
        varde,
        { bare: { set: null, statements, fresh: madeSince(statements, begun) }, least: { set: see, statements: [least], fresh: [] } },
        () => shot,
        200,
      )),
      goal,
      statements: statements.length,
    }
  }
  const writes = created.filter(({ text }) => /^\s*(begin|insert|update|commit)/i.test(text))
  figures.create = {
    ...(await beside('create', varde, { bare: { set: null, statements: writes, fresh: madeSince(created, begun) } }, reportShot, 303)),
    goal: 0.3,
    statements: created.length,
    inserts: writes.length,
  }
  const memory = rssOf(varde.pid)
  const all = {
    machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}, PostgreSQL ${postgres.version}, durable`,
    cases: organisations * casesEach,
    ...figures,
    memory: { megabytes: memory, goal: 200 },
    guard: guardFigure(),
    firstPage: { ...page, goal: 80, scriptGoal: 40 },
    laterPage: { kilobytes: listPage.htmlKilobytes, goal: 12 },
  }
  process.stdout.write(asJson ? `${JSON.stringify(all)}\n` : `${JSON.stringify(all, null, 2)}\n`)

  type Known = { readonly id: string; readonly year: number; readonly number: number; readonly reference: string }
  async function aCase(organisationId: string): Promise<Known> {
    const client = new Client({ connectionString: postgres.url })
    await client.connect()
    await client.query(`select set_config('varde.organisations', $1, false)`, [organisationId])
    const { rows } = await client.query<Known>(
      `select id, year, number, external_reference as reference from deviation where organisation_id = $1 and status = 'open' limit 1`,
      [organisationId],
    )
    await client.end()
    if (!rows[0]) throw new Error('no case is open')
    return rows[0]
  }

  /** A report of its own each time, of the first organisation: the inserts beside it all go to one as well. */
  function reportShot(_: number): Shot {
    const body = new URLSearchParams({
      id: newId(new Date()),
      personalData: 'yes',
      affectedUnit: first?.unitId ?? '',
      categories: 'MISSENT_EMAIL',
      whatHappened: 'En liste over elever ble sendt til feil forelder.',
      discoveredAt: new Date(Date.now() - 3_600_000).toISOString().slice(0, 16),
      deed: 'send',
    }).toString()
    return {
      method: 'POST',
      path: '/avvik',
      headers: {
        cookie: `varde=${first?.employee}`,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'content-length': String(Buffer.byteLength(body)),
      },
      body,
    }
  }

  async function beside<L extends string>(
    name: string,
    varde: Serving,
    limits: Readonly<Record<L, Script>>,
    shot: (n: number) => Shot,
    right: number,
  ) {
    say(`${name} …`)
    const servers: Record<string, Serving> = { ours: varde }
    for (const [limit, script] of Object.entries<Script>(limits)) servers[limit] = await startBare(postgres.url, script, `${name}-${limit}`)
    const answers = (limit: string) => (limit === 'ours' ? right : 200)
    const results = new Map<string, (Result & { readonly processor: number })[]>()
    for (const [limit, { port }] of Object.entries(servers)) await load(port, connections, 2, answers(limit), shot)
    for (let round = 0; round < rounds; round++)
      for (const [limit, { port, pid }] of Object.entries(servers)) {
        const before = processorOf(pid)
        const result = await load(port, connections, seconds, answers(limit), shot)
        const processor = (processorOf(pid) - before) / Math.max(1, result.answers)
        results.set(limit, [...(results.get(limit) ?? []), { ...result, processor }])
      }
    const ours = results.get('ours') ?? []
    const against = Object.keys(limits).flatMap((limit) => {
      const theirs = results.get(limit) ?? []
      const ratio = median(ours.map((one, round) => one.perSecond / (theirs[round]?.perSecond ?? 1)))
      return [
        [`${limit}PerSecond`, Math.round(median(theirs.map((one) => one.perSecond)))],
        [`of${limit[0]?.toUpperCase()}${limit.slice(1)}`, round2(ratio)],
        [`${limit}Processor`, round2(median(theirs.map((one) => one.processor)))],
      ]
    })
    for (const child of children.splice(1)) child.kill('SIGKILL')
    return {
      perSecond: Math.round(median(ours.map((one) => one.perSecond))),
      processor: round2(median(ours.map((one) => one.processor))),
      ...Object.fromEntries(against),
      p50: round1(median(ours.map((one) => one.p50))),
      p99: round1(median(ours.map((one) => one.p99))),
      wrong: [...results.values()].flat().reduce((sum, one) => sum + one.wrong, 0),
    }
  }
} finally {
  for (const child of children) child.kill('SIGKILL')
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Script = { readonly set: string | null; readonly statements: readonly Statement[]; readonly fresh: readonly string[] }

/** Every statement that one request runs, often enough that what is prepared at all is prepared: the limit runs exactly these. */
async function statementsOf(ask: () => Promise<unknown>): Promise<readonly Statement[]> {
  for (let times = 0; times < 12; times++) await ask()
  return heardWhile(ask)
}

function statusOf(answer: Response, right: number): void {
  if (answer.status !== right) throw new Error(`the page to measure answered ${answer.status}`)
}

/** The ids that were made for these statements: their time is in them (UUID version 7). */
function madeSince(statements: readonly Statement[], at: number): readonly string[] {
  const ids = JSON.stringify(statements).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
  return [...new Set(ids)].filter((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) >= at)
}

type Serving = { readonly port: number; readonly pid: number }

async function startVarde(databaseUrl: string): Promise<Serving> {
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

async function startBare(databaseUrl: string, script: Script, name: string): Promise<Serving> {
  const file = join(folder, `${name}.json`)
  writeFileSync(
    file,
    JSON.stringify({ ...script, statements: script.statements.map((one) => ({ ...one, values: one.values.map(plain) })) }),
  )
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bare.ts'), databaseUrl, file, String(poolSize)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return { port: Number((await firstLine(child, /^(\d+)$/m))[1]), pid: child.pid ?? 0 }
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
async function fetchSizes(port: number, session: string, path: string) {
  const page = await raw(port, path, session)
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
/** Milliseconds of a core that a process has had, all its threads together. */
function processorOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const spent = threads.map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]))
  return spent.reduce((sum, one) => sum + one, 0) / 1e6
}
function round2(n: number): number {
  return Math.round(n * 100) / 100
}
function round1(n: number): number {
  return Math.round(n * 10) / 10
}
