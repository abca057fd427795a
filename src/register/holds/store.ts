import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordHold } from './holds.ts'

/** What may be held: a recording, or one of Varde's own records. */
export type Holdable = { readonly type: 'recording' | 'own_record'; readonly id: string }

/** Every reason there is or was to hold it, in the order they came. */
export async function readHolds<R extends string>(ctx: Ctx, { type, id }: Holdable): Promise<readonly RecordHold<R>[]> {
  const { rows } = await sql<RecordHold<R>>`
    select id, reason, review_on::text as "reviewOn", reviewer_id as reviewer, since::text, ended_on::text as "endedOn"
    from record_hold where organisation_id = ${ctx.actor.organisationId} and subject_type = ${type} and subject_id = ${id}
    order by since, id`.execute(ctx.tx)
  return rows
}

/** Writes those that differ from what stands. The held record is locked by whoever calls. */
export async function writeHolds(ctx: Ctx, { type, id }: Holdable, holds: readonly RecordHold[]): Promise<void> {
  for (const hold of holds)
    await ctx.tx
      .insertInto('record_hold')
      .values({
        organisation_id: ctx.actor.organisationId,
        id: hold.id,
        subject_type: type,
        subject_id: id,
        reason: hold.reason,
        review_on: hold.reviewOn,
        reviewer_id: hold.reviewer,
        since: hold.since,
        ended_on: hold.endedOn,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'id'])
          .doUpdateSet({ review_on: hold.reviewOn, reviewer_id: hold.reviewer, ended_on: hold.endedOn }),
      )
      .execute()
}

/** They go with what was held. */
export async function forgetHolds(ctx: Ctx, type: Holdable['type'], ids: readonly string[]): Promise<void> {
  await sql`delete from record_hold
    where organisation_id = ${ctx.actor.organisationId} and subject_type = ${type} and subject_id = any(${[...ids]}::uuid[])`.execute(
    ctx.tx,
  )
}
