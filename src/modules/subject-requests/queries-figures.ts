import { sql } from 'kysely'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'

/** A unit's requests of one year, counted: nothing of who asked (S2-32). `late`: open, and past the day they were due. */
export type RequestFigures = { readonly all: number; readonly answered: number; readonly inTime: number; readonly late: number }

export async function requestFigures(ctx: Ctx, unitId: string, year: number): Promise<RequestFigures> {
  const { rows } = await sql<RequestFigures>`
    select count(*)::int as all, count(*) filter (where status = 'answered')::int as answered,
      count(*) filter (where status = 'answered' and answered_on <= due_on)::int as "inTime",
      count(*) filter (where status = 'received' and due_on < ${localDate(ctx.now)}::date)::int as late
    from subject_request
    where organisation_id = ${ctx.actor.organisationId} and unit_id = ${unitId} and status <> 'sentOn'
      and received_on >= make_date(${year}, 1, 1) and received_on < make_date(${year + 1}, 1, 1)`.execute(ctx.tx)
  return rows[0] ?? { all: 0, answered: 0, inTime: 0, late: 0 }
}
