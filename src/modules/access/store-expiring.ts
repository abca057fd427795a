import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Proved to be removed. One that has ended and is not removed is somebody's to do. */
export const accessesExpire: Expiring = {
  since: sql`r.removed_on`,
  remove: async (ctx, ids) => {
    await sql`delete from access_grant where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
