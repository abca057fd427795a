import { sql } from 'kysely'
import { endOfDay, type LocalDate, localDate, startOfDay } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'

/** Categories of a case that is about technical security, whatever else it is (S4-182). */
export const technicalCategories = [
  'THEFT_HACKING',
  'MISSING_OR_FAILED_MEASURE',
  'SIGNATURE_KEY_COMPROMISE',
  'ACCESS_EQUIPMENT_SOFTWARE_FAULT',
  'OPEN_DATA',
] as const

type Count = { readonly key: string; readonly count: number }
export type PeriodFigures = {
  readonly total: number
  readonly open: number
  readonly closed: number
  readonly notified: number
  readonly levels: readonly Count[]
  readonly categories: readonly Count[]
}

const within = (ctx: Ctx, from: LocalDate, to: LocalDate, units?: readonly string[]) => sql<boolean>`
  d.organisation_id = ${ctx.actor.organisationId} and d.status <> 'draft' and d.merged_into is null
  ${units ? sql`and d.affected_unit_id = any(${[...units]}::uuid[])` : sql``} and d.received_at >= ${startOfDay(from)} and d.received_at < ${endOfDay(to)}`

/**
 * The whole register of cases received in some days, both included, in numbers alone: for the papers of those who oversee, who open no
 * case by them. What a case says is not read. `units`: of the cases that affect these alone.
 */
export async function periodFigures(ctx: Ctx, from: LocalDate, to: LocalDate, units?: readonly string[]): Promise<PeriodFigures> {
  const where = within(ctx, from, to, units)
  const { rows } = await sql<Omit<PeriodFigures, 'levels' | 'categories'>>`
    select count(*)::integer as total, (count(*) filter (where d.status = 'closed'))::integer as closed,
      (count(*) filter (where d.status <> 'closed'))::integer as open,
      (count(*) filter (where d.authority_notified_at is not null))::integer as notified
    from deviation d where ${where}`.execute(ctx.tx)
  const levels = await sql<Count>`
    select coalesce(case when a.assessed_at is not null then a.level end, 'notAssessed') as key, count(*)::integer as count
    from deviation d left join deviation_assessment a on a.organisation_id = d.organisation_id and a.deviation_id = d.id
    where ${where} group by 1 order by array_position(array['high', 'medium', 'low', 'unlikely', 'notAssessed'],
      coalesce(case when a.assessed_at is not null then a.level end, 'notAssessed'))`.execute(ctx.tx)
  const categories = await sql<Count>`
    select c.key, count(*)::integer as count from deviation d cross join lateral unnest(d.categories) as c (key)
    where ${where} group by c.key order by 2 desc, 1`.execute(ctx.tx)
  const [sums] = rows
  return { total: 0, open: 0, closed: 0, notified: 0, ...sums, levels: levels.rows, categories: categories.rows }
}

/** Cases of technical security received in some days: number, day, kinds and state, and nothing of what they say. */
export async function technicalIncidents(ctx: Ctx, from: LocalDate, to: LocalDate) {
  const { rows } = await sql<{ id: string; year: number; number: number; at: Date; categories: readonly string[]; status: string }>`
    select d.id, d.year, d.number, d.received_at as at, d.categories, d.status from deviation d
    where ${within(ctx, from, to)} and (d.categories && ${[...technicalCategories]}::text[] or d.case_type in ('securityIncident', 'itEquipment')
      or d.incident_kind = 'systemFault')
    order by d.received_at, d.id limit 500`.execute(ctx.tx)
  return rows.map(({ id, year, number, at, categories, status }) => ({
    id,
    reference: `${year}-${String(number).padStart(4, '0')}`,
    receivedOn: localDate(at),
    categories,
    status,
  }))
}
