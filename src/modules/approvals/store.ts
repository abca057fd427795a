import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { ApprovalEvent, Given, StandIn } from './approval.ts'

const at = (ctx: Ctx, { type, id }: RecordKey) => ({ organisation_id: ctx.actor.organisationId, subject_type: type, subject_id: id })

export async function insertGiven(ctx: Ctx, subject: RecordKey, said: Given, events: readonly ApprovalEvent[]): Promise<void> {
  await ctx.tx
    .insertInto('approval')
    .values({
      ...at(ctx, subject),
      id: said.id,
      part: said.part,
      verdict: said.verdict,
      rests_on: said.restsOn,
      reason: said.reason,
      given_by: said.by,
      on_behalf_of: said.onBehalfOf,
      given_at: said.at,
      fell_at: null,
      fell_because: null,
    })
    .execute()
  await record(ctx, subject, events)
}

/** They no longer count. */
export async function letFall(
  ctx: Ctx,
  subject: RecordKey,
  ids: readonly string[],
  because: 'changed' | 'withdrawn' | 'replaced',
  events: readonly ApprovalEvent[],
): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .updateTable('approval')
    .set({ fell_at: ctx.now, fell_because: because })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', 'in', ids)
    .where('fell_at', 'is', null)
    .execute()
  await record(ctx, subject, events)
}

export async function saveStandIn(ctx: Ctx, subject: RecordKey, { part, person, by }: StandIn, events: readonly ApprovalEvent[]) {
  const columns = { person_id: person, given_by: by, given_at: ctx.now }
  await ctx.tx
    .insertInto('approval_stand_in')
    .values({ ...at(ctx, subject), part, ...columns })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'subject_type', 'subject_id', 'part']).doUpdateSet(columns))
    .execute()
  await record(ctx, subject, events)
}
