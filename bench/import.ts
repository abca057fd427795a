import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { serverFlags } from '../scripts/server-flags.ts'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { seed } from './data.ts'

// `tsx bench/import.ts 10000`, after a build: a file of so many systems as XLSX and as CSV, looked over, brought in and taken back: seconds of each,
// and the most memory that the server and what it starts took together (goal: 300 MB).
const records = Number(process.argv[2] ?? 10_000)
const key = '07'.repeat(32)
const postgres = await startPostgres({ durable: true })
let child: ChildProcess | null = null
try {
  const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 2, waitMs: 10_000 })
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: null, demo: false, host: '127.0.0.1', port: 0 }, Buffer.from(key, 'hex'), jobs)
  const [first] = await seed(db, house, 1, 5, new Date())
  await jobs.stop()
  await db.close()
  if (!first) throw new Error('nothing was seeded')
  const server = spawn(process.execPath, [...serverFlags, join(import.meta.dirname, '../dist/server/main.js')], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: postgres.url, PORT: '0', SEALING_KEY: key, DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = server
  const port = await portOf(server)
  const cookie = `varde=${first.dpo}`
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const at = (path: string) => `http://127.0.0.1:${port}${path}`
  const get = async (path: string) => (await fetch(at(path), { headers, redirect: 'manual' })).text()
  const post = (path: string, body: FormData | URLSearchParams = new URLSearchParams()) =>
    fetch(at(path), { method: 'POST', headers, body, redirect: 'manual' })
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(server.pid ?? 0))
  }, 20)
  const until = async (path: string, words: RegExp) => {
    for (const began = performance.now(); performance.now() - began < 600_000; await new Promise((done) => setTimeout(done, 100)))
      if (words.test(await get(path))) return
    throw new Error(`${path} never said ${words}`)
  }
  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    return Math.round((performance.now() - from) / 100) / 10
  }
  const rows = (word: string) =>
    Array.from({ length: records }, (_, n) => [`${word} ${n}`, n % 3 === 0 ? 'nei' : 'ja', `Behandler opplysninger om ${n}. `.repeat(6)])
  const head = ['Fagsystem', 'Er systemet i bruk?', 'Hva brukes systemet til?']
  const files = {
    xlsx: async () => writeXlsx({ sheets: [{ name: 'Ark1', rows: [head, ...rows('Regneark')] }] }),
    csv: async () => Buffer.from([head, ...rows('Tekstfil')].map((row) => row.join(';')).join('\n')),
  }
  for (const [form, made] of Object.entries(files)) {
    most = 0
    const sent = new FormData()
    sent.append('filer', new Blob([new Uint8Array(await made())]), `systemer.${form}`)
    const place = placeOf(await post('/systemer/import', sent))
    const columns = await get(place)
    const names = [...columns.matchAll(/<select[^>]*name="(kolonne\.\d+)"/g)].map(([, name = '']) => name)
    const chosen = new URLSearchParams(names.map((name, n) => [name, ['name', 'inUse', 'purpose'][n] ?? '']))
    const looked = await timed(async () => {
      await post(`${place}/kolonner`, chosen)
      await until(place, /Dette kommer til å skje|Dette kjem til å skje/)
    })
    const brought = await timed(async () => {
      await post(`${place}/gjennomforing`)
      await until(place, /Importen er ferdig/)
    })
    const undone = await timed(async () => {
      await post(`${place}/angring`)
      await until(place, /Importen er angr/)
    })
    process.stdout.write(
      `${form}, ${records} rows: looked over in ${looked} s, brought in in ${brought} s, taken back in ${undone} s; at most ${most} MB (goal 300)\n`,
    )
  }
  clearInterval(watch)
} finally {
  child?.kill('SIGKILL')
  await postgres.stop()
}

/** Where the file can be looked over; what is refused ends the run. */
function placeOf(answer: Response): string {
  const place = answer.headers.get('location') ?? ''
  if (!place.startsWith('/systemer/import/')) throw new Error(`the file was answered with ${answer.status} ${place}`)
  return place
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(text)
      if (found) resolve(Number(found[1]))
    })
    server.once('exit', (code) => reject(new Error(`the server ended before it listened (${code}): ${text}`)))
  })
}

/** Megabytes of a process and of those it has started. */
function memoryOf(pid: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const statuses = pids.flatMap((one) => {
    try {
      return [readFileSync(`/proc/${one}/status`, 'utf8')]
    } catch {
      return []
    }
  })
  const mine = statuses.filter((status) => new RegExp(`^(?:Pid|PPid):\\s+${pid}$`, 'm').test(status))
  return Math.round(mine.reduce((sum, status) => sum + Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0), 0) / 1024)
}
