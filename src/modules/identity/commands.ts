import { sql } from 'kysely'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx, Tx } from '../../kernel/ctx.ts'
import { forgetCopies } from '../kept/public.ts'
import { alsoSee, organisationName } from '../organisation/public.ts'
import { knownDays } from './attempts/rules.ts'
import { countSuccess, newDevice } from './attempts/store.ts'
import { guarded, type Passed } from './commands-guarded.ts'
import type { From, GuessRefusal, SignedInHere, SignedInNow, SignInRefusal } from './identity.ts'
import { hashPassword, problemWith, verifyPassword } from './password/password.ts'
import { accountOf, memberships, opensByPassword, placeOf } from './queries.ts'
import { absoluteHours, plainAddress, rememberedHours, rememberedSince } from './rules.ts'
import {
  type Account,
  accountByEmail,
  accountOfPerson,
  type ClosedSession,
  closeOthers,
  closeSession,
  hasSecondFactor,
  keepOpen,
  openSession,
  recordFor,
  setPassword,
  tellOwner,
  type Who,
} from './store.ts'
import { proofOf } from './store-carried.ts'

export type SignInForm = { readonly email: string; readonly password: string }

/**
 * Signs in with a local account. Works before anyone is known: it asks for the account of one address, and sees an organisation only
 * after the password was right. A try that must wait is not compared at all, and not counted.
 */
export async function signIn(ctx: Ctx, form: SignInForm, from: From): Promise<SignedInHere | SignInRefusal> {
  const email = plainAddress(form.email)
  const account = await accountByEmail(ctx.tx, email)
  const said = await guarded(ctx, { email, account, from }, async (known) => {
    const right = await verifyPassword(account?.passwordHash ?? null, form.password, known)
    const place = right && account ? await placeOf(ctx, account.id) : undefined
    return account && place ? { account, place } : null
  })
  if (!said.ok) return said
  const { account: theirs, place } = said.right
  if (!place.opens) return { ok: false, why: 'elsewhere' }
  if (await hasSecondFactor(ctx.tx, theirs.id)) return { ok: false, why: 'code', proof: proofOf(ctx, email, theirs) }
  return comeIn(ctx, theirs, place, said.passed, from.token, 'password')
}

/** Ends this session. Whoever has shown too little ends it and nothing more: what is kept and open is its owner's. A token that is no session any more is no error: the person wanted to be out, and is. */
export async function signOut(ctx: Ctx, token: string): Promise<ClosedSession | undefined> {
  const closed = await closeSession(ctx, token)
  if (!closed) return undefined
  if (closed.shown === 'confined') return endConfined(ctx, closed)
  await recordFor(ctx, closed, closed.accountId, { type: 'account.signedOut', sessions: 1 })
  await forgetCopies(ctx.tx, ctx.house, closed)
  return closed
}

/** Somebody is writing: that is use, though no page is asked for. Answers when the session ends now. */
export const goOn = (ctx: Ctx, token: string): Promise<Date | undefined> => keepOpen(ctx, token)

/** Ends every session of the account, this one too (ASVS 7.4). */
export async function signOutEverywhere(ctx: Ctx, token: string): Promise<ClosedSession | undefined> {
  const closed = await closeSession(ctx, token)
  if (!closed) return undefined
  if (closed.shown === 'confined') return endConfined(ctx, closed)
  const others = await closeOthers(ctx, closed, null)
  await recordFor(ctx, closed, closed.accountId, { type: 'account.signedOut', sessions: others + 1 })
  await forgetCopies(ctx.tx, ctx.house, closed)
  return closed
}

async function endConfined(ctx: Ctx, closed: ClosedSession): Promise<ClosedSession> {
  await recordFor(ctx, closed, closed.accountId, { type: 'account.signedOut', sessions: 1 })
  return closed
}

export type PasswordForm = { readonly current: string; readonly next: string; readonly again: string }
/** A new password ends every other session (ASVS 7.4.3). Guessing at the present one is counted as a sign-in is. */
export async function changePassword(ctx: Ctx, form: PasswordForm, from: From): Promise<{ readonly ok: true } | GuessRefusal> {
  const mine = from.token === null ? undefined : await accountOf(ctx, from.token)
  const account = mine && (await accountByEmail(ctx.tx, mine.email))
  if (!account || account.passwordHash === null || from.token === null) return refuse('notNow')
  const said = await guarded(ctx, { email: mine.email, account, from, who: ctx.actor }, async () =>
    (await verifyPassword(account.passwordHash, form.current, true)) ? true : null,
  )
  if (!said.ok) return said.why === 'wait' ? { ...said, fields: ['current'] } : refuse('wrongPassword', ['current'])
  const problem = await problemWith(ctx.house, form.next, [mine.email, await organisationName(ctx)])
  if (problem) return refuse(problem, ['next'])
  if (form.next !== form.again) return refuse('notTheSame', ['again'])
  await setPassword(ctx.tx, account.id, await hashPassword(form.next))
  const { organisationId, personId } = ctx.actor
  await closeOthers(ctx, { accountId: account.id, organisationId, personId }, from.token)
  await recordFor(ctx, ctx.actor, account.id, { type: 'account.passwordSet' })
  await tellOwner(ctx, ctx.actor, account.id)
  return { ok: true }
}

/** Goes on in another organisation of the same account, under a new token. Refuses one that the account is not in. */
export async function switchOrganisation(ctx: Ctx, token: string, organisationId: string): Promise<SignedInNow | Refusal> {
  const to = (await memberships(ctx, token)).find((one) => one.organisationId === organisationId)
  if (!to) return refuse('notFound')
  await alsoSee(ctx.tx, [to.organisationId])
  // They came by a password, which does not open this one.
  if (!(await opensByPassword(ctx.tx, to.organisationId, to.personId))) return refuse('elsewhere')
  const closed = await closeSession(ctx, token)
  if (!closed) return refuse('notFound')
  await recordFor(ctx, closed, closed.accountId, { type: 'account.signedOut', sessions: 1 })
  const next = await openSession(ctx, closed.accountId, to, ctx.now, closed.shown === 'more' ? 'more' : 'password', closed.expiresAt)
  await recordFor(ctx, to, closed.accountId, { type: 'account.signedIn', way: 'switch' })
  return { ok: true, token: next, organisationId, personId: to.personId }
}

/** Daily: sessions that ended so long ago that nothing comes from their pages any more. Answers how many. */
export async function forgetSessions(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select varde_forget_sessions(${rememberedSince(now)}) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Seconds that the cookie lives: as long as the session may, and as long as it is remembered after. */
export const cookieSeconds = (absoluteHours + rememberedHours) * 3600
export const deviceSeconds = knownDays * 86_400

export async function comeIn(
  ctx: Ctx,
  account: Account,
  { organisationId, personId }: Who,
  { buckets, device }: Passed,
  before: string | null,
  way: 'password' | 'code' | 'passkey',
): Promise<SignedInHere> {
  await countSuccess(ctx.tx, buckets, ctx.now)
  if (before !== null) await closeSession(ctx, before)
  const token = await openSession(ctx, account.id, { organisationId, personId }, ctx.now, way === 'password' ? 'password' : 'more')
  await recordFor(ctx, { organisationId, personId }, account.id, {
    type: 'account.signedIn',
    way: way === 'passkey' ? 'passkey' : 'password',
  })
  return { ok: true, token, organisationId, personId, device: device ?? newDevice(ctx.house, account.id) }
}

/** Somebody has left: their sessions end for good, and do not live again should they come back. */
export async function endSessionsOf(ctx: Ctx, personId: string): Promise<void> {
  const who = { organisationId: ctx.actor.organisationId, personId }
  const accountId = await accountOfPerson(ctx.tx, who)
  await closeOthers(ctx, { accountId: null, ...who }, null)
  if (accountId !== null) await closeOthers(ctx, { accountId, ...who }, null)
}
