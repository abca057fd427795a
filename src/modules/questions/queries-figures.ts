import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Tally } from './figures.ts'

/** What the data protection officer has been asked, by year and by who asked: numbers, and nothing of a question (S4-076). */
export async function askedByGroup(ctx: Ctx): Promise<readonly Tally[]> {
  const { rows } = await sql<Tally>`
    select extract(year from q.asked_at at time zone 'Europe/Oslo')::int as year, q.asker_group as "group", count(*)::int as count
    from question q where q.organisation_id = ${ctx.actor.organisationId} and q.sent_to = 'dpo'
    group by 1, 2`.execute(ctx.tx)
  return rows
}
