import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Answered or sent on: nobody works on it (M18). Claims about the answer lapse after three years (foreldelsesloven § 2). */
export const requestsExpire: Expiring = {
  since: sql`case when r.status in ('answered', 'sentOn') then coalesce(r.answered_on, (r.answered_at at time zone 'Europe/Oslo')::date) end`,
  archived: true,
  remove: async (ctx, ids) => {
    const own = sql`organisation_id = ${ctx.actor.organisationId}`
    await sql`delete from subject_request_correction where ${own} and subject_request_id = any(${ids}::uuid[])`.execute(ctx.tx)
    await sql`delete from subject_request_search where ${own} and subject_request_id = any(${ids}::uuid[])`.execute(ctx.tx)
    await sql`delete from subject_request where ${own} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
