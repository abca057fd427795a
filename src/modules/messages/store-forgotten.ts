import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { messageMark } from './store-unlinked.ts'

/** Of somebody who has left and is forgotten: what they were told, here and by mail. */
export async function forgetToldTo(ctx: Ctx, personId: string): Promise<void> {
  const own = sql`organisation_id = ${ctx.actor.organisationId}`
  await sql`delete from message where ${own} and (person_id = ${personId} or mark = ${messageMark(ctx, personId)})`.execute(ctx.tx)
  await sql`delete from mail where ${own} and lower(address) = (select lower(p.email) from person p where p.${own} and p.id = ${personId})`.execute(
    ctx.tx,
  )
}
