import { execFile, spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { serversOf } from '../../db/servers.ts'

/** Where pg_dump and pg_restore are; `path`: the PATH of whoever asks. The newest that is as new as the server. Throws with a cure. */
export async function findProgram(name: 'pg_dump' | 'pg_restore', serverMajor: number, path: string): Promise<string> {
  const found: { readonly file: string; readonly major: number }[] = []
  for (const file of [...path.split(delimiter), ...installed()].map((folder) => join(folder, name)).filter(isProgram)) {
    const said = await promisify(execFile)(file, ['--version']).catch(() => null)
    const major = Number(/\b(\d+)[.\s]/.exec(said?.stdout ?? '')?.[1] ?? 0)
    if (major > 0) found.push({ file, major })
  }
  // What an older one leaves out it does not say.
  const fit = found.toSorted((a, b) => a.major - b.major).find(({ major }) => major >= serverMajor)
  if (fit) return fit.file
  const there = found.length > 0 ? `Only version ${found.map(({ major }) => major).join(', ')} was found.` : 'None was found.'
  throw new Error(
    `${name} of PostgreSQL ${serverMajor} or newer is needed on this machine. ${there} Debian: apt install postgresql-client-${serverMajor}; macOS: brew install postgresql@${serverMajor}; or put the folder of it first in PATH.`,
  )
}

const installed = (): readonly string[] =>
  ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/Library/PostgreSQL'].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [],
  )

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * How such a program finds the server of this address: by the environment and never by its arguments, which everybody on the machine can
 * read. `organisations`: row-level security is forced on the owner too, and what it does not name it does not see.
 */
export function surroundings(url: string, organisations: readonly string[]): Readonly<Record<string, string>> {
  const servers = serversOf(url).map((one) => new URL(one))
  const { username, password, pathname, searchParams } = servers[0] ?? new URL(url)
  const ssl = searchParams.get('sslmode')
  const setting = `-c varde.organisations=${organisations.join(',')} -c statement_timeout=0 -c lock_timeout=0`
  // What begins a connection holds ten thousand bytes.
  if (setting.length > 9_000)
    throw new Error('There are more organisations than this command can name. Dump as a superuser with pg_dump instead.')
  return {
    PGHOST: searchParams.get('host') ?? servers.map(({ hostname }) => hostname.replace(/^\[|\]$/g, '')).join(','),
    PGPORT: servers.map(({ port }) => port || '5432').join(','),
    // The one that Varde writes to: a standby may be behind.
    ...(servers.length > 1 ? { PGTARGETSESSIONATTRS: 'read-write' } : {}),
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(ssl ? { PGSSLMODE: ssl } : {}),
    PGOPTIONS: setting,
    PGCLIENTENCODING: 'UTF8',
  }
}

/** Throws with what the program said where it ends with a fault. Answers what it wrote. */
export const runProgram = (file: string, words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, words, { env: { ...env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, said]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString('utf8'))
      else reject(new Error(`${file} ended with ${code}: ${Buffer.concat(said).toString('utf8').trim()}`))
    })
  })
