import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { perAnswer } from '../../../register/count.ts'
import { countedBy, readyToCount } from '../../../register/counting.ts'
import { type Facet, facetNames } from '../overview/facets.ts'
import { answerOf, hoursToReport, peopleAffected, reads } from '../overview/queries-facets.ts'
import { wanted } from '../overview/queries-list.ts'
import type { ListFilter } from '../overview/worklist.ts'
import { profileOf } from '../queries-profile.ts'
import type { Counted, Sum } from './tables.ts'

/** Cases as whoever asks may read them: nobody counts what they may not open (S4-138). Two statements read them, whatever is counted. */
export async function countDeviations(ctx: Ctx, filter: ListFilter): Promise<Counted> {
  const told = (await profileOf(ctx)).deviation.notifyLeader
  const where = sql<boolean>`${wanted(ctx, filter, told)} and ${reads(ctx, told)}`
  await readyToCount(ctx)
  const { total, by } = await countedBy(ctx, answersOf(ctx, where), ['month', ...facetNames])
  const sums = await sumsOf(ctx, where)
  return {
    total,
    months: perAnswer(by('month')),
    by: Object.fromEntries(facetNames.map((name) => [name, perAnswer(by(name))])) as Record<Facet, ReadonlyMap<string, number>>,
    all: sums.get(null) ?? nothing,
    units: new Map([...sums].flatMap(([unit, sum]) => (unit === null ? [] : [[unit, sum]]))),
  }
}

const nothing: Sum = { count: 0, hours: null, least: 0, most: 0, unknown: 0 }

const answersOf = (ctx: Ctx, where: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  select to_char(d.received_at at time zone 'Europe/Oslo', 'YYYY-MM') as month,
    ${sql.join(facetNames.map((name) => sql`${answerOf(ctx, name)} as ${sql.ref(name)}`))}
  from deviation d
  left join deviation_assessment a on a.organisation_id = d.organisation_id and a.deviation_id = d.id
  where ${where}`

async function sumsOf(ctx: Ctx, where: RawBuilder<boolean>): Promise<ReadonlyMap<string | null, Sum>> {
  const { rows } = await sql<Sum & { readonly unit: string | null }>`
    select above.unit, count(*)::integer as count,
      (percentile_cont(0.5) within group (order by c.hours))::double precision as hours,
      coalesce(sum(c.least), 0)::double precision as least, coalesce(sum(c.most), 0)::double precision as most,
      (count(*) filter (where c.people and c.least is null))::integer as unknown
    from (
      select u.path, ${hoursToReport} as hours, ${peopleAffected} as people,
        case when ${peopleAffected} then d.affected_count end as least,
        case when ${peopleAffected} then greatest(d.affected_count, d.affected_max) end as most
      from deviation d left join unit u on u.organisation_id = d.organisation_id and u.id = d.affected_unit_id
      where ${where}
    ) c cross join lateral (select null::uuid as unit union all select unnest(c.path)) above
    group by above.unit`.execute(ctx.tx)
  return new Map(rows.map(({ unit, ...sum }) => [unit, sum]))
}
