import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { StoredFile } from './file.ts'
import { columns, fileOf } from './store.ts'

/** The files of a record, in the order they came; removed ones too, so that it is seen that something was there. */
export async function filesOf(ctx: Ctx, { type, id }: RecordKey): Promise<readonly StoredFile[]> {
  const rows = await ctx.tx
    .selectFrom('file')
    .select(columns)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(fileOf)
}

export async function findFile(ctx: Ctx, id: string): Promise<StoredFile | undefined> {
  const row = await ctx.tx
    .selectFrom('file')
    .select(columns)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fileOf(row)
}

/** What still waits for the scanner, the oldest first. */
export async function waitingFiles(ctx: Ctx, addedBefore: Date, limit: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('file')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('state', '=', 'waiting')
    .where('removed_at', 'is', null)
    .where('added_at', '<', addedBefore)
    .orderBy('added_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Which of these ids no record holds, or no longer: their content is nobody's. */
export async function nobodysFiles(ctx: Ctx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('file')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute()
  const held = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !held.has(id))
}

/** The files of some records that anybody may open, as rows of the register of documents. `among`: the ids of the records. */
export const fileRows = ({ actor }: Ctx, type: string, among: RawBuilder<unknown>, kind = 'file'): RawBuilder<unknown> => sql`
  select f.id, f.subject_id as record_id, ${kind}::text as kind, f.name as title, f.added_at as made_at, null::int as edition,
    null::uuid as unit_id, null::text as reference, null::int as year, null::text as about, null::date as about_on
  from file f where f.organisation_id = ${actor.organisationId} and f.subject_type = ${type} and f.removed_at is null
    and f.state in ('clean', 'unscanned') and f.subject_id in (${among})`
