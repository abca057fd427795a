import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform, Writable } from 'node:stream'
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

/** What somebody with a link may send at once: less than those who work here. */
export const byLink = ({ bytes }: UploadLimits): UploadLimits => ({ bytes: Math.min(bytes, 10 * 1_048_576), files: 5 })

/** No form beside the files holds more than this, in bytes. */
const largestField = 64 * 1024
const mostFields = 50
/** For the fields beside the files, and what the browser writes between them. */
const besideFiles = 512 * 1024

/** The most that a form with files may hold in all, in bytes. */
export const mostOf = ({ bytes, files }: UploadLimits): number => bytes * files + besideFiles

/**
 * Reads a form with files as it arrives: each file goes to `folder` under a name of our own, and never lies whole in memory, however it
 * was sent. What is too large is left out and named. When nothing comes of it, nothing is kept, and it throws: `UnreadableForm` when the
 * browser broke off, `FormTooLarge` past `mostOf`, and the disk's own fault when that took no more. A form without files, as one that was kept
 * and is sent again, is read too.
 */
export async function receive(request: Request, folder: string, limits: UploadLimits): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    return { form: {}, files: [], refused: [] }
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > mostOf(limits)) throw tooLarge()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const form: Record<string, string | string[]> = Object.create(null)
  const refused: string[] = []
  const writing: Promise<Incoming | null>[] = []
  const disk: { fault?: unknown } = {}
  const over = new AbortController()
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
      // What the parser says of it when all is over is nobody's to hear.
      stream.on('error', () => {})
      writing.push(
        kept(stream, folder, disk, over.signal).then(async (file) => {
          if (stream.truncated) {
            refused.push(name)
            await rm(file.path, { force: true })
            return null
          }
          return file.size > 0 || name ? { ...file, name: name ?? '' } : null
        }),
      )
      // A rejection is waited for below; until then it must not end the process.
      writing.at(-1)?.catch(() => {})
    })
    reader.on('filesLimit', () => refused.push('…'))
    await pipeline(Readable.fromWeb(request.body as never), noMoreThan(mostOf(limits)), reader)
    const all = await Promise.all(writing)
    if (disk.fault !== undefined) throw disk.fault
    return { form, files: all.filter((file) => file !== null), refused }
  } catch (cause) {
    // A file whose form broke off is never ended by the parser: without this it would be waited for without end.
    over.abort()
    await Promise.allSettled(writing)
    await rm(folder, { recursive: true, force: true })
    throw cause === disk.fault || isTooLarge(cause) ? cause : unreadable(cause)
  }
}

/** Writes a file as it comes. When the disk takes no more, the rest is read and dropped: a browser that still sends hears no answer. */
async function kept(stream: BusboyFileStream, folder: string, disk: { fault?: unknown }, over: AbortSignal) {
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const ended = (cause: unknown): undefined => {
    disk.fault ??= cause
  }
  const file = disk.fault === undefined ? await open(path, 'wx', 0o600).catch(ended) : undefined
  const written = new Writable({
    write(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      size += chunk.length
      if (!file || disk.fault !== undefined) next()
      else
        file.writeFile(chunk).then(
          () => next(),
          (cause) => next(ended(cause)),
        )
    },
  })
  try {
    await pipeline(stream, written, { signal: over })
  } finally {
    await file?.close().catch(ended)
  }
  return { path, size, sha256: hash.digest() }
}

function noMoreThan(bytes: number): Transform {
  let came = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      came += chunk.length
      if (came > bytes) next(tooLarge())
      else next(null, chunk)
    },
  })
}

const tooLarge = () => Object.assign(new Error('The form holds too much'), { name: 'FormTooLarge' })
const isTooLarge = (cause: unknown) => cause instanceof Error && cause.name === 'FormTooLarge'
const unreadable = (cause: unknown) => Object.assign(new Error('The form could not be read', { cause }), { name: 'UnreadableForm' })
