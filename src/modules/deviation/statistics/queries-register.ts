import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { answerOf, hoursToReport, peopleAffected, reads } from '../overview/queries-facets.ts'
import { wanted } from '../overview/queries-list.ts'
import { noFilter } from '../overview/worklist.ts'
import { profileOf } from '../queries-profile.ts'
import type { RegisterLine, YearSums } from './register.ts'

/** Every case that whoever asks may read, open and closed, as the register has it. `year`: of that year alone. */
export async function registerLines(ctx: Ctx, year: number | null = null): Promise<readonly RegisterLine[]> {
  const { rows } = await sql<RegisterLine>`${await lines(ctx, year)} order by d.counted_year, d.year, d.number`.execute(ctx.tx)
  return rows
}

/** What the cases of each year come to, the latest first, summed where they lie: the page of the register reads no case. */
export async function registerSums(ctx: Ctx): Promise<readonly YearSums[]> {
  const { rows } = await sql<YearSums>`
    select "countedYear" as year, count(*)::integer as cases,
      (count(*) filter (where status = 'closed'))::integer as closed,
      (count(*) filter (where imported))::integer as imported,
      (count(*) filter (where told))::integer as notified,
      (count(*) filter (where notified = 'met'))::integer as "inTime",
      (count(*) filter (where "subjectsInformedAt" is not null))::integer as informed,
      coalesce(sum(least), 0)::integer as least,
      coalesce(sum(most), 0)::integer as most
    from (${await lines(ctx, null)}) each group by 1 order by 1 desc`.execute(ctx.tx)
  return rows
}

async function lines(ctx: Ctx, year: number | null): Promise<RawBuilder<unknown>> {
  const { notifyLeader: told, freeTextInFile } = (await profileOf(ctx)).deviation
  const where = sql<boolean>`${wanted(ctx, { ...noFilter, status: 'all', year }, told)} and ${reads(ctx, told)}`
  return sql`
    select d.id, d.counted_year as "countedYear", d.year, d.number, d.status, d.channel = 'imported' as imported,
      d.authority_notified_at is not null or (d.channel = 'imported' and d.authority_track = 'notified') as told, u.name as unit, d.received_at as "receivedAt", d.closed_at as "closedAt",
      ${answerOf(ctx, 'category')} as categories, ${answerOf(ctx, 'level')} as level, ${answerOf(ctx, 'notified')} as notified,
      d.authority_notified_at as "authorityNotifiedAt", d.subjects_informed_at as "subjectsInformedAt",
      ${hoursToReport} as hours,
      case when ${peopleAffected} then d.affected_count end as least,
      case when ${peopleAffected} then greatest(d.affected_count, d.affected_max) end as most,
      ${
        freeTextInFile
          ? sql`(select h.short_name from deviation_handling h
        where h.organisation_id = d.organisation_id and h.deviation_id = d.id) as "shortName", d.what_happened`
          : sql`null as "shortName", null`
      } as "whatHappened"
    from deviation d
    left join unit u on u.organisation_id = d.organisation_id and u.id = d.affected_unit_id
    left join deviation_assessment a on a.organisation_id = d.organisation_id and a.deviation_id = d.id
    where ${where}`
}
