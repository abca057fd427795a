import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { guarded } from '../attempts/commands.ts'
import { comeIn } from '../commands.ts'
import type { From, GuessRefusal, SignedInHere, SignInRefusal } from '../identity.ts'
import { type OwnAccount, placeOf } from '../queries.ts'
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
  const said = await guarded(ctx, { email: proved.email, account, from }, async () => {
    const place = await placeOf(ctx, account.id)
    return place && (await opensWith(ctx, account.id, written)) ? place : null
  })
  if (!said.ok) return said
  return said.right.opens ? comeIn(ctx, account, said.right, said.passed, from.token) : { ok: false, why: 'elsewhere' }
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

export async function turnOn(ctx: Ctx, account: OwnAccount, sealed: string, written: string, from: From): Promise<Said> {
  const begun = openBegun(ctx, account.id, sealed)
  if (!begun || (await readFactor(ctx, account.id))) return refuse('notNow')
  const shown = await shows(ctx, account, from, async () => stepOf(begun.secret, written, ctx.now))
  if (!shown.ok) return shown
  await keepFactor(ctx, account.id, begun.secret, shown.right, begun.codes)
  await recordFor(ctx, ctx.actor, account.id, { type: 'account.factorOn' })
  return { ok: true }
}

/** Whoever sits at a machine that somebody left open must not take it away: it asks for a code. */
export async function turnOff(ctx: Ctx, account: OwnAccount, written: string, from: From): Promise<Said> {
  if (!(await readFactor(ctx, account.id))) return refuse('notNow')
  const shown = await shows(ctx, account, from, async () => (await opensWith(ctx, account.id, written)) || null)
  if (!shown.ok) return shown
  await removeFactor(ctx.tx, account.id)
  await recordFor(ctx, ctx.actor, account.id, { type: 'account.factorOff' })
  return { ok: true }
}

type Said = { readonly ok: true } | GuessRefusal

/** Guesses are counted here as at the door: whoever found a machine open does not try them all. */
async function shows<T>(ctx: Ctx, { email }: OwnAccount, from: From, code: () => Promise<T | null>) {
  const account = await accountByEmail(ctx.tx, email)
  const said = await guarded(ctx, { email, account, from, who: ctx.actor }, code)
  if (said.ok) return said
  return said.why === 'wait' ? { ...said, fields: ['code'] } : refuse('wrongCode', ['code'])
}
