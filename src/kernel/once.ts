import { sql } from 'kysely'
import type { Ctx } from './ctx.ts'

/**
 * Those who make or rename records of one kind in one organisation take turns until they are done, so that what was looked for
 * and not found is still not there when it is made. Call it before looking. Ends with the transaction.
 */
export const takeTurn = async ({ tx, actor }: Ctx, kind: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organisationId}|${kind}`}, 0))`.execute(tx)
}
