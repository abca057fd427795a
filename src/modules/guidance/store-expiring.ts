import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Whoever confirmed has left, or the edition they read is in force no longer: until then it is what shows that they know what applies. */
export const confirmationsExpire: Expiring = {
  since: sql`least(
    (select p.left_on from person p where p.organisation_id = r.organisation_id and p.id = r.person_id),
    (select e.replaced_on from article_edition e where e.organisation_id = r.organisation_id and e.article_id = r.article_id
      and e.edition = r.edition))`,
  remove: async (ctx, ids) => {
    await sql`delete from article_confirmation where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(
      ctx.tx,
    )
  },
}
