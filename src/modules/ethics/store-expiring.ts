import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Closed. */
export const complaintsExpire: Expiring = {
  since: sql`case when r.status = 'closed' then (r.closed_at at time zone 'Europe/Oslo')::date end`,
  archived: true,
  remove: async (ctx, ids) => {
    await sql`delete from ethics_complaint where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
/** Agreed on: what is said there stands nowhere. */
export const talksExpire: Expiring = {
  since: sql`(r.arranged_at at time zone 'Europe/Oslo')::date`,
  remove: async (ctx, ids) => {
    await sql`delete from ethics_talk where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
