import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Closed. */
export const openingsExpire: Expiring = {
  since: sql`r.closed_on`,
  archived: true,
  remove: async (ctx, ids) => {
    await sql`delete from mailbox_access where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
