import { sql } from 'kysely'
import type { Expiring } from '../../kernel/expiring.ts'

/** Answered or closed. What goes on from it stands by itself. */
export const questionsExpire: Expiring = {
  since: sql`(coalesce(r.closed_at, r.answered_at) at time zone 'Europe/Oslo')::date`,
  remove: async (ctx, ids) => {
    const own = sql`organisation_id = ${ctx.actor.organisationId}`
    await sql`update question set follows_id = null where ${own} and follows_id = any(${ids}::uuid[])`.execute(ctx.tx)
    await sql`delete from question_share where ${own} and question_id = any(${ids}::uuid[])`.execute(ctx.tx)
    await sql`delete from question where ${own} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  },
}
