import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseInsideTransaction } from '../../kernel/outside.ts'
import { turns, type Whose } from '../../kernel/turns.ts'
import { most, type ReadTable } from './reader.ts'

/** In milliseconds: ten thousand rows take less than two seconds. */
const longest = 15_000
/** For each file as much memory as `most` says: one at a time. A double press is two of one person. */
const inTurn = turns({ atOnce: 1, of: { person: 2, organisation: 4 } })
const reader = join(import.meta.dirname, import.meta.url.endsWith('.ts') ? 'reader.ts' : 'reader.js')

/**
 * Reads a table out of a file in a process of its own, with a limit to its memory and its time: what asks for more is refused, and takes
 * nothing else with it. Never with a transaction open (`askFirst` in kernel/http.ts): it takes seconds, and others may come before it.
 */
export async function readSheet(whose: Whose, path: string): Promise<ReadTable | 'busy'> {
  refuseInsideTransaction('A sheet is read')
  return inTurn(whose, () => read(path))
}

async function read(path: string): Promise<ReadTable> {
  if ((await stat(path)).size > most.bytes) return { ok: false, why: 'tooLarge' }
  // Nothing of our own settings or keys is handed on.
  const child = spawn(process.execPath, ['--max-old-space-size=160', '--max-semi-space-size=2', reader, path], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {},
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), longest)
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  const ended = await new Promise<{ readonly code: number | null; readonly signal: string | null }>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal }))
  }).finally(() => clearTimeout(timer))
  // Killed for its memory or its time, or V8 gave up: 134 where a shell says so.
  if (ended.signal || ended.code === 134) return { ok: false, why: 'tooLarge' }
  return ended.code === 0 ? (JSON.parse(Buffer.concat(parts).toString()) as ReadTable) : { ok: false, why: 'broken' }
}
