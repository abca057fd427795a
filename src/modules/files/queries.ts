import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { StoredFile } from './file.ts'
import { columns, fileOf } from './store.ts'
import { idIn, type Key, keyIn, keyRow, nameIn } from './store-content.ts'

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
  return Promise.all(rows.map((row) => fileOf(ctx, row)))
}

export async function findFile(ctx: Ctx, id: string): Promise<StoredFile | undefined> {
  const row = await ctx.tx
    .selectFrom('file')
    .select(columns)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fileOf(ctx, row)
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

/** What a content is opened with; null where it lies in the clear. */
export async function keyOf(ctx: Ctx, id: string): Promise<Key | null> {
  const row = await ctx.tx
    .selectFrom('file')
    .select(keyRow)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? keyIn(ctx, row) : null
}

/** Those that came before files were sealed. */
export async function clearFiles(ctx: Ctx, limit: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('file')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('key_sealed', 'is', null)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Which of these contents no record holds, or no longer; one that lies in the clear beside the same sealed, too. */
export async function nobodysContents(ctx: Ctx, names: readonly string[]): Promise<readonly string[]> {
  const ids = names.flatMap((name) => idIn(name) ?? [])
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('file')
    .select(keyRow)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute()
  const held = new Set(rows.map(nameIn))
  return names.filter((name) => idIn(name) !== undefined && !held.has(name))
}

/** What some files are called, for whoever may open their records. */
export async function namesOfFiles(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('file')
    .select(columns)
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map((await Promise.all(rows.map((row) => fileOf(ctx, row)))).map(({ id, name }) => [id, name]))
}

/** The files of some records that anybody may open, as rows of the register of documents; their names are asked for apart, since they are sealed. */
export const fileRows = ({ actor }: Ctx, type: string, among: RawBuilder<unknown>, kind = 'file'): RawBuilder<unknown> => sql`
  select f.id, f.subject_id as record_id, ${kind}::text as kind, null::text as title, f.added_at as made_at, null::int as edition,
    null::uuid as unit_id, null::text as reference, null::int as year, null::text as about, null::date as about_on
  from file f where f.organisation_id = ${actor.organisationId} and f.subject_type = ${type} and f.removed_at is null
    and f.state in ('clean', 'unscanned') and f.subject_id in (${among})`
