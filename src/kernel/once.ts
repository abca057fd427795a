import { sql } from 'kysely'
import type { Ctx } from './ctx.ts'

/**
 * Those who make or rename records of one kind in one organisation take turns until they are done, so that what was looked for
 * and not found is still not there when it is made. Call it before looking. Ends with the transaction.
 */
export const takeTurn = async ({ tx, actor }: Ctx, kind: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organisationId}|${kind}`}, 0))`.execute(tx)
}

type Answers = { readonly [name: string]: unknown }

/**
 * Whether a form with an id that its page made has been posted before: what is stored under the id is what was posted, with what
 * the house may have filled in besides. Then it is a double press; else the page was used again, and makes a record of its own.
 */
export const isSameAgain = (stored: Answers, posted: Answers): boolean =>
  Object.entries(posted).every(([name, answer]) => answer === null || JSON.stringify(stored[name]) === JSON.stringify(answer))
