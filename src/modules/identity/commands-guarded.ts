import type { Ctx } from '../../kernel/ctx.ts'
import { windowMinutes } from './attempts/rules.ts'
import { type Buckets, bucketsOf, countFailure, deviceOf, readWait, takePair } from './attempts/store.ts'
import type { From } from './identity.ts'
import { PasswordsBusy } from './password/password.ts'
import { placeOf } from './queries.ts'
import { type Account, recordFor, type Who } from './store.ts'

/** `who`: whoever is signed in already, and shows once more who they are; else somebody at the door. */
export type Guess = {
  readonly email: string
  readonly account: Account | undefined
  readonly from: From
  readonly who?: Who
}
/** What a right guess leaves: the counters that a sign-in forgets, and the mark of its browser. */
export type Passed = { readonly buckets: Buckets; readonly device: string | null }
export type Guarded<T> =
  | { readonly ok: true; readonly right: T; readonly passed: Passed }
  | { readonly ok: false; readonly why: 'wrong' }
  | { readonly ok: false; readonly why: 'wait'; readonly seconds: number }

/** What a right answer leaves that nobody could have guessed. */
export function passedBy({ house }: Pick<Ctx, 'house'>, { email, account, from }: Guess): Passed {
  const device = deviceOf(house, account?.id, from.device)
  return { buckets: bucketsOf(house, email, from.address, device), device }
}

/**
 * The one road for everything that could be guessed: a password, a code. One at a time for an account and a network; one that must wait is
 * neither compared nor counted; one that is wrong is counted and a line in the log (S2-57). `compare` answers null where it is wrong; it is
 * told whether this account has signed in from here before.
 */
export async function guarded<T>(ctx: Ctx, guess: Guess, compare: (known: boolean) => Promise<T | null>): Promise<Guarded<T>> {
  const { buckets, device } = passedBy(ctx, guess)
  if (!(await takePair(ctx.tx, buckets))) return { ok: false, why: 'wait', seconds: 1 }
  const wait = await readWait(ctx.tx, buckets, ctx.now, device !== null)
  if (wait.seconds > 0) return { ok: false, why: 'wait', seconds: wait.seconds }
  try {
    const right = await compare(wait.known)
    if (right !== null) return { ok: true, right, passed: { buckets, device } }
  } catch (error) {
    if (error instanceof PasswordsBusy) return { ok: false, why: 'wait', seconds: 3 }
    throw error
  }
  await countFailure(ctx.tx, buckets, ctx.now)
  await recordWrong(ctx, guess, buckets)
  return { ok: false, why: 'wrong' }
}

/**
 * A line each. Only a guess that was compared gets so far, so whoever guesses does not fill the log; of an address that nobody has there is
 * no organisation to tell.
 */
async function recordWrong(ctx: Ctx, { account, who }: Guess, buckets: Buckets): Promise<void> {
  const place = account && (who ?? (await placeOf(ctx, account.id)))
  if (!account || !place) return
  await recordFor(ctx, place, account.id, { type: who ? 'account.proofFailed' : 'account.signInFailed' })
  const { seconds } = await readWait(ctx.tx, buckets, ctx.now)
  const minutes = Math.min(windowMinutes, Math.ceil(seconds / 60))
  if (seconds > 0) await recordFor(ctx, place, account.id, { type: 'account.slowedDown', minutes })
}
