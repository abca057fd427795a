import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'
import { newId } from '../../kernel/ids.ts'

/**
 * That an incident is not ours: who said so, and why. Before anybody has, and where a case has been made of it, it says nothing of a person. What
 * is left names nobody either: that we were told of this incident, and when. Without it we would be told anew, for as long as it is shared.
 */
export const answersExpire: Expiring = {
  since: sql`(r.declined_at at time zone 'Europe/Oslo')::date`,
  remove: async (ctx, ids) => {
    const fresh = ids.map(() => newId(ctx.now))
    await sql`
      update sharing_told t set id = n.fresh, declined_at = null, declined_by = null, reason = null
      from unnest(${ids}::uuid[], ${fresh}::uuid[]) as n (old, fresh)
      where t.organisation_id = ${ctx.actor.organisationId} and t.id = n.old`.execute(ctx.tx)
  },
}
