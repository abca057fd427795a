import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Whoever completed it has left, or has completed the same again: until then it is what shows that they have learnt it. */
export const completionsExpire: Expiring = {
  since: sql`least(
    (select p.left_on from person p where p.organisation_id = r.organisation_id and p.id = r.person_id),
    (select min(n.completed_on) from training_completion n where n.organisation_id = r.organisation_id and n.person_id = r.person_id
      and n.requirement_id = r.requirement_id and (n.completed_on, n.id) > (r.completed_on, r.id)))`,
  remove: async (ctx, ids) => {
    await sql`delete from training_completion where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(
      ctx.tx,
    )
  },
}
