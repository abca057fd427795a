import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { saidAt, sayAt } from '../../kernel/keys.ts'
import type { FileEvent, State, StoredFile } from './file.ts'
import { type Key, keyColumns, keyIn, markOf, namePlace } from './store-content.ts'

export type NewFile = Omit<StoredFile, 'removedAt' | 'removalReason'> & Key

/** Writes the row, unless the same file hangs there already. `as`: whoever added it must not be known where they are protected (S4-131). */
export async function insertFile(ctx: Ctx, file: NewFile, events: readonly FileEvent[], as: 'actor' | 'protected'): Promise<boolean> {
  const written = await ctx.tx
    .insertInto('file')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: file.id,
      subject_type: file.place.type,
      subject_id: file.place.id,
      ...(await sayAt(ctx, namePlace, { id: file.id }, file.name)),
      ...(await keyColumns(ctx, file.id, file)),
      mark: markOf(ctx, file.sha256, file.name),
      media_type: file.mediaType,
      size: file.size,
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
  await changed(ctx, id, {
    ...(await sayAt(ctx, namePlace, { id }, null)),
    mark: null,
    removed_at: ctx.now,
    removed_by: removedBy,
    removal_reason: reason,
  })
  await record(ctx, { type: 'file', id }, events, by)
}

/** Another name; with a mark behind it where the same file hangs there under that name already. */
export async function setName(ctx: Ctx, file: StoredFile, name: string): Promise<void> {
  const { rows } = await sql<{ id: string; sha256: Buffer | null; key_sealed: unknown; sealed_as: string | null }>`
    select id, sha256, key_sealed, sealed_as from file where organisation_id = ${ctx.actor.organisationId} and id = ${file.id}`.execute(
    ctx.tx,
  )
  const [row] = rows
  const sha256 = row && (row.sha256 ?? (await keyIn(ctx, row))?.sha256)
  if (!sha256) return
  const { rows: others } = await sql`
    select from file where organisation_id = ${ctx.actor.organisationId} and subject_type = ${file.place.type}
      and subject_id = ${file.place.id} and mark = ${markOf(ctx, sha256, name)} and removed_at is null and id <> ${file.id}`.execute(ctx.tx)
  const free = others.length > 0 ? `${file.id.slice(-4)} ${name}` : name
  await changed(ctx, file.id, { ...(await sayAt(ctx, namePlace, { id: file.id }, free)), mark: markOf(ctx, sha256, free) })
}

/** Takes a file that lies in the clear, for whoever seals it; undefined where it is sealed or gone meanwhile, or somebody else has it. */
export async function lockClear(ctx: Ctx, id: string): Promise<(StoredFile & { readonly sha256: Buffer }) | undefined> {
  const row = await ctx.tx
    .selectFrom('file')
    .select([...columns, 'sha256'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .where('key_sealed', 'is', null)
    .where('removed_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row?.sha256 ? { ...(await fileOf(ctx, row)), sha256: Buffer.from(row.sha256) } : undefined
}

/** Its content lies sealed from now on. The mark is none where the same hangs there already: two that came before there were marks. */
export async function setSealed(ctx: Ctx, { id, place, name }: StoredFile, key: Key): Promise<void> {
  const mark = markOf(ctx, key.sha256, name)
  const { rows } = await sql`
    select from file where organisation_id = ${ctx.actor.organisationId} and subject_type = ${place.type} and subject_id = ${place.id}
      and mark = ${mark} and removed_at is null`.execute(ctx.tx)
  const said = await sayAt(ctx, namePlace, { id }, name)
  await changed(ctx, id, { ...said, ...(await keyColumns(ctx, id, key)), sha256: null, mark: rows.length > 0 ? null : mark })
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
  return row && fileOf(ctx, row)
}

export const columns = [
  'id',
  'subject_type',
  'subject_id',
  'name',
  'name_sealed',
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
  readonly name: string | null
  readonly name_sealed: unknown
  readonly media_type: string
  readonly size: number | string
  readonly state: string
  readonly added_at: Date
  readonly added_by: string | null
  readonly removed_at: Date | null
  readonly removal_reason: string | null
}

export const fileOf = async (ctx: Ctx, row: Row): Promise<StoredFile> => ({
  id: row.id,
  place: { type: row.subject_type, id: row.subject_id } satisfies RecordKey,
  name: (await saidAt(ctx, namePlace, row)) ?? '',
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
