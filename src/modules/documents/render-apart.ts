import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { refuseInsideTransaction } from '../../kernel/outside.ts'
import { turns, type Whose } from '../../kernel/turns.ts'
import type { Document } from './document.ts'
import { renderPdf } from './render.ts'

/** So many sections are laid out while others wait, without their noticing: about half a second. */
const atOnce = 60
/** In milliseconds: a record of 2,000 activities takes half of it on a busy machine. */
const longest = 120_000
/** What a large document takes of memory is a gigabyte: one at a time. A double press is two of one person. */
const inTurn = turns({ atOnce: 1, of: { person: 1, organisation: 3 } })

export type Rendered = Uint8Array | 'busy' | 'tooLarge'

/**
 * The same file as `renderPdf`, of a document that may be large: it is then laid out in a process of its own, so that nobody else waits for
 * it and its memory goes with it. Never with a transaction open (`askFirst` in kernel/http.ts).
 */
export async function renderLargePdf(whose: Whose, document: Document, createdAt: Date): Promise<Rendered> {
  if (document.sections.length <= atOnce) return renderPdf(document, createdAt)
  refuseInsideTransaction('A large document is laid out')
  return inTurn(whose, () => apart(document, createdAt))
}

async function apart(document: Document, createdAt: Date): Promise<Uint8Array | 'tooLarge'> {
  // Nothing of our own settings or keys is handed on.
  const child = spawn(process.execPath, [import.meta.filename], { stdio: ['pipe', 'pipe', 'ignore'], env: {} })
  const timer = setTimeout(() => child.kill('SIGKILL'), longest)
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  // One that ended before it had read all: how it ended says why.
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify({ document, createdAt }, written))
  const ended = await new Promise<{ readonly code: number | null; readonly signal: string | null }>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal }))
  }).finally(() => clearTimeout(timer))
  if (ended.signal || ended.code === 134) return 'tooLarge'
  if (ended.code !== 0) throw new Error(`A large document could not be laid out: its process ended with ${ended.code}`)
  return Buffer.concat(parts)
}

/** The picture of a letterhead goes along as letters. */
const written = (_: string, value: unknown) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value)
const read = (_: string, value: unknown) => (isPicture(value) ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value)
const isPicture = (value: unknown): value is { readonly base64: string } =>
  typeof value === 'object' && value !== null && 'base64' in value && Object.keys(value).length === 1

if (import.meta.main) {
  const { document, createdAt } = JSON.parse(await text(process.stdin), read) as { readonly document: Document; readonly createdAt: string }
  process.stdout.write(renderPdf(document, new Date(createdAt)))
}
