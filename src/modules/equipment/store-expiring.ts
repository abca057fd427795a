import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Reused, scrapped or called off. The proof that what was stored is deleted goes with it: it is made anew from the row each time. */
export const deliveriesExpire: Expiring = {
  since: sql`(r.ended_at at time zone 'Europe/Oslo')::date`,
  remove: async (ctx, ids) => {
    await sql`delete from equipment_delivery where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(
      ctx.tx,
    )
  },
}
