import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Returned, deactivated, or never made. The photo went when the card was made (S4-203). */
export const cardsExpire: Expiring = {
  since: sql`(case r.status when 'returned' then r.returned_at when 'deactivated' then r.deactivated_at when 'declined' then r.ordered_at end
    at time zone 'Europe/Oslo')::date`,
  remove: async (ctx, ids) => {
    const own = sql`organisation_id = ${ctx.actor.organisationId}`
    await sql`update id_card set replaces_id = null where ${own} and replaces_id = any(${ids}::uuid[])`.execute(ctx.tx)
    await sql`delete from id_card where ${own} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
/** Handed in; or lost, and deactivated. */
export const loansExpire: Expiring = {
  since: sql`(case when r.lost_at is null then r.handed_in_at else r.deactivated_at end at time zone 'Europe/Oslo')::date`,
  remove: async (ctx, ids) => {
    await sql`delete from loan_card where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
