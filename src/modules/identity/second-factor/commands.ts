import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { comeIn } from '../commands.ts'
import { guarded } from '../commands-guarded.ts'
import { hasShownEnough, type Proof, type Said, settled, shows } from '../commands-proof.ts'
import type { DoorRefusal, From, SignedInHere } from '../identity.ts'
import { type OwnAccount, placeOf } from '../queries.ts'
import { accountByEmail } from '../store.ts'
import { openProof } from '../store-carried.ts'
import { newRecoveryCodes, newSecret, plainRecovery, stepOf } from './code.ts'
import { type Begun, keepFactor, openBegun, readFactor, removeFactor, takeRecovery, takeStep } from './store.ts'

/** The second step of a sign-in. A wrong code is counted and told of as a wrong password is. */
export async function signInByCode(ctx: Ctx, proof: string, written: string, from: From): Promise<SignedInHere | DoorRefusal | 'late'> {
  const proved = openProof(ctx, proof)
  const account = proved && (await accountByEmail(ctx.tx, proved.email))
  // The password was right a moment ago, and is the same now.
  if (!proved || !account || !proved.isOf(account)) return 'late'
  const said = await guarded(ctx, { email: proved.email, account, from }, async () => {
    const place = await placeOf(ctx, account.id)
    return place && (await opensWith(ctx, account.id, written)) ? place : null
  })
  if (!said.ok) return said
  return said.right.opens ? comeIn(ctx, account, said.right, said.passed, from.token, 'code') : { ok: false, why: 'elsewhere' }
}

/** A code of the app, or one of the recovery codes; each once. */
export async function opensWith(ctx: Ctx, accountId: string, written: string): Promise<boolean> {
  const factor = await readFactor(ctx, accountId)
  if (!factor) return false
  const step = stepOf(factor.secret, written, ctx.now)
  if (step !== null) return takeStep(ctx, accountId, factor.secret, step)
  const recovery = plainRecovery(written)
  return recovery !== null && takeRecovery(ctx, accountId, recovery)
}

/** What a person sets their app up with; stored when they have shown a code of it. */
export const beginFactor = (): Begun => ({ secret: newSecret(), codes: newRecoveryCodes() })

export async function turnOn(ctx: Ctx, account: OwnAccount, sealed: string, proof: Proof, from: From): Promise<Said> {
  const begun = openBegun(ctx, account.id, sealed)
  if (!begun || (await readFactor(ctx, account.id))) return refuse('notNow')
  if (!(await hasShownEnough(ctx, account, from))) return refuse('passkeyFirst')
  const shown = await shows(ctx, account, proof, from, async () => stepOf(begun.secret, proof.code, ctx.now))
  if (!shown.ok) return shown
  await keepFactor(ctx, account.id, begun.secret, begun.codes)
  // The code that showed that the app is set up opens nothing a second time.
  await takeStep(ctx, account.id, begun.secret, shown.right)
  return settled(ctx, account, from, { type: 'account.factorOn' }, true)
}

export async function turnOff(ctx: Ctx, account: OwnAccount, proof: Proof, from: From): Promise<Said> {
  if (!(await readFactor(ctx, account.id))) return refuse('notNow')
  const shown = await shows(ctx, account, proof, from, async () => (await opensWith(ctx, account.id, proof.code)) || null)
  if (!shown.ok) return shown
  await removeFactor(ctx.tx, account.id)
  return settled(ctx, account, from, { type: 'account.factorOff' }, false)
}

/** The recovery codes that the page has shown, in the place of those there were. */
export async function renewCodes(ctx: Ctx, account: OwnAccount, sealed: string, proof: Proof, from: From): Promise<Said> {
  const begun = openBegun(ctx, account.id, sealed)
  const factor = await readFactor(ctx, account.id)
  if (!begun || !factor) return refuse('notNow')
  const shown = await shows(ctx, account, proof, from, async () => (await opensWith(ctx, account.id, proof.code)) || null)
  if (!shown.ok) return shown
  await keepFactor({ ...ctx, now: factor.since }, account.id, factor.secret, begun.codes)
  return settled(ctx, account, from, { type: 'account.codesRenewed' }, true)
}
