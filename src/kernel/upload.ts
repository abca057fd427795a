import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { Form } from './fields.ts'

/** A file that has come in and lies on the disk, and is nobody's yet. `name` is what the browser called it: never trusted, never a path. */
export type Incoming = {
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly sha256: Buffer
  readonly path: string
}

/** What a form with files came to. `refused`: names of files that were larger than one may be, or more than may come at once. */
export type Received = { readonly form: Form; readonly files: readonly Incoming[]; readonly refused: readonly string[] }

export type UploadLimits = {
  /** The most that one file may hold, in bytes. */
  readonly bytes: number
  /** How many files may come at once. */
  readonly files: number
}

/** No form beside the files holds more than this, in bytes. */
const largestField = 64 * 1024
const mostFields = 50

/**
 * Reads a form with files as it arrives: each file goes to `folder` under a name of our own, and never lies whole in memory. What is
 * too large is left out and named. Throws `UnreadableForm` when the browser broke off; then nothing is kept. Any other form holds no files.
 */
export async function receive(request: Request, folder: string, limits: UploadLimits): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data\b/i.test(type)) return { form: {}, files: [], refused: [] }
  await mkdir(folder, { recursive: true })
  const form: Record<string, string | string[]> = Object.create(null)
  const files: Incoming[] = []
  const refused: string[] = []
  const writing: Promise<void>[] = []
  try {
    const reader = new Busboy({
      headers: { 'content-type': type },
      limits: { fileSize: limits.bytes, files: limits.files, fields: mostFields, fieldSize: largestField },
    })
    reader.on('field', (name, value) => {
      const before = form[name]
      form[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
    })
    reader.on('file', (_field, stream, name) => {
      writing.push(
        kept(stream, folder).then(async (file) => {
          if (stream.truncated) {
            refused.push(name)
            await rm(file.path, { force: true })
          } else if (file.size > 0 || name) files.push({ ...file, name: name ?? '' })
        }),
      )
      // A rejection is waited for below; until then it must not end the process.
      writing.at(-1)?.catch(() => {})
    })
    reader.on('filesLimit', () => refused.push('…'))
    await pipeline(Readable.fromWeb(request.body as never), reader)
    await Promise.all(writing)
  } catch (cause) {
    await Promise.allSettled(writing)
    await rm(folder, { recursive: true, force: true })
    throw unreadable(cause)
  }
  return { form, files, refused }
}

async function kept(stream: BusboyFileStream, folder: string) {
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      size += chunk.length
      next(null, chunk)
    },
  })
  await pipeline(stream, measured, createWriteStream(path, { mode: 0o600 }))
  return { path, size, sha256: hash.digest() }
}

const unreadable = (cause: unknown) => Object.assign(new Error('The form could not be read', { cause }), { name: 'UnreadableForm' })
