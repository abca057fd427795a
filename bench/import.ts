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
// and the most memory that the server and what it starts took together (goal: 300 MB). `tsx bench/import.ts 1300 avvik`: of so many old deviations.
const records = Number(process.argv[2] ?? 10_000)
const what = process.argv[3] === 'avvik' ? 'avvik' : 'systemer'
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
    for (const began = performance.now(); performance.now() - began < 600_000; await new Promise((done) => setTimeout(done, 1000)))
      if (words.test(await get(path))) return
    throw new Error(`${path} never said ${words}`)
  }
  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    return Math.round((performance.now() - from) / 100) / 10
  }
  const registers = {
    systemer: {
      head: ['Fagsystem', 'Er systemet i bruk?', 'Hva brukes systemet til?'],
      fields: ['name', 'inUse', 'purpose'],
      row: (word: string, n: number) => [`${word} ${n}`, n % 3 === 0 ? 'nei' : 'ja', `Behandler opplysninger om ${n}. `.repeat(6)],
    },
    avvik: {
      head: ['Avviksnr', 'Registrert dato', 'Status', 'Tittel', 'Beskrivelse', 'Alvorlighetsgrad', 'Antall berørte'],
      fields: ['externalReference', 'receivedOn', 'ended', 'shortName', 'whatHappened', 'severity', 'affectedCount'],
      row: (word: string, n: number) => [
        `${word} ${n}`,
        `${1 + (n % 28)}.05.${2019 + (n % 6)}`,
        'Lukket',
        `Sak ${n}`,
        'Et brev gikk til feil adresse. '.repeat(8),
        'Lav',
        `${n % 90}`,
      ],
    },
  }
  const { head, fields, row } = registers[what]
  const rows = (word: string) => Array.from({ length: records }, (_, n) => row(word, n))
  const files = {
    xlsx: async () => writeXlsx({ sheets: [{ name: 'Ark1', rows: [head, ...rows('Regneark')] }] }),
    csv: async () => Buffer.from([head, ...rows('Tekstfil')].map((row) => row.join(';')).join('\n')),
  }
  for (const [form, made] of Object.entries(files)) {
    most = 0
    const sent = new FormData()
    sent.append('filer', new Blob([new Uint8Array(await made())]), `${what}.${form}`)
    const place = placeOf(await post(`/${what}/import`, sent))
    const columns = await get(place)
    const names = [...columns.matchAll(/<select[^>]*name="(kolonne\.\d+)"/g)].map(([, name = '']) => name)
    const chosen = new URLSearchParams(names.map((name, n) => [name, fields[n] ?? '']))
    const looked = await timed(async () => {
      await post(`${place}/kolonner`, chosen)
      await until(place, /Dette kommer til å skje|Dette kjem til å skje/)
    })
    const brought = await timed(async () => {
      await post(`${place}/gjennomforing`)
      await until(place, /Importen er ferdig/)
    })
    // The same file again: nothing is twice.
    const second = new FormData()
    second.append('filer', sent.get('filer') as Blob, `${what}.${form}`)
    const again = placeOf(await post(`/${what}/import`, second))
    await post(`${again}/kolonner`, chosen)
    await until(again, /Ingen rader gir noe nytt|Ingen rader gir noko nytt/)
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
  if (!place.startsWith(`/${what}/import/`)) throw new Error(`the file was answered with ${answer.status} ${place}`)
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

/** Megabytes of a process and of those it has started. What two of them have in common, as the program itself, is counted once. */
function memoryOf(pid: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const mine = pids.filter((one) => new RegExp(`^(?:Pid|PPid):\\s+${pid}$`, 'm').test(read(`/proc/${one}/status`)))
  return Math.round(mine.reduce((sum, one) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0), 0) / 1024)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
