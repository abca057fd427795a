import { sql } from 'kysely'
import { addDays, localDate } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'

/** A number that was taken in this transaction and not used: its row is still locked, so nobody has seen it, and no gap is left. */
/** `number`: only where it is still the last. */
export async function giveBackNumber(ctx: Ctx, year: number, number?: number): Promise<void> {
  await ctx.tx
    .updateTable('deviation_number')
    .set({ last: sql`last - 1` })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('year', '=', year)
    .$if(number !== undefined, (last) => last.where('last', '=', number ?? 0))
    .execute()
}

/** Deletes a draft with its measures and its reporter. A report that is sent is never deleted here. */
export async function deleteDraft(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx
    .deleteFrom('deviation')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute()
  await ctx.tx
    .insertInto('discarded_draft')
    .values({ organisation_id: ctx.actor.organisationId, id, discarded_on: localDate(ctx.now) })
    .onConflict((row) => row.doNothing())
    .execute()
}

/** Days that a page can have stood open and still be told that its draft was thrown away. */
const rememberedDays = 30

export async function forgetDiscarded(ctx: Ctx): Promise<void> {
  await ctx.tx
    .deleteFrom('discarded_draft')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('discarded_on', '<', addDays(localDate(ctx.now), -rememberedDays))
    .execute()
}

/** Drafts begun before `before` that nobody has been reminded of, oldest first. Two sweeps at once take different ones. */
export async function lockForgottenDrafts(ctx: Ctx, before: Date, limit: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('deviation')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'draft')
    .where('draft_reminded_at', 'is', null)
    .where('created_at', '<=', before)
    .orderBy('created_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => row.id)
}

/** Outside the case's version: a reminder is no change of what its reporter is writing. */
export async function markReminded(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx
    .updateTable('deviation')
    .set({ draft_reminded_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute()
}
