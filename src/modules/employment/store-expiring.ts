import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Ended, with every checklist closed: until then what is left to do is looked after. */
export const employmentsExpire: Expiring = {
  since: sql`case when not exists (select from employment_checklist c
    where c.organisation_id = r.organisation_id and c.employment_id = r.id and c.closed_at is null) then r.ends_on end`,
  remove: async (ctx, ids) => {
    const own = sql`organisation_id = ${ctx.actor.organisationId}`
    await sql`delete from employment_step where ${own} and checklist_id in (
      select id from employment_checklist where ${own} and employment_id = any(${ids}::uuid[]))`.execute(ctx.tx)
    await sql`delete from employment_checklist where ${own} and employment_id = any(${ids}::uuid[])`.execute(ctx.tx)
    await sql`delete from employment where ${own} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
