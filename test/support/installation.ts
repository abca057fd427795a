import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type InstallationOptions = {
  /** A PostgreSQL database of one's own; without it the embedded one, in the data folder. */
  readonly databaseUrl?: string
  /** Kept when given; else a temporary one that goes with the server. */
  readonly dataDir?: string
  /** Where mail goes: a mailbox of the test. */
  readonly smtpUrl?: string
  /** Further settings of the server, as DATABASE_POOL. */
  readonly settings?: Readonly<Record<string, string>>
  /** Come to by a name and not by a number, as browsers want it for passkeys. */
  readonly byName?: boolean
  /** The port of an earlier life of the same installation. */
  readonly port?: number
}

/** Varde as it runs for real: a process of its own, with a port, a data folder and a clock that nobody moves. */
export type Installation = {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** What the server has written to its log so far. */
  log(): string
  /** As an operator does: it finishes what has begun. */
  stop(): Promise<void>
  /** As a power cut does. */
  kill(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const built = join(root, 'dist/server/main.js')
// An empty one makes its example first: a minute of work, and more where the machine is shared.
const startWithinMs = 300_000

/** Starts a demo installation: the built server where the build is newer than its source, else the source itself. Throws with the server's own words. */
export async function startInstallation(options: InstallationOptions = {}): Promise<Installation> {
  if (!existsSync(join(root, 'dist/manifest.json'))) throw new Error('The browser’s files are not built. Run `npm run build` first.')
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'varde-journey-'))
  const port = options.port ?? (await freePort())
  const url = `http://${options.byName ? 'localhost' : '127.0.0.1'}:${port}`
  const child = spawn(process.execPath, [...program()], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutOurs(process.env),
      ...{ DEMO: '1', PORT: String(port), DATA_DIR: dataDir, BASE_URL: url, LOG_LEVEL: 'info' },
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...(options.smtpUrl ? { SMTP_URL: options.smtpUrl } : {}),
      ...options.settings,
    },
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => lines.push(text))
  const lastResort = () => child.kill('SIGKILL')
  process.once('exit', lastResort)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await ended(child, signal)
    process.off('exit', lastResort)
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
  }
  const log = () => lines.join('')
  await ready(url, child, log).catch(async (error: unknown) => {
    await end('SIGKILL')
    throw error
  })
  return { url, port, dataDir, log, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** In one process, so that a signal reaches the server and not something around it. */
export const program = (): readonly string[] =>
  existsSync(built) && statSync(built).mtimeMs > newest(join(root, 'src')) ? [built] : ['--import', 'tsx', join(root, 'src/main.ts')]

const newest = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (latest, entry) =>
      entry.isFile() && !entry.name.includes('.test.') ? Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs) : latest,
    0,
  )

/** The test's own settings must not become the server's. */
export const withoutOurs = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(VITEST|DATABASE_|SMTP_|MAIL_|SEALING_|PROCESS$|TRUSTED_|NODE_ENV$|NODE_OPTIONS$|HOST$)/.test(name),
    ),
  )

async function ready(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (const end = performance.now() + startWithinMs; ; ) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended while it started:\n${log()}`)
    if (performance.now() > end) throw new Error(`The server was not ready in ${startWithinMs / 1000} s:\n${log()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
    // Whoever does not stop when told is stopped.
    setTimeout(() => child.kill('SIGKILL'), 15_000).unref()
  })

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port.'))))
    })
  })
