import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../db/types.ts'
import { clockwork, nobody } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { recordLater } from '../../kernel/audit-later.ts'
import type { Ctx, Tx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { hidesReporters } from '../../kernel/profile.ts'
import { alsoSee, organisationsById, profileOf } from '../organisation/public.ts'
import { loadActor } from '../people/public.ts'
import type { IdentityEvent, Membership } from './identity.ts'
import { identityProfile } from './profile.ts'
import { asksMore, endOf, expiresAt, longestIdle } from './rules.ts'
import { type Holder, holderOf, sessionMark, tokenFor } from './store-token.ts'

/** SHA-256 is enough for a token of 256 random bits: there is nothing to guess, so nothing to slow down. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type Inside = Pick<Ctx, 'tx' | 'house'>
export type Who = { readonly organisationId: string; readonly personId: string }

/**
 * How somebody showed who they are: by a password alone, or by more (a code, a passkey, what their provider asks for). Confined: by a password
 * alone, where more is asked for.
 */
export type Shown = 'password' | 'confined' | 'more'

/**
 * A new session with a new token (ASVS 7.2.4). The token is given once and kept nowhere. `until`: the end of the session it
 * goes on from, so that moving between organisations does not prolong a sign-in. What the organisation asks for holds from here on: a change
 * of it takes nothing from whoever is at work.
 */
export async function openSession(
  { tx, house }: Inside,
  accountId: string | null,
  { organisationId, personId }: Who,
  now: Date,
  shown: Exclude<Shown, 'confined'>,
  until: Date = expiresAt(now),
  providerId: string | null = null,
): Promise<string> {
  const holder = { accountId, organisationId, personId, providerId }
  const token = tokenFor(house, holder)
  // Of one that the transaction does not see nothing is known, and no session is opened there.
  const found = await loadActor(tx, organisationId, personId, now)
  const { idleMinutes, more } = found ? identityProfile(found.profile) : { idleMinutes: longestIdle, more: 'nobody' as const }
  const confined = shown === 'password' && asksMore(more, found?.actor.roles ?? [])
  await sql`select varde_open_session(${hashOf(token)}, ${sessionMark(house, holder)}, ${accountId}, ${organisationId},
    ${personId}, ${now}, ${until}, ${idleMinutes}, ${confined ? 'confined' : shown})`.execute(tx)
  return token
}

export async function shownIn(tx: Tx, token: string): Promise<Shown | null> {
  const { rows } = await sql<{ shown: Shown | null }>`select varde_session_shown(${hashOf(token)}) as shown`.execute(tx)
  return rows[0]?.shown ?? null
}

/** Its person has shown more than a password in the meantime: nothing is kept from them any more. */
export async function showedMore(tx: Tx, token: string): Promise<void> {
  await sql`select varde_shown_more(${hashOf(token)})`.execute(tx)
}

/** The session is used now. Answers when it ends if it is not used again. */
export async function keepOpen({ tx, now }: Pick<Ctx, 'tx' | 'now'>, token: string): Promise<Date | undefined> {
  const { rows } = await sql<{ expiresAt: Date; idleMinutes: number }>`select * from varde_go_on(${hashOf(token)}, ${now})`.execute(tx)
  return rows[0] && endOf(now, rows[0].expiresAt, rows[0].idleMinutes)
}

export type ClosedSession = Holder & { readonly expiresAt: Date; readonly shown: Shown }

export async function closeSession({ tx, house }: Inside, token: string): Promise<ClosedSession | undefined> {
  const holder = holderOf(house, token)
  const { rows } = await sql<{ expiresAt: Date; shown: Shown }>`select * from varde_close_session(${hashOf(token)})`.execute(tx)
  return rows[0] && holder && { ...holder, ...rows[0] }
}

/** Every session of the account but this one, if any; without an account, of the person. Answers how many. */
export async function closeOthers({ tx, house }: Inside, holder: Holder, keep: string | null): Promise<number> {
  const kept = keep === null ? null : hashOf(keep)
  const { rows } = await sql<{ count: number }>`select varde_close_others(${sessionMark(house, holder)}, ${kept}) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** `home`: the organisation that made it, whose administrators answer for it. */
export type Account = { readonly id: string; readonly passwordHash: string | null; readonly home: string | null }

/** Only an account that is open. */
export async function accountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select * from varde_account(${email})`.execute(tx)
  return rows[0]
}

/** `stamp`: a digest of the password that stands; empty where there is none. */
export type Renewed = Pick<Account, 'id' | 'home'> & { readonly email: string; readonly stamp: string }
/** An open account, whose password nobody else sets until the transaction ends. */
export async function accountToRenew(tx: Tx, id: string): Promise<Renewed | undefined> {
  const { rows } = await sql<Renewed>`select * from varde_account_to_renew(${id})`.execute(tx)
  return rows[0]
}

/** Whether a code is asked for beside the password. */
export async function hasSecondFactor(tx: Tx, accountId: string): Promise<boolean> {
  return (await sql`select from varde_second_factor(${accountId})`.execute(tx)).rows.length > 0
}

export async function hasPasskey(tx: Tx, accountId: string): Promise<boolean> {
  return (await sql`select from varde_passkeys(${accountId})`.execute(tx)).rows.length > 0
}

/**
 * Null: none, until one is chosen by link. Throws where the account has a password and is in no organisation that the
 * transaction sees.
 */
export async function setPassword(tx: Tx, accountId: string, passwordHash: string | null): Promise<void> {
  await sql`select varde_set_password(${accountId}, ${passwordHash})`.execute(tx)
}

/** Where an account belongs, and as whom. */
export async function placesOf(tx: Tx, accountId: string): Promise<readonly Membership[]> {
  const { rows } = await sql<Membership>`select "organisationId", organisation, "personId" from varde_places(${accountId})`.execute(tx)
  return rows
}

/**
 * Undefined where the address has an account already, be it made this moment by another, or closed. Throws where the transaction
 * does not see its home.
 */
export async function insertAccount(
  tx: Tx,
  email: string,
  passwordHash: string | null,
  now: Date,
  home: string | null,
): Promise<string | undefined> {
  const id = newId(now)
  const { rows } = await sql<{
    made: boolean
  }>`select varde_make_account(${id}, ${email}, ${passwordHash}, ${now}, ${home}) as made`.execute(tx)
  return rows[0]?.made ? id : undefined
}

/** False where the account is in the organisation already. Throws where the transaction does not see the organisation. */
export async function insertMembership(tx: Tx, accountId: string, { organisationId, personId }: Who): Promise<boolean> {
  const { rows } = await sql<{ made: boolean }>`select varde_join(${accountId}, ${organisationId}, ${personId}) as made`.execute(tx)
  return rows[0]?.made ?? false
}

/** Writes into the log of the organisation in question: before sign-in there is no actor, and the transaction sees nobody's log. */
export async function recordFor(ctx: Ctx, who: Who, accountId: string | null, event: IdentityEvent): Promise<void> {
  await alsoSee(ctx.tx, [who.organisationId])
  const found = (await organisationsById(ctx.tx, [who.organisationId])).get(who.organisationId)
  if (!found) return
  const inside = { ...ctx, actor: { ...clockwork(who.organisationId, found.profileVersion), personId: who.personId } }
  const subject = { type: 'account', id: accountId }
  // Who signed in just before a report would be taken for the reporter (S4-131).
  const tells = comesAndGoes.has(event.type) && who.personId !== nobody && hidesReporters(ctx.house.profileParts, await profileOf(inside))
  await (tells ? recordLater(inside, subject, event, 'day') : record(inside, subject, [event]))
}

/**
 * Whoever owns an account is told at once when it opens in another way than before: somebody else may have done it (ASVS 6.3.7). Not by the
 * line in the log, which waits for the end of the day where reporters are hidden: this is written in no log.
 */
export async function tellOwner(ctx: Ctx, { organisationId, personId }: Who, accountId: string): Promise<void> {
  await alsoSee(ctx.tx, [organisationId])
  const version = (await organisationsById(ctx.tx, [organisationId])).get(organisationId)?.profileVersion ?? 1
  const inside = { ...ctx, actor: { ...clockwork(organisationId, version), personId } }
  await ctx.house.react(inside, { type: 'account', id: accountId }, [{ type: 'account.ownerTold' }])
}

/** What people do to their own account: it says that they were here. */
const comesAndGoes: ReadonlySet<IdentityEvent['type']> = new Set([
  'account.signedIn',
  'account.signInFailed',
  'account.proofFailed',
  'account.signedOut',
  'account.passwordSet',
  'account.linked',
  'account.factorOn',
  'account.factorOff',
  'account.codesRenewed',
  'account.passkeyAdded',
  'account.passkeyRemoved',
])

/** Null also where the transaction does not see the organisation. */
export async function accountOfPerson(tx: Tx, { organisationId, personId }: Who): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select varde_account_of_person(${organisationId}, ${personId}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Daily: what could be used once (openid/), and could not be any more. */
export async function forgetOnce({ tx, actor, now }: Ctx): Promise<void> {
  await tx.deleteFrom('openid_once').where('organisation_id', '=', actor.organisationId).where('until', '<', now).execute()
}

/**
 * As the owner of the tables: no page may. After a database was put back from a backup, whoever has signed out since would be signed in again.
 */
export const endEverySession = async (owner: Kysely<Schema>): Promise<void> => void (await sql`delete from session`.execute(owner))
