import { sql } from 'kysely'
import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Fields, Values } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import type { PlannedSetting } from './planned.ts'

export const plans = ({ tx, actor }: Ctx) =>
  tx.selectFrom('planned_setting').selectAll().where('organisation_id', '=', actor.organisationId)
type Row = Awaited<ReturnType<ReturnType<typeof plans>['execute']>>[number]
export const planOf = (row: Row): PlannedSetting => ({
  id: row.id,
  setting: row.setting,
  holdsFrom: row.holds_from as string,
  answers: row.answers as unknown as Values<Fields>,
  plannedAt: row.planned_at,
  plannedBy: row.planned_by,
  refusedWhy: row.refused_why,
})

/** The same pressed twice is one plan. False: something else is planned for the errand on that day. */
export async function insertPlan(ctx: Ctx, setting: string, holdsFrom: LocalDate, answers: Values<Fields>): Promise<boolean> {
  const { organisationId, personId } = ctx.actor
  const written = JSON.stringify(answers)
  const { rows } = await sql<{ same: boolean }>`
    insert into planned_setting as p (organisation_id, id, setting, holds_from, answers, planned_at, planned_by)
    values (${organisationId}, ${newId(ctx.now)}, ${setting}, ${holdsFrom}, ${written}::jsonb, ${ctx.now}, ${personId})
    on conflict (organisation_id, setting, holds_from) do update set setting = p.setting
    returning p.answers = ${written}::jsonb as same`.execute(ctx.tx)
  return rows[0]?.same ?? false
}

export async function removePlan({ tx, actor }: Ctx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('planned_setting')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The first whose day has come, for this transaction alone. */
export async function nextDue(ctx: Ctx, today: LocalDate): Promise<PlannedSetting | undefined> {
  const row = await plans(ctx)
    .where('holds_from', '<=', today)
    .where('refused_at', 'is', null)
    .orderBy('holds_from')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && planOf(row)
}

export const refusePlan = async ({ tx, actor, now }: Ctx, id: string, why: string): Promise<void> =>
  void (await tx
    .updateTable('planned_setting')
    .set({ refused_at: now, refused_why: why })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .execute())
