import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { loadActor } from '../people/public.ts'
import type { Given, StandIn } from './approval.ts'

/** What has been said of a record, the oldest first. */
export async function givenOf(ctx: Ctx, { type, id }: RecordKey): Promise<readonly Given[]> {
  const rows = await ctx.tx
    .selectFrom('approval')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    part: row.part,
    verdict: row.verdict as Given['verdict'],
    restsOn: row.rests_on,
    reason: row.reason,
    by: row.given_by,
    onBehalfOf: row.on_behalf_of,
    at: row.given_at,
    fell: row.fell_at && { at: row.fell_at, because: row.fell_because as 'changed' },
  }))
}

/** Those who say it for another, as long as whoever let them still plays the part: with the part goes what was handed on of it. */
export async function standInsOf(ctx: Ctx, subject: RecordKey): Promise<readonly StandIn[]> {
  const { organisationId } = ctx.actor
  const all = await ctx.tx
    .selectFrom('approval_stand_in')
    .select(['part', 'person_id as person', 'given_by as by', 'given_at as at'])
    .where('organisation_id', '=', organisationId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .execute()
  const holding: StandIn[] = []
  // One after the other: they share one transaction.
  for (const one of all) {
    const holder = await loadActor(ctx.tx, organisationId, one.by, ctx.now)
    const asked = holder && (await ctx.house.approvals({ ...ctx, actor: holder.actor }, subject))
    if (asked?.parts.some(({ part, may }) => part === one.part && may)) holding.push(one)
  }
  return holding
}
