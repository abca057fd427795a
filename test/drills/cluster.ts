import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries, serverUser } from '../support/postgres.ts'

// What the programs of PostgreSQL do for a drill, as the user that its servers run as.

const binaries = findBinaries()
const user = serverUser()

/** Runs one of the programs; throws with what it said. */
export const runs = (name: string, ...words: readonly string[]): string => asServer(join(binaries, name), ...words)

/** Runs any program as the user of the servers. */
export function asServer(name: string, ...words: readonly string[]): string {
  const done = spawnSync(name, [...words], { ...user, cwd: '/', encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${name} ended with ${done.status}: ${done.stderr || done.error?.message}`)
  return done.stdout
}

/** A folder that the servers may write in. */
export function ownedFolder(path: string): string {
  mkdirSync(path, { recursive: true })
  if (user) chownSync(path, user.uid, user.gid)
  return path
}

/** As a power cut does: the server and all its processes, at once. */
export function killServer(pid: number): void {
  const children = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
  for (const one of [String(pid), ...children]) {
    try {
      process.kill(Number(one), 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}

export const sizeOf = (folder: string): string => execFileSync('du', ['-sh', folder], { encoding: 'utf8' }).split('\t')[0] ?? ''
