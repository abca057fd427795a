import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { nobody } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId, type RecordKey } from '../../kernel/ids.ts'
import type { Incoming } from '../../kernel/upload.ts'
import { headBytes, mediaTypeOf } from './commands-content.ts'
import type { FileEvent, FileRefusal, StoredFile } from './file.ts'
import { keyOf } from './queries.ts'
import { isProgram, mayOpen, safeName } from './rules.ts'
import { insertFile, lockFile, setRemoved } from './store.ts'
import { keepSealed, nameOf, newSealing, openContent } from './store-content.ts'
import { withoutTraces } from './traces.ts'

export type Attached = { readonly kept: number; readonly refused: readonly { readonly name: string; readonly why: FileRefusal }[] }

/**
 * Hangs what came in on a record. Each file stands or falls by itself, and what was not taken is named. The same file twice is one.
 * `as`: whoever adds must not be known where they are a protected reporter (S4-131). The caller has asked who may.
 */
export async function attach(
  ctx: Ctx,
  place: RecordKey,
  files: readonly Incoming[],
  words: { readonly nameless: string },
  as: 'actor' | 'protected' = 'actor',
): Promise<Attached> {
  const refused: { name: string; why: FileRefusal }[] = []
  let added = 0
  for (const file of files) {
    const name = safeName(file.name, words.nameless)
    const mediaType = await mediaTypeOf(await headOf(file))
    const sound = file.size === 0 ? 'emptyFile' : isProgram(mediaType) ? 'program' : null
    const kept = sound === null && as === 'protected' ? await cleaned(file, mediaType) : file
    const why = sound ?? (kept ? null : 'picture')
    if (why || !kept) {
      refused.push({ name, why: why ?? 'picture' })
      await record(ctx, place, [fileRefused(why ?? 'picture')], as)
      continue
    }
    const id = newId(ctx.now)
    const state = ctx.house.scans ? 'waiting' : 'unscanned'
    const sealing = newSealing()
    const { organisationId } = ctx.actor
    await keepSealed(ctx.house.vault, organisationId, id, sealing, createReadStream(file.path), `${file.path}.sealed`)
    await rm(file.path, { force: true })
    const by = as === 'protected' || ctx.actor.personId === nobody ? null : ctx.actor.personId
    const row = {
      id,
      place,
      name,
      mediaType,
      size: kept.size,
      sha256: kept.sha256,
      ...sealing,
      state,
      addedAt: ctx.now,
      addedBy: by,
    } as const
    const event: FileEvent = { type: 'file.added', mediaType, size: kept.size }
    if (await insertFile(ctx, row, [event], as)) {
      if (state === 'waiting') await ctx.house.enqueue(ctx.tx, 'scan', { organisationId, id })
    } else await ctx.house.vault.remove(organisationId, nameOf(id, sealing.as))
    added += 1
  }
  return { kept: added, refused }
}

const fileRefused = (why: string): FileEvent => ({ type: 'file.refused', why })

/** The file without what a picture says of who took it; null where that cannot be taken out. */
async function cleaned(file: Incoming, mediaType: string): Promise<Incoming | null> {
  if (!mediaType.startsWith('image/')) return file
  const before = await readFile(file.path)
  const bytes = withoutTraces(mediaType, before)
  if (!bytes) return null
  await writeFile(file.path, bytes)
  return { ...file, size: bytes.length, sha256: createHash('sha256').update(bytes).digest() }
}

/** Whether it is a picture, by its content. */
export const isPicture = async (file: Incoming): Promise<boolean> => (await mediaTypeOf(await headOf(file))).startsWith('image/')

async function headOf({ path, size }: Incoming): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(Math.min(size, headBytes))
    await file.read(head, 0, head.length, 0)
    return head
  } finally {
    await file.close()
  }
}

/**
 * Hands out the content, and writes that it was handed out; refused while the scanner has not said OK. `as`: whoever opens or removes
 * their own must be known no more than when they added it.
 */
export async function openFile(ctx: Ctx, file: StoredFile, as: 'actor' | 'protected' = 'actor') {
  if (!mayOpen(file)) return refuse(file.removedAt ? 'gone' : 'quarantined')
  const content = await openContent(ctx.house.vault, ctx.actor.organisationId, file.id, await keyOf(ctx, file.id))
  // A database that was restored without its files, or a removal of this moment.
  if (!content) return refuse('gone')
  await record(ctx, { type: 'file', id: file.id }, [{ type: 'file.opened' } satisfies FileEvent], as)
  return { ok: true as const, content }
}

/** Takes a file away, with a reason. The row stays and says that it was there; the content goes when the transaction has. */
export async function removeFile(ctx: Ctx, id: string, reason: string | null, as: 'actor' | 'protected' = 'actor') {
  const file = await lockFile(ctx, id)
  if (!file) return refuse('notFound')
  if (file.removedAt) return refuse('gone')
  if (!reason) return refuse('incomplete', ['reason'])
  await setRemoved(ctx, id, reason, [{ type: 'file.removed' }], as)
  await ctx.house.enqueue(ctx.tx, 'file-removal', { organisationId: ctx.actor.organisationId, id })
  return { ok: true as const, next: file }
}
