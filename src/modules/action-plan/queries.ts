import { type RawBuilder, sql } from 'kysely'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Rows } from '../../register/view.ts'
import type { Planned } from './action-plan.ts'

/** Where no day is set, it comes last. */
const noDay = '9999-12-31'

/** All that whoever asks may open the record of, out of every module, as one table `a`. */
export function rowsOf(ctx: Ctx, planned: Planned): Rows {
  const { organisationId } = ctx.actor
  const all = planned().map(({ key, rows }) => sql`select ${sql.lit(key)} as source, p.* from (${rows(ctx)}) p`)
  return {
    table: sql`select p.*, ${organisationId}::uuid as organisation_id, coalesce(p.due_on, ${noDay}::date) as due_order,
        varde_sort_key(p.what) as what_order, case when p.done then 'done' when p.due_on < ${localDate(ctx.now)}::date then 'late' else 'open' end as state
      from (${sql.join(all, sql` union all `)}) p`,
    as: 'a',
    seen: sql`a.organisation_id = ${organisationId}`,
    select: sql`a.id, a.source, a.what, a.about, a.href, a.owner_id as owner, a.role, a.words, a.unit_id as unit,
      a.due_on::text as "dueOn", a.state, a.decided_by_id as "decidedBy", a.decided_on::text as "decidedOn", a.evidence`,
  }
}

/** In one unit and those below it. */
export const inUnit = (unit: string, { actor }: Ctx): RawBuilder<boolean> => sql`exists (select from unit u
  where u.organisation_id = ${actor.organisationId} and u.id = a.unit_id and u.path @> array[${unit}]::uuid[])`
