import type { Ctx } from '../../../kernel/ctx.ts'
import { passDoor } from '../attempts/store.ts'
import { placeOf } from '../queries.ts'
import { plainAddress } from '../rules.ts'
import { accountByEmail, recordFor } from '../store.ts'

/** As many as the people of one network forget in an hour, and as many as one person does. */
const free = { network: 10, address: 3 }

/**
 * Somebody says that the password of an address is forgotten. The answer is the same whoever it is, and whether anybody has the address: what
 * there is to tell goes to the address itself. The password that stands goes on working until another is chosen, so that nobody locks
 * somebody else out. `seconds`: how long whoever asks must wait; the address alone is never answered with a wait, for that would tell of it.
 */
export async function forgetPassword(ctx: Ctx, written: string, from: string): Promise<{ readonly seconds: number }> {
  const seconds = await passDoor(ctx, 'forgotten password', from, free.network)
  if (seconds > 0) return { seconds }
  const email = plainAddress(written)
  const mayAsk = (await passDoor(ctx, `forgotten password of ${email}`, '', free.address)) === 0
  const account = await accountByEmail(ctx.tx, email)
  // Without a password it signs in elsewhere, or waits for its first: then the administrator gives the link.
  if (!mayAsk || !account || account.passwordHash === null) return { seconds: 0 }
  // Where no password opens anything, a new one would not either.
  const place = await placeOf(ctx, account.id)
  // The mail follows from the event (messages), in the same transaction.
  if (place?.opens) await recordFor(ctx, place, account.id, { type: 'account.passwordForgotten' })
  return { seconds: 0 }
}
