import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

/** Of somebody who has left and is forgotten: how they came in, and the account that has no other place. */
export async function forgetSignInOf(ctx: Ctx, personId: string): Promise<void> {
  const { organisationId } = ctx.actor
  for (const table of ['openid_link', 'openid_expected'])
    await sql`delete from ${sql.table(table)} where organisation_id = ${organisationId} and person_id = ${personId}`.execute(ctx.tx)
  await sql`select varde_forget_account(${organisationId}, ${personId})`.execute(ctx.tx)
}
