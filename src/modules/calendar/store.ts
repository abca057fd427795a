import type { Ctx } from '../../kernel/ctx.ts'
import type { Reads } from './rules.ts'

export async function insertFeed(ctx: Ctx, id: string): Promise<void> {
  const { organisationId, personId } = ctx.actor
  await ctx.tx.insertInto('calendar_feed').values({ organisation_id: organisationId, id, person_id: personId, made_at: ctx.now }).execute()
}

/** How many were open. */
export async function revokeFeeds(ctx: Ctx, personId: string): Promise<number> {
  const done = await ctx.tx
    .updateTable('calendar_feed')
    .set({ revoked_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export const lockFeed = (ctx: Ctx, organisationId: string, id: string) =>
  ctx.tx
    .selectFrom('calendar_feed')
    .select(['person_id as personId', 'hour_from as hourFrom', 'hour_reads as hourReads'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export async function writeRead(ctx: Ctx, organisationId: string, id: string, { from, count }: Reads): Promise<void> {
  await ctx.tx
    .updateTable('calendar_feed')
    .set({ read_at: ctx.now, hour_from: from, hour_reads: count })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Of somebody who has left and is forgotten. */
export async function forgetFeedsOf(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('calendar_feed')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('person_id', '=', personId)
    .execute()
}
