import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/**
 * Where the content of files lies, outside the database and the web root, each under a name made of its id. A folder by default; whatever else keeps
 * these promises may stand in its place.
 */
export type Vault = {
  /** Where a request's files are put while it is read: a folder of its own on the same disk. */
  readonly incoming: (request: string) => string
  /** Takes away what requests left that ended before this time, as when the process was killed. */
  readonly forgetIncoming: (time: Date) => Promise<void>
  /** Takes a file that came in. Once it returns, the file is whole or the process ended before: never half. */
  readonly keep: (organisationId: string, name: string, path: string) => Promise<void>
  /** Undefined where the content is gone. */
  readonly open: (organisationId: string, name: string) => Promise<Readable | undefined>
  /** Takes the content away; nothing where there is none. */
  readonly remove: (organisationId: string, name: string) => Promise<void>
  /** All that lies there under an id: as it is, and with something behind it. */
  readonly namedAfter: (organisationId: string, id: string) => Promise<readonly string[]>
  /** Names kept since before this time, for the sweep that looks for what no record names. */
  readonly keptBefore: (organisationId: string, time: Date) => Promise<readonly string[]>
}

export function folderVault(root: string): Vault {
  const folderOf = (organisationId: string) => join(root, organisationId)
  return {
    incoming: (request) => join(root, 'incoming', request),
    forgetIncoming: async (time) => {
      for (const request of await readdir(join(root, 'incoming')).catch(() => [])) {
        const folder = join(root, 'incoming', request)
        const left = await stat(folder).catch(() => null)
        if (left && left.mtime < time) await rm(folder, { recursive: true, force: true })
      }
    },
    keep: async (organisationId, name, path) => {
      await mkdir(folderOf(organisationId), { recursive: true, mode: 0o700 })
      await rename(path, join(folderOf(organisationId), name))
    },
    open: async (organisationId, name) => {
      // Held from here on: a removal of the next moment takes the name away, and not what is being read.
      const file = await open(join(folderOf(organisationId), name)).catch(unlessGone)
      return file?.createReadStream()
    },
    remove: (organisationId, name) => rm(join(folderOf(organisationId), name), { force: true }),
    namedAfter: async (organisationId, id) =>
      (await readdir(folderOf(organisationId)).catch(() => [])).filter((name) => name === id || name.startsWith(`${id}.`)),
    keptBefore: async (organisationId, time) => {
      const names = await readdir(folderOf(organisationId)).catch(() => [])
      const old: string[] = []
      for (const name of names) {
        const kept = await stat(join(folderOf(organisationId), name)).catch(() => null)
        if (kept && kept.mtime < time) old.push(name)
      }
      return old
    },
  }
}

function unlessGone(fault: NodeJS.ErrnoException): undefined {
  if (fault.code !== 'ENOENT') throw fault
}
