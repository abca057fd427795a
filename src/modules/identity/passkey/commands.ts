import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { comeIn } from '../commands.ts'
import { guarded, passedBy } from '../commands-guarded.ts'
import { hasShownEnough, type Proof, type Said, settled, shows } from '../commands-proof.ts'
import type { DoorRefusal, From, GuessRefusal, SignedInHere } from '../identity.ts'
import { type OwnAccount, placeOf } from '../queries.ts'
import { opensWith } from '../second-factor/commands.ts'
import { siteOf } from '../site.ts'
import { accountByEmail, hasSecondFactor } from '../store.ts'
import { credentialOf } from './passkey.ts'
import { addPasskey, openAsked, openAskedOf, passkeyBy, passkeysOf, removePasskeys, takeAnswer, takeMaking } from './store.ts'
import { verifyAnswer, verifyNew } from './verify.ts'

/** A telephone, a machine at work, one at home, a key in a drawer, and some that were forgotten. */
export const mostPasskeys = 10
export const longestName = 60

/**
 * Signs in with a passkey: something one has, opened by something one is or knows, so neither password nor code is asked. What does not hold
 * is counted and told of as a wrong password is.
 */
export async function signInByPasskey(ctx: Ctx, sealed: string, written: string, from: From): Promise<SignedInHere | DoorRefusal | 'late'> {
  const site = siteOf(ctx.house.baseUrl)
  const challenge = openAsked(ctx, sealed)
  if (!site || challenge === undefined) return 'late'
  const credential = credentialOf(written)
  const passkey = credential && (await passkeyBy(ctx.tx, credential))
  const account = passkey && (await accountByEmail(ctx.tx, passkey.email))
  if (!credential || !passkey || !account) return { ok: false, why: 'wrong' }
  const guess = { email: passkey.email, account, from }
  const counter = await verifyAnswer(site, challenge, written, { ...passkey, credential })
  const place = counter === null ? undefined : await placeOf(ctx, account.id)
  if (counter === null || !place || !(await takeAnswer(ctx, passkey.id, counter, challenge))) {
    const said = await guarded(ctx, guess, async () => null)
    return said.ok ? { ok: false, why: 'wrong' } : said
  }
  // A passkey is not guessed: it does not wait for others' guesses at the password.
  return place.opens ? comeIn(ctx, account, place, passedBy(ctx, guess), from.token, 'passkey') : { ok: false, why: 'elsewhere' }
}

/** The code of the app is asked for where it is on: else a passkey would be a way around it. */
const proved = (ctx: Ctx, account: OwnAccount, proof: Proof, from: From) =>
  shows(ctx, account, proof, from, async () =>
    (await hasSecondFactor(ctx.tx, account.id)) ? (await opensWith(ctx, account.id, proof.code)) || null : true,
  )

/**
 * Whether this account may have one more by this name: asked before the browser makes it. A machine that has made a passkey we then refuse
 * offers it at the next sign-in, and nobody sees which of them opens.
 */
export async function beginPasskey(ctx: Ctx, account: OwnAccount, name: string, proof: Proof, from: From): Promise<Said> {
  if (!siteOf(ctx.house.baseUrl)) return refuse('notNow')
  const refused = await unfit(ctx, account, name, from)
  return refused ?? (await proved(ctx, account, proof, from))
}

/** What may be refused before the browser is asked, and is asked again when it has answered. */
async function unfit(ctx: Ctx, account: OwnAccount, name: string, from: From): Promise<GuessRefusal | null> {
  if (!(await hasShownEnough(ctx, account, from))) return refuse('passkeyFirst')
  const called = name.trim()
  if (called === '' || called.length > longestName) return refuse('passkeyName', ['name'])
  return (await passkeysOf(ctx.tx, account.id)).length >= mostPasskeys ? refuse('passkeysFull') : null
}

export type NewPasskey = { readonly sealed: string; readonly written: string; readonly name: string }
/** `sealed`: given to whoever has shown who they are, in this session, and to nobody else: it stands for their password and code. */
export async function keepPasskey(ctx: Ctx, account: OwnAccount, { sealed, written, name }: NewPasskey, from: From): Promise<Said> {
  const site = siteOf(ctx.house.baseUrl)
  const challenge = openAskedOf(ctx, { accountId: account.id, token: from.token }, sealed)
  if (!site || challenge === undefined) return refuse('notNow')
  const refused = await unfit(ctx, account, name, from)
  if (refused) return refused
  const key = await verifyNew(site, challenge, written)
  if (!key || (await passkeyBy(ctx.tx, key.credential))) return refuse('noPasskey')
  if (!(await takeMaking(ctx, challenge)) || !(await addPasskey(ctx, account.id, key, name.trim()))) return refuse('notNow')
  return settled(ctx, account, from, { type: 'account.passkeyAdded' }, true)
}

export async function removePasskey(ctx: Ctx, account: OwnAccount, id: string, proof: Proof, from: From): Promise<Said> {
  if (!(await passkeysOf(ctx.tx, account.id)).some((one) => one.id === id)) return refuse('notNow')
  if (!(await hasShownEnough(ctx, account, from))) return refuse('passkeyFirst')
  const shown = await proved(ctx, account, proof, from)
  if (!shown.ok) return shown
  await removePasskeys(ctx.tx, account.id, id)
  return settled(ctx, account, from, { type: 'account.passkeyRemoved' }, false)
}
