import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * A program or library of the system that fault tests need: found, or installed where this machine lets us (Debian, as root). Throws, saying
 * how to get it.
 */
export function systemFile(wanted: {
  readonly name: string
  readonly folders: readonly string[]
  readonly debian: string
  readonly env: string
}): string {
  const find = () =>
    [process.env[wanted.env], ...wanted.folders.map((folder) => join(folder, wanted.name))].find((path) => path && isThere(path))
  const found = find()
  if (found) return found
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    spawnSync('sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends "$1"', 'sh', wanted.debian], { stdio: 'ignore' })
    const installed = find()
    if (installed) return installed
  }
  throw new Error(
    `This test needs ${wanted.name}, which is not on this machine. Install it (Debian: apt install ${wanted.debian}), or set ${wanted.env} to its path.`,
  )
}

export const programFolders: readonly string[] = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
]

/** Debian keeps libraries below a folder named after the processor. */
export const libraryFolders: readonly string[] = ['/usr/lib', '/usr/local/lib'].flatMap((folder) => [
  join(folder, 'faketime'),
  ...below(folder).map((name) => join(folder, name, 'faketime')),
])

function below(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}
