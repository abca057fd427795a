import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { FileEvent, State, StoredFile } from './file.ts'

export type NewFile = Omit<StoredFile, 'removedAt' | 'removalReason'> & { readonly sha256: Buffer }

/** Writes the row, unless the same file hangs there already. `as`: whoever added it must not be known where they are protected (S4-131). */
export async function insertFile(ctx: Ctx, file: NewFile, events: readonly FileEvent[], as: 'actor' | 'protected'): Promise<boolean> {
  const written = await ctx.tx
    .insertInto('file')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: file.id,
      subject_type: file.place.type,
      subject_id: file.place.id,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      state: file.state,
      added_at: file.addedAt,
      added_by: file.addedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return false
  await record(ctx, { type: 'file', id: file.id }, events, as)
  return true
}

export async function setState(ctx: Ctx, id: string, state: State, events: readonly FileEvent[]): Promise<void> {
  await changed(ctx, id, { state, scanned_at: ctx.now })
  await record(ctx, { type: 'file', id }, events)
}

/** The name goes with the content: people name files after people. `by`: a protected reporter who takes their own away stands nowhere. */
export async function setRemoved(
  ctx: Ctx,
  id: string,
  reason: string,
  events: readonly FileEvent[],
  by: 'actor' | 'protected',
): Promise<void> {
  const removedBy = by === 'protected' ? null : ctx.actor.personId
  await changed(ctx, id, { name: '', removed_at: ctx.now, removed_by: removedBy, removal_reason: reason })
  await record(ctx, { type: 'file', id }, events, by)
}

/** Another name; with a mark behind it where the same file hangs there under that name already. */
export async function setName(ctx: Ctx, file: StoredFile, name: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select o.id from file f join file o on o.organisation_id = f.organisation_id and o.subject_type = f.subject_type
      and o.subject_id = f.subject_id and o.sha256 = f.sha256 and o.name = ${name} and o.removed_at is null and o.id <> f.id
    where f.organisation_id = ${ctx.actor.organisationId} and f.id = ${file.id}`.execute(ctx.tx)
  await changed(ctx, file.id, { name: rows.length > 0 ? `${file.id.slice(-4)} ${name}` : name })
}

/** Hangs all that hangs on one record on another, as when a report is made of it. */
export async function moveFiles(ctx: Ctx, from: RecordKey, to: RecordKey): Promise<void> {
  await ctx.tx
    .updateTable('file')
    .set({ subject_type: to.type, subject_id: to.id })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', from.type)
    .where('subject_id', '=', from.id)
    .execute()
}

const changed = (ctx: Ctx, id: string, values: object) =>
  ctx.tx.updateTable('file').set(values).where('organisation_id', '=', ctx.actor.organisationId).where('id', '=', id).execute()

/** Takes the file for a deed: nobody else changes it until the transaction ends. */
export async function lockFile(ctx: Ctx, id: string): Promise<StoredFile | undefined> {
  const row = await ctx.tx
    .selectFrom('file')
    .select(columns)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && fileOf(row)
}

export const columns = [
  'id',
  'subject_type',
  'subject_id',
  'name',
  'media_type',
  'size',
  'state',
  'added_at',
  'added_by',
  'removed_at',
  'removal_reason',
] as const

type Row = {
  readonly id: string
  readonly subject_type: string
  readonly subject_id: string
  readonly name: string
  readonly media_type: string
  readonly size: number | string
  readonly state: string
  readonly added_at: Date
  readonly added_by: string | null
  readonly removed_at: Date | null
  readonly removal_reason: string | null
}

export const fileOf = (row: Row): StoredFile => ({
  id: row.id,
  place: { type: row.subject_type, id: row.subject_id } satisfies RecordKey,
  name: row.name,
  mediaType: row.media_type,
  size: Number(row.size),
  state: row.state as State,
  addedAt: row.added_at,
  addedBy: row.added_by,
  removedAt: row.removed_at,
  removalReason: row.removal_reason,
})

/** The rows of all that hung on some records; answers their ids. */
export async function deleteFiles(ctx: Ctx, type: string, subjects: readonly string[]): Promise<readonly string[]> {
  const rows = await ctx.tx
    .deleteFrom('file')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', type)
    .where('subject_id', 'in', [...subjects])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
