import { timingSafeEqual } from 'node:crypto'
import { clockwork, nobody } from '../../../kernel/actor.ts'
import { type Refusal, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { isId } from '../../../kernel/ids.ts'
import { mark } from '../../../kernel/seal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { alsoSee, organisationsById, profileOf } from '../../organisation/public.ts'
import { personsAtWork } from '../../people/public.ts'
import { openPasswords } from '../openid/store.ts'
import { removePasskeys } from '../passkey/store.ts'
import { hashPassword, problemWith } from '../password/password.ts'
import { placeOf } from '../queries.ts'
import { plainAddress } from '../rules.ts'
import { removeFactor } from '../second-factor/store.ts'
import {
  accountByEmail,
  accountToRenew,
  closeOthers,
  insertAccount,
  insertMembership,
  placesOf,
  type Renewed,
  recordFor,
  setPassword,
  tellOwner,
} from '../store.ts'
import { sealAddress } from '../store-carried.ts'
import { forgottenHours, linkHours, type SignInState, stateOf } from './rules.ts'

export type Invited = { readonly name: string; readonly email: string | null; readonly state: SignInState; readonly token: string | null }

/**
 * How a person of this organisation signs in, with a fresh link where the person has not chosen a password. Nothing is stored:
 * the link is signed with the house's key over the account, the time and the password there was, so choosing one ends it.
 */
export async function readSignIn(ctx: Ctx, personId: string): Promise<Invited | undefined> {
  const found = await signInOf(ctx, personId)
  if (!found) return undefined
  const { account, person, state } = found
  const token = account && state.kind === 'link' ? firstLink(ctx, account.id) : null
  if (token) await recordFor(ctx, ctx.actor, account?.id ?? null, { type: 'account.linkShown' })
  return { name: person.name, email: person.email, state, token }
}

/**
 * A forgotten password, or one that others may know: it ends with every session of the account, and the person chooses a new
 * one by link. Nobody can be let in without that being seen by whoever had the old one.
 */
export async function resetPassword(ctx: Ctx, personId: string): Promise<{ readonly ok: true } | Refusal> {
  const found = await signInOf(ctx, personId)
  if (!found?.account) return refuse('notFound')
  if (found.state.kind !== 'has' || !found.state.ours) return refuse('notNow')
  const { id } = found.account
  await setPassword(ctx.tx, id, null)
  // A lost telephone is a forgotten password, and what it held opens no more.
  await removeFactor(ctx.tx, id)
  await removePasskeys(ctx.tx, id, null)
  const sessions = await closeOthers(ctx, { accountId: id, organisationId: ctx.actor.organisationId, personId }, null)
  await recordFor(ctx, ctx.actor, id, { type: 'account.passwordReset', sessions })
  return { ok: true }
}

/**
 * The way back for an administrator whom nobody else can help: whoever can run a command on the server takes the password away and
 * is given the link to a new one, as a path. Seen in the log of every place the account belongs to. Undefined: no such account.
 */
export async function rescue(ctx: Omit<Ctx, 'actor'>, address: string): Promise<string | undefined> {
  const account = await accountByEmail(ctx.tx, plainAddress(address))
  if (!account) return undefined
  const places = await placesOf(ctx.tx, account.id)
  await alsoSee(
    ctx.tx,
    places.map((place) => place.organisationId),
  )
  await setPassword(ctx.tx, account.id, null)
  await removeFactor(ctx.tx, account.id)
  await removePasskeys(ctx.tx, account.id, null)
  let sessions = 0
  for (const place of places) sessions += await closeOthers(ctx, { accountId: account.id, ...place }, null)
  for (const { organisationId } of places) {
    // A password is no use where the organisation has turned them off.
    await openPasswords(ctx.tx, organisationId)
    const actor = clockwork(organisationId, 1)
    await recordFor({ ...ctx, actor }, { organisationId, personId: nobody }, account.id, { type: 'account.rescued', sessions })
  }
  return `/velg-passord/${firstLink(ctx, account.id)}`
}

async function signInOf(ctx: Ctx, personId: string) {
  const person = (await personsAtWork(ctx, [personId])).get(personId)
  if (!person) return undefined
  const account = person.email === null ? undefined : await accountByEmail(ctx.tx, plainAddress(person.email))
  const places = account ? await placesOf(ctx.tx, account.id) : []
  const mine = places.find((place) => place.organisationId === ctx.actor.organisationId)
  const known =
    account && mine?.personId === personId
      ? { hasPassword: account.passwordHash !== null, home: account.home, organisationIds: places.map((one) => one.organisationId) }
      : undefined
  return { person, account, state: stateOf(person.email, known, ctx.actor.organisationId) }
}

/** Makes the account, or lets the one that the address has in here too (a person in several organisations). */
export async function giveSignIn(ctx: Ctx, personId: string): Promise<{ readonly ok: true } | Refusal> {
  const person = (await personsAtWork(ctx, [personId])).get(personId)
  if (!person) return refuse('notFound')
  if (person.email === null) return refuse('noEmail')
  const email = plainAddress(person.email)
  // Made first and looked up then: of two who give it at once, one makes it and both find it.
  const made = await insertAccount(ctx.tx, email, null, ctx.now, ctx.actor.organisationId)
  const account = made ?? (await accountByEmail(ctx.tx, email))?.id
  if (!account) return refuse('addressTaken')
  const here = (await placesOf(ctx.tx, account)).find((place) => place.organisationId === ctx.actor.organisationId)
  if (here) return here.personId === personId ? { ok: true } : refuse('addressTaken')
  // Another gave it this moment.
  if (!(await insertMembership(ctx.tx, account, { organisationId: ctx.actor.organisationId, personId }))) return giveSignIn(ctx, personId)
  await recordFor(ctx, ctx.actor, account, { type: 'account.created' })
  return { ok: true }
}

/** Gives the way in, and sends the link to the address of the person: the mail follows from the event (messages), in the same transaction. */
export async function invite(ctx: Ctx, personId: string): Promise<{ readonly ok: true } | Refusal> {
  if (!ctx.house.mails) return refuse('notNow')
  const given = await giveSignIn(ctx, personId)
  if (!given.ok) return given
  const found = await signInOf(ctx, personId)
  if (!found?.account || found.state.kind !== 'link') return refuse('notNow')
  await recordFor(ctx, ctx.actor, found.account.id, { type: 'account.invited' })
  return { ok: true }
}

/** For whoever has no password yet: where the link goes, and who it is. */
export async function invitationLink(
  ctx: Pick<Ctx, 'tx' | 'now' | 'house' | 'actor'>,
  accountId: string,
): Promise<{ readonly address: string; readonly href: string; readonly personId: string } | undefined> {
  const account = await accountToRenew(ctx.tx, accountId)
  const here = (await placesOf(ctx.tx, accountId)).find(({ organisationId }) => organisationId === ctx.actor.organisationId)
  if (account?.stamp !== '' || !here) return undefined
  return { address: account.email, href: `/velg-passord/${firstLink(ctx, accountId)}`, personId: here.personId }
}

/** The language of whoever a link is for: their own choice, else that of their organisation. Undefined: the link does not hold. */
export async function languageOfLink(ctx: Ctx, token: string): Promise<Locale | undefined> {
  const account = await accountOfLink(ctx, token)
  if (!account) return undefined
  const places = await placesOf(ctx.tx, account.id)
  const place = places.find(({ organisationId }) => organisationId === account.home) ?? places[0]
  if (!place) return undefined
  const { organisationId, personId } = place
  await alsoSee(ctx.tx, [organisationId])
  const version = (await organisationsById(ctx.tx, [organisationId])).get(organisationId)?.profileVersion ?? 1
  const inside = { ...ctx, actor: clockwork(organisationId, version) }
  return (await personsAtWork(inside, [personId])).get(personId)?.locale ?? (await profileOf(inside)).locale
}

/** Whether the link still holds. */
export const linkHolds = async (ctx: Ctx, token: string): Promise<boolean> => (await accountOfLink(ctx, token)) !== undefined

/** `filled`: what the page of sign-in is to have filled in, for the browser to keep. */
export async function choosePassword(
  ctx: Ctx,
  token: string,
  next: string,
  again: string,
): Promise<{ readonly ok: true; readonly filled: string } | Refusal> {
  const account = await accountOfLink(ctx, token)
  if (!account) return refuse('notFound')
  const places = await placesOf(ctx.tx, account.id)
  const problem = await problemWith(ctx.house, next, [account.email, ...places.map((place) => place.organisation)])
  if (problem) return refuse(problem, ['next'])
  if (next !== again) return refuse('notTheSame', ['again'])
  // One that is there already is replaced only where its places are seen; and whoever had it is signed out everywhere.
  await alsoSee(
    ctx.tx,
    places.map((place) => place.organisationId),
  )
  await setPassword(ctx.tx, account.id, await hashPassword(next))
  if (account.stamp !== '') for (const place of places) await closeOthers(ctx, { accountId: account.id, ...place }, null)
  for (const place of places) await recordFor(ctx, place, account.id, { type: 'account.passwordSet' })
  // The first is no news to anybody.
  if (account.stamp !== '') for (const place of places) await tellOwner(ctx, place, account.id)
  return { ok: true, filled: sealAddress(ctx, account.email) }
}

/** For whoever has forgotten the password, by mail to the address of the account alone: works once, for an hour. */
export async function forgottenLink(
  ctx: Pick<Ctx, 'tx' | 'now' | 'house'>,
  accountId: string,
): Promise<{ readonly address: string; readonly href: string } | undefined> {
  const account = await accountToRenew(ctx.tx, accountId)
  if (!account) return undefined
  const token = signedLink(ctx, account, secondsFrom(ctx, forgottenHours))
  return { address: account.email, href: `/velg-passord/${token}` }
}

/** For an account without a password: it has no stamp. */
const firstLink = (ctx: Pick<Ctx, 'now' | 'house'>, id: string): string => signedLink(ctx, { id, stamp: '' }, secondsFrom(ctx, linkHours))

const secondsFrom = ({ now }: Pick<Ctx, 'now'>, hours: number) => Math.floor(now.getTime() / 1000) + hours * 3600

async function accountOfLink(ctx: Ctx, token: string): Promise<Renewed | undefined> {
  const [id, seconds = ''] = token.split('.')
  const until = /^\d{9,11}$/.test(seconds) ? Number(seconds) : 0
  if (!isId(id) || until * 1000 < ctx.now.getTime()) return undefined
  const account = await accountToRenew(ctx.tx, id)
  if (!account) return undefined
  // Held against the whole link: nothing behind it, and no other way of writing the same bytes.
  const [given, right] = [Buffer.from(token), Buffer.from(signedLink(ctx, account, until))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  // Whoever works nowhere any more chooses no password.
  return (await placeOf(ctx, id)) ? account : undefined
}

function signedLink({ house }: Pick<Ctx, 'house'>, account: Pick<Renewed, 'id' | 'stamp'>, until: number): string {
  const signature = mark(house.houseKey, `first password ${account.id} ${until} ${account.stamp}`)
  return `${account.id}.${until}.${signature.toString('base64url')}`
}
