import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { outsiders, publishedFields } from './fields.ts'
import type { Answers, Edition, Published, Retired } from './guidance.ts'
import { findArticle } from './queries.ts'

const mostOpen = 500
const ours = (ctx: Ctx) => ctx.actor.organisationId

export async function findPublished(ctx: Ctx, id: string): Promise<Published | undefined> {
  const row = await ctx.tx
    .selectFrom('article_published')
    .selectAll()
    .where('organisation_id', '=', ours(ctx))
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, values: fromRow(publishedFields, row) }
}

/** A text that readers had and have no longer, by what it said last; what stands in its place where that is in force. */
export async function findRetired(ctx: Ctx, id: string): Promise<Retired | undefined> {
  const record = await findArticle(ctx, id)
  if (record?.values.status !== 'retired') return undefined
  const [last] = await editionsOf(ctx, id)
  const { edition, retiredOn, replacedBy } = record.values
  if (!last && (edition ?? 0) === 0) return undefined
  const instead = replacedBy === null ? undefined : await findArticle(ctx, replacedBy)
  return { id, values: last?.content ?? record.values, on: retiredOn, instead: instead && { id: instead.id, values: instead.values } }
}

/** What is in force and written for those outside; `id`: of one alone. Tips are for those who work here. */
export async function openShelf(ctx: Ctx, id: string | null = null): Promise<readonly Published[]> {
  const rows = await ctx.tx
    .selectFrom('article_published')
    .selectAll()
    .where('organisation_id', '=', ours(ctx))
    .where('kind', '!=', 'tip')
    .where(sql<boolean>`audiences && ${[...outsiders]}::text[]`)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .orderBy('rank')
    .orderBy('sort_key')
    .limit(mostOpen)
    .execute()
  return rows.map((row) => ({ id: row.id, values: fromRow(publishedFields, row) }))
}

export async function editionsOf(ctx: Ctx, id: string): Promise<readonly Edition[]> {
  const rows = await ctx.tx
    .selectFrom('article_edition')
    .selectAll()
    .where('organisation_id', '=', ours(ctx))
    .where('article_id', '=', id)
    .orderBy('edition', 'desc')
    .execute()
  return rows.map((row) => ({
    edition: row.edition,
    content: row.content as unknown as Answers,
    adoptedBy: row.adopted_by,
    adoptedOn: String(row.adopted_on),
    minutes: row.minutes,
    publishedAt: row.published_at,
    replacedOn: row.replaced_on === null ? null : String(row.replaced_on),
    keepUntil: row.keep_until === null ? null : String(row.keep_until),
  }))
}

export async function isConfirmed(ctx: Ctx, { id, values }: Published): Promise<Date | null> {
  const row = await ctx.tx
    .selectFrom('article_confirmation')
    .select('at')
    .where('organisation_id', '=', ours(ctx))
    .where('article_id', '=', id)
    .where('edition', '=', values.edition ?? 0)
    .where('person_id', '=', ctx.actor.personId)
    .executeTakeFirst()
  return row?.at ?? null
}
