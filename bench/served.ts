import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serverFlags } from '../scripts/server-flags.ts'

/** The built server as a process of its own, asked by one person who is signed in, and the most memory that it and what it starts have taken. */
export type Served = {
  readonly ask: (path: string) => Promise<Response>
  readonly get: (path: string) => Promise<string>
  readonly post: (path: string, body?: FormData | URLSearchParams) => Promise<Response>
  /** Asks until the page says so. */
  readonly until: (path: string, words: RegExp) => Promise<void>
  /** Megabytes, since it was last begun anew. */
  readonly most: () => number
  readonly anew: () => void
  readonly stop: () => void
}

export async function serve({
  url,
  key,
  session,
}: {
  readonly url: string
  readonly key: string
  readonly session: string
}): Promise<Served> {
  const server = spawn(process.execPath, [...serverFlags, join(import.meta.dirname, '../dist/server/main.js')], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: url, PORT: '0', SEALING_KEY: key, DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(server)
  const headers = { cookie: `varde=${session}`, 'sec-fetch-site': 'same-origin' }
  const at = (path: string) => `http://127.0.0.1:${port}${path}`
  const ask = (path: string) => fetch(at(path), { headers, redirect: 'manual' })
  const get = async (path: string) => (await ask(path)).text()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(server.pid ?? 0))
  }, 20)
  return {
    ask,
    get,
    post: (path, body = new URLSearchParams()) => fetch(at(path), { method: 'POST', headers, body, redirect: 'manual' }),
    until: async (path, words) => {
      for (const began = performance.now(); performance.now() - began < 600_000; await new Promise((done) => setTimeout(done, 1000)))
        if (words.test(await get(path))) return
      throw new Error(`${path} never said ${words}`)
    },
    most: () => most,
    anew: () => {
      most = 0
    },
    stop: () => {
      clearInterval(watch)
      server.kill('SIGKILL')
    },
  }
}

/** Seconds, to a tenth. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return Math.round((performance.now() - from) / 100) / 10
}

/** Where a file that was sent can be looked over; what is refused ends the run. */
export function placeOf(answer: Response, at: string): string {
  const place = answer.headers.get('location') ?? ''
  if (!place.startsWith(`${at}/import/`)) throw new Error(`the file was answered with ${answer.status} ${place}`)
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
