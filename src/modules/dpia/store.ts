import { sql } from 'kysely'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { registerStore } from '../../register/store.ts'
import { partStore } from '../risks/public.ts'
import type { Control, DpiaEvent, Round } from './dpia.ts'
import { controlFields, recordFields, roundFields, scenarioFields } from './fields.ts'

export const parts = partStore({ scenario: 'dpia_scenario', measure: 'dpia_measure', of: 'dpia_id' }, scenarioFields)
export const store = registerStore<typeof recordFields, DpiaEvent>('dpia', recordFields, { unique: 'name', parts: parts.content })

/** The last first. */
export async function readRounds(ctx: Ctx, id: string): Promise<readonly Round[]> {
  const rows = await ctx.tx
    .selectFrom('dpia_round')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('dpia_id', '=', id)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, ...fromRow(roundFields, row) }))
}

export async function saveRound(ctx: Ctx, dpiaId: string, { id, ...round }: Round): Promise<void> {
  const said = toRow(roundFields, round)
  await ctx.tx
    .insertInto('dpia_round')
    .values({ organisation_id: ctx.actor.organisationId, dpia_id: dpiaId, id, ...said } as never)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(said as never))
    .execute()
}

export async function readControls(ctx: Ctx, id: string): Promise<readonly Control[]> {
  const rows = await ctx.tx
    .selectFrom('dpia_control')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('dpia_id', '=', id)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, by: row.controlled_by, ...fromRow(controlFields, row) }))
}

export async function saveControl(ctx: Ctx, dpiaId: string, { id, by, ...control }: Control): Promise<void> {
  const row = { organisation_id: ctx.actor.organisationId, dpia_id: dpiaId, id, controlled_by: by, ...toRow(controlFields, control) }
  await ctx.tx
    .insertInto('dpia_control')
    .values(row as never)
    .execute()
}

/** Those of which a control has come due. */
export async function dueIds(ctx: Ctx, after: string, soon: string, size: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from dpia r
    where r.organisation_id = ${ctx.actor.organisationId} and r.id > ${after} and r.status <> 'ended' and r.control_on <= ${soon}
    order by r.id limit ${size}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
