import { type Refusal, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { bucketsOf, deviceOf, newDevice, readWait, takePair } from '../attempts/store.ts'
import { comeIn, type From, turnAway } from '../commands.ts'
import type { SignedInHere, SignInRefusal } from '../identity.ts'
import { placeOf } from '../queries.ts'
import { accountByEmail, recordFor } from '../store.ts'
import { openProof } from '../store-proof.ts'
import { newRecoveryCodes, newSecret, plainRecovery, stepOf } from './code.ts'
import { type Begun, keepFactor, openBegun, readFactor, removeFactor, takeRecovery, takeStep } from './store.ts'

/** The second step of a sign-in. A wrong code is counted and told of as a wrong password is. */
export async function signInByCode(ctx: Ctx, proof: string, written: string, from: From): Promise<SignedInHere | SignInRefusal | 'late'> {
  const proved = openProof(ctx, proof)
  const account = proved && (await accountByEmail(ctx.tx, proved.email))
  // The password was right a moment ago, and is the same now.
  if (!proved || !account || !proved.isOf(account)) return 'late'
  const device = deviceOf(ctx.house, account.id, from.device)
  const buckets = bucketsOf(ctx.house, proved.email, from.address, device)
  if (!(await takePair(ctx.tx, buckets))) return { ok: false, why: 'wait', seconds: 1 }
  const wait = await readWait(ctx.tx, buckets, ctx.now, device !== null)
  if (wait.seconds > 0) return { ok: false, why: 'wait', seconds: wait.seconds }
  const place = await placeOf(ctx, account.id)
  if (!place || !(await opensWith(ctx, account.id, written))) return turnAway(ctx, account, buckets)
  if (!place.opens) return { ok: false, why: 'elsewhere' }
  return { ...(await comeIn(ctx, account, place, buckets, from.token)), device: device ?? newDevice(ctx.house, account.id) }
}

/** A code of the app, or one of the recovery codes; each once. */
async function opensWith(ctx: Ctx, accountId: string, written: string): Promise<boolean> {
  const factor = await readFactor(ctx, accountId)
  if (!factor) return false
  const step = stepOf(factor.secret, written, ctx.now)
  if (step !== null) return takeStep(ctx.tx, accountId, step)
  const recovery = plainRecovery(written)
  return recovery !== null && takeRecovery(ctx, accountId, recovery)
}

/** What a person sets their app up with; stored when they have shown a code of it. */
export const beginFactor = (): Begun => ({ secret: newSecret(), codes: newRecoveryCodes() })

export async function turnOn(ctx: Ctx, accountId: string, sealed: string, written: string): Promise<{ readonly ok: true } | Refusal> {
  const begun = openBegun(ctx, accountId, sealed)
  if (!begun || (await readFactor(ctx, accountId))) return refuse('notNow')
  const step = stepOf(begun.secret, written, ctx.now)
  if (step === null) return refuse('wrongCode', ['code'])
  await keepFactor(ctx, accountId, begun.secret, step, begun.codes)
  await recordFor(ctx, ctx.actor, accountId, { type: 'account.factorOn' })
  return { ok: true }
}

/** Whoever sits at a machine that somebody left open must not take it away: it asks for a code. */
export async function turnOff(ctx: Ctx, accountId: string, written: string): Promise<{ readonly ok: true } | Refusal> {
  if (!(await readFactor(ctx, accountId))) return refuse('notNow')
  if (!(await opensWith(ctx, accountId, written))) return refuse('wrongCode', ['code'])
  await removeFactor(ctx.tx, accountId)
  await recordFor(ctx, ctx.actor, accountId, { type: 'account.factorOff' })
  return { ok: true }
}
