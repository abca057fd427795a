import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { planRows } from './queries.ts'
import type { Held, Plan, ReviewEvent } from './review.ts'

export const lockPlan = (ctx: Ctx, { type, id }: RecordKey): Promise<Plan | undefined> =>
  planRows(ctx).where('subject_type', '=', type).where('subject_id', '=', id).forUpdate().executeTakeFirst()

export async function savePlan(ctx: Ctx, plan: Plan, events: readonly ReviewEvent[]): Promise<void> {
  const columns = { due_on: plan.dueOn, every_months: plan.everyMonths, owner_id: plan.owner }
  await ctx.tx
    .insertInto('review_plan')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: plan.id,
      subject_type: plan.subject.type,
      subject_id: plan.subject.id,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'subject_type', 'subject_id'])
        .doUpdateSet({ ...columns, version: sql`review_plan.version + 1` }),
    )
    .execute()
  await record(ctx, plan.subject, events)
}

export async function deletePlan(ctx: Ctx, { type, id }: RecordKey): Promise<void> {
  await ctx.tx
    .deleteFrom('review_plan')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .execute()
}

/** False where it is written already: the form was sent twice. */
export async function insertHeld(ctx: Ctx, subject: RecordKey, held: Held, events: readonly ReviewEvent[]): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('review_held')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: held.id,
      subject_type: subject.type,
      subject_id: subject.id,
      held_on: held.heldOn,
      due_on: held.dueOn,
      held_by: held.heldBy,
      written_at: ctx.now,
      found: held.found,
      participants_ids: [...held.participants],
      checked: held.checked && [...held.checked],
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await record(ctx, subject, events)
  return true
}
