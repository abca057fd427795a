import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'

export type FolderLock = { release(): Promise<void> }

type Holder = { readonly pid: number; readonly started: string; readonly host: string }

const refreshMs = 10_000
const staleMs = 60_000

/**
 * Takes the data folder for this process: nothing else stops a second process from opening the same embedded database and ruining it.
 * A lock left by a dead process is taken over. Throws, with what to do, when the holder lives.
 */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
  await mkdir(folder, { recursive: true })
  const file = join(resolve(folder), 'varde.lock')
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) ?? '', host: hostname() }
  if (!(await create(file, mine))) {
    await refuseLiveHolder(file, folder)
    // Of two that find the same dead lock only one can move it away.
    await rename(file, `${file}.${process.pid}`).catch(() => {})
    await rm(`${file}.${process.pid}`, { force: true })
    if (!(await create(file, mine))) throw new Error(`The data folder ${resolve(folder)} was taken by another process just now. ${cure}`)
  }
  const refresh = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), refreshMs)
  refresh.unref()
  return {
    release: async () => {
      clearInterval(refresh)
      await rm(file, { force: true })
    },
  }
}

const cure = 'Stop the other process first. For more than one process, use a PostgreSQL server: set DATABASE_URL.'

const create = async (file: string, holder: Holder): Promise<boolean> => {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const refuseLiveHolder = async (file: string, folder: string): Promise<void> => {
  const holder = parse(await readFile(file, 'utf8').catch(() => ''))
  if (holder === undefined) return
  if (holder.host === hostname()) {
    const started = startOf(holder.pid)
    const alive = started !== undefined && (holder.started === '' || started === '' || started === holder.started)
    if (alive) throw new Error(`The data folder ${resolve(folder)} is in use by process ${holder.pid}. ${cure}`)
    return
  }
  // Another machine or container: its processes cannot be seen from here, only that the lock is kept fresh.
  const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? 0)
  if (age < staleMs) {
    throw new Error(
      `The data folder ${resolve(folder)} is in use by process ${holder.pid} on ${holder.host}, or was until a moment ago. ${cure} If it is gone, wait a minute and start again.`,
    )
  }
}

const parse = (text: string): Holder | undefined => {
  try {
    const value = JSON.parse(text) as Partial<Holder>
    return typeof value.pid === 'number' ? { pid: value.pid, started: value.started ?? '', host: value.host ?? '' } : undefined
  } catch {
    return undefined // written half by a process that died
  }
}

/** When the process started, in the system's own words; undefined when there is none, '' when the system will not say. Ids are used again. */
const startOf = (pid: number): string | undefined => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
