import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Change } from '../../kernel/change.ts'
import { toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { registerStore } from '../../register/store.ts'
import { articleFields, publishedFields, recordFields } from './fields.ts'
import type { Answers, Article, ArticleEvent, Published } from './guidance.ts'
import { keepUntil } from './rules.ts'

export const store = registerStore<typeof recordFields, ArticleEvent>('article', recordFields, { unique: 'name' })

const ours = (ctx: Ctx) => ctx.actor.organisationId
const writtenOf = (values: Article['values']): Answers =>
  Object.fromEntries(Object.keys(articleFields).map((name) => [name, values[name as keyof Answers]])) as Answers

/** The article's text is what readers have from now on; the edition before it is kept, and says how long. */
export async function publish(ctx: Ctx, { id, values }: Article): Promise<void> {
  const { edition, adoptedBy, adoptedOn, minutes, publishedAt, changedAt } = values
  const written = writtenOf(values)
  await replaceEdition(ctx, id)
  await ctx.tx
    .insertInto('article_edition')
    .values({
      organisation_id: ours(ctx),
      article_id: id,
      edition: edition ?? 0,
      content: JSON.stringify(written),
      adopted_by: adoptedBy ?? '',
      adopted_on: adoptedOn ?? localDate(ctx.now),
      minutes,
      published_at: ctx.now,
      published_by_id: ctx.actor.personId,
      replaced_on: null,
      keep_until: null,
    })
    .execute()
  const row = toRow(publishedFields, { ...written, edition, adoptedBy, adoptedOn, minutes, publishedAt, changedAt })
  await ctx.tx
    .insertInto('article_published')
    .values({ organisation_id: ours(ctx), id, ...row } as never)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(row as never))
    .execute()
}

/** Readers no longer have it. */
export async function withdraw(ctx: Ctx, id: string): Promise<void> {
  await replaceEdition(ctx, id)
  await ctx.tx.deleteFrom('article_published').where('organisation_id', '=', ours(ctx)).where('id', '=', id).execute()
}

const replaceEdition = (ctx: Ctx, id: string) => {
  const today = localDate(ctx.now)
  return ctx.tx
    .updateTable('article_edition')
    .set({ replaced_on: today, keep_until: keepUntil(today) })
    .where('organisation_id', '=', ours(ctx))
    .where('article_id', '=', id)
    .where('replaced_on', 'is', null)
    .execute()
}

export const removeEdition = (ctx: Ctx, id: string, edition: number) =>
  ctx.tx
    .deleteFrom('article_edition')
    .where('organisation_id', '=', ours(ctx))
    .where('article_id', '=', id)
    .where('edition', '=', edition)
    .execute()

export async function saveConfirmation(ctx: Ctx, { next, events }: Change<Published, ArticleEvent>): Promise<void> {
  await ctx.tx
    .insertInto('article_confirmation')
    .values({
      organisation_id: ours(ctx),
      id: newId(ctx.now),
      article_id: next.id,
      edition: next.values.edition ?? 0,
      person_id: ctx.actor.personId,
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(ctx, { type: 'article', id: next.id }, events)
}

/** The day it was last looked through follows from its reviews. */
export const noteReview = (ctx: Ctx, id: string) =>
  sql`
    update article a set checked_on = greatest(a.checked_on, held.on)
    from (select max(held_on) as on from review_held
      where organisation_id = ${ours(ctx)} and subject_type = 'article' and subject_id = ${id}) held
    where a.organisation_id = ${ours(ctx)} and a.id = ${id} and held.on is not null`.execute(ctx.tx)

export async function tick(ctx: Ctx, article: string, on: boolean): Promise<void> {
  const key = { organisation_id: ours(ctx), person_id: ctx.actor.personId, article_id: article }
  if (on)
    await ctx.tx
      .insertInto('checklist_tick')
      .values({ ...key, at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await ctx.tx
      .deleteFrom('checklist_tick')
      .where('organisation_id', '=', key.organisation_id)
      .where('person_id', '=', key.person_id)
      .where('article_id', '=', article)
      .execute()
}

/** Of somebody who has left and is forgotten. */
export async function forgetTicksOf(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx.deleteFrom('checklist_tick').where('organisation_id', '=', ours(ctx)).where('person_id', '=', personId).execute()
}
