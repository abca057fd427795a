import { sql } from 'kysely'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { registerStore } from '../../register/store.ts'
import type { DelegationEvent } from './delegation.ts'
import { delegationFields } from './fields.ts'

export const store = registerStore<typeof delegationFields, DelegationEvent>('delegation', delegationFields, { unique: null })

/** Those not withdrawn that run out by a day, or that their giver has yet to give, from one id to the next. */
export async function endingIds(ctx: Ctx, after: string, day: LocalDate, size: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('delegation')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '>', after)
    .where('in_force', '=', 'yes')
    .where((row) => row.or([row('to_date', '<=', day), row.and([row('authority', '=', 'disclosure'), row('own_hand_at', 'is', null)])]))
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map(({ id }) => id)
}

/** All that somebody has given or been given, and that nobody has withdrawn. */
export async function idsOf(ctx: Ctx, person: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from delegation where organisation_id = ${ctx.actor.organisationId} and in_force = 'yes'
      and (delegated_by_id = ${person} or delegated_to_id = ${person}) order by id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Whether whoever delegates gave it with their own hand. Outside the version: it is no answer of anybody. */
export async function isOwnHand(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('delegation')
    .select('own_hand_at')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.own_hand_at !== null
}
export async function setOwnHand(ctx: Ctx, id: string, at: Date | null): Promise<void> {
  await ctx.tx
    .updateTable('delegation')
    .set({ own_hand_at: at })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute()
}
