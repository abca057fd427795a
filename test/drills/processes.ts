import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { makeExample } from '../support/example.ts'
import { program, withoutOurs } from '../support/installation.ts'
import { freePort } from '../support/postgres.ts'

// Varde as several machines have it: processes of their own, behind a proxy that sends each request to the next of them.

const root = join(import.meta.dirname, '../..')

export type Shared = {
  readonly databaseUrl: string
  /** The address that people use: the proxy's. */
  readonly baseUrl: string
  readonly smtpUrl?: string
  /** Of all of them: files, and nothing that another may not have. */
  readonly folder: string
}
/** The tables, and the example organisations, whose people sign in without a password. */
export async function fill(databaseUrl: string): Promise<void> {
  const db = await openDatabase({ url: databaseUrl, dataDir: null, poolSize: 2, waitMs: 60_000 })
  try {
    await migrate(db)
    await makeExample(db)
  } finally {
    await db.close()
  }
}

export type Role = 'web' | 'worker' | 'all'
export type Process = {
  readonly role: Role
  readonly port: number
  readonly log: () => string
  readonly isUp: () => boolean
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Starts one process, and waits until it serves; a worker, until it has looked once. */
export async function startProcess(role: Role, shared: Shared, port?: number): Promise<Process> {
  const own = port ?? (await freePort())
  const child = spawn(process.execPath, [...program()], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutOurs(process.env),
      ...{
        PROCESS: role,
        PORT: String(own),
        DATABASE_URL: shared.databaseUrl,
        BASE_URL: shared.baseUrl,
        DATA_DIR: join(shared.folder, `data-${own}`),
      },
      ...{
        FILES_DIR: join(shared.folder, 'files'),
        SEALING_KEY: '07'.repeat(32),
        MAIL_FROM: 'varde@prove.example',
        LOG_LEVEL: 'info',
        DEMO: '1',
      },
      ...(shared.smtpUrl ? { SMTP_URL: shared.smtpUrl } : {}),
    },
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => lines.push(text))
  const lastResort = () => child.kill('SIGKILL')
  process.once('exit', lastResort)
  const isUp = () => child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals) => {
    await ended(child, signal)
    process.off('exit', lastResort)
  }
  const made: Process = { role, port: own, log: () => lines.join(''), isUp, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
  for (const until = performance.now() + 300_000; ; ) {
    if (!isUp()) throw new Error(`A process ended while it started:\n${made.log()}`)
    if (performance.now() > until) throw new Error(`A process did not start in time:\n${made.log()}`)
    const ready = role === 'worker' ? lines.length > 0 : (await fetch(`http://127.0.0.1:${own}/readyz`).catch(() => null))?.ok
    if (ready) return made
    await pause(100)
  }
}

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), 20_000).unref()
  })

export type RoundRobin = {
  readonly url: string
  /** How many requests each port has had. */
  readonly served: ReadonlyMap<number, number>
  to(ports: readonly number[]): void
  close(): Promise<void>
}

/** Each request goes to the next one, whoever asks. One that lets nobody in is passed by; what broke while it was under way is 502. */
export async function openRoundRobin(): Promise<RoundRobin> {
  let ports: readonly number[] = []
  let next = 0
  const served = new Map<number, number>()
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => pass(ports.length))
    const pass = (left: number): void => {
      const port = ports[next++ % Math.max(1, ports.length)]
      if (port === undefined || left === 0) return void answer.writeHead(503).end()
      let isThrough = false
      const onward = request(
        { host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: { ...asked.headers, connection: 'close' } },
        (given) => {
          isThrough = true
          served.set(port, (served.get(port) ?? 0) + 1)
          answer.writeHead(given.statusCode ?? 502, given.headers)
          given.pipe(answer)
          given.on('error', () => answer.destroy())
        },
      )
      onward.on('error', (error: NodeJS.ErrnoException) => {
        // Refused: nothing was sent, so the next may have it.
        if (!isThrough && error.code === 'ECONNREFUSED') return pass(left - 1)
        if (!answer.headersSent) answer.writeHead(502).end()
        else answer.destroy()
      })
      onward.end(Buffer.concat(chunks))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    served,
    to: (all) => {
      ports = all
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A folder of one's own, that goes in the end. */
export function drillFolder(name: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `varde-${name}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What a drill has shown, line by line; it ends with 1 where something was not as it should be. */
export function scoreboard() {
  const wrong: string[] = []
  const began = performance.now()
  const say = (line: string) => process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}\n`)
  return {
    say,
    holds: (what: string, is: boolean, found: unknown = '') => {
      say(`${is ? 'ok   ' : 'WRONG'} ${what}${found === '' ? '' : `: ${typeof found === 'string' ? found : JSON.stringify(found)}`}`)
      if (!is) wrong.push(what)
    },
    end: () => {
      say(wrong.length === 0 ? 'Everything held.' : `${wrong.length} did not hold: ${wrong.join('; ')}`)
      process.exitCode = wrong.length === 0 ? 0 : 1
    },
  }
}

/** Ends all that was begun, the last first, also where something fails. */
export async function withEnds(work: (ends: (() => unknown)[]) => Promise<void>): Promise<void> {
  const ends: (() => unknown)[] = []
  try {
    await work(ends)
  } finally {
    for (const end of ends.reverse()) await Promise.resolve(end()).catch?.(() => {})
  }
}
