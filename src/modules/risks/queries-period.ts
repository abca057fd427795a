import { sql } from 'kysely'
import { endOfDay, type LocalDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { scenarioFields } from './fields.ts'
import { type Level, levelsOf, riskOf, type Scale } from './matrix.ts'
import type { Scenario } from './risk.ts'

export type PeriodRisks = {
  readonly all: readonly {
    readonly id: string
    readonly name: string
    readonly high: number
    readonly medium: number
    readonly low: number
  }[]
  readonly top: readonly { readonly risk: string; readonly name: string; readonly level: Level }[]
}
const mostTop = 10

/** The analyses that were made or changed in some days, both included, and the highest risks in them as they stand after the measures. */
export async function risksBetween(ctx: Ctx, from: LocalDate, to: LocalDate): Promise<PeriodRisks> {
  const { rows } = await sql<{ id: string; name: string; scale: Scale }>`
    select r.id, r.name, r.scale from risk r
    where r.organisation_id = ${ctx.actor.organisationId} and r.status <> 'ended' and (
      (r.approved_at >= ${startOfDay(from)} and r.approved_at < ${endOfDay(to)})
      or r.begun_on between ${from} and ${to}
      or exists (select from audit_event e where e.organisation_id = r.organisation_id and e.subject_type = 'risk' and e.subject_id = r.id
        and e.type <> 'risk.refused' and e.at >= ${startOfDay(from)} and e.at < ${endOfDay(to)}))
    order by r.sort_key, r.id limit 500`.execute(ctx.tx)
  const scenarios =
    rows.length === 0
      ? []
      : await scenariosOf(
          ctx,
          rows.map(({ id }) => id),
        )
  const all = rows.map(({ id, name, scale }) => ({
    id,
    name,
    ...levelsOf(
      scale,
      scenarios.filter((one) => one.risk === id),
      'after',
    ),
  }))
  const top = rows.flatMap((risk) =>
    scenarios
      .filter((one) => one.risk === risk.id)
      .map((one) => ({ risk: risk.name, name: one.name ?? '', level: riskOf(risk.scale, one, 'after') })),
  )
  const ranked = (level: Level) => top.flatMap((one) => (one.level === level ? [{ ...one, level }] : []))
  return { all, top: [...ranked('high'), ...ranked('medium')].slice(0, mostTop) }
}

async function scenariosOf(ctx: Ctx, risks: readonly string[]): Promise<readonly (Scenario & { readonly risk: string })[]> {
  const rows = await ctx.tx
    .selectFrom('risk_scenario')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('risk_id', 'in', [...risks])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...fromRow(scenarioFields, row), id: row.id, risk: row.risk_id }))
}
