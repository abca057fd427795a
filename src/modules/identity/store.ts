import { createHash } from 'node:crypto'
import { clockwork, nobody } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { recordLater } from '../../kernel/audit-later.ts'
import type { Ctx, Tx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { alsoSee, organisationsById, profileOf, protectsReporters } from '../organisation/public.ts'
import type { IdentityEvent } from './identity.ts'
import { expiresAt } from './rules.ts'
import { type Holder, holderOf, sessionMark, tokenFor } from './store-token.ts'

/** SHA-256 is enough for a token of 256 random bits: there is nothing to guess, so nothing to slow down. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type Inside = Pick<Ctx, 'tx' | 'house'>
export type Who = { readonly organisationId: string; readonly personId: string }

/**
 * A new session with a new token (ASVS 7.2.4). The token is given once and kept nowhere. `until`: the end of the session it
 * goes on from, so that moving between organisations does not prolong a sign-in.
 */
export async function openSession(
  { tx, house }: Inside,
  accountId: string | null,
  { organisationId, personId }: Who,
  now: Date,
  until: Date = expiresAt(now),
): Promise<string> {
  const holder = { accountId, organisationId, personId }
  const token = tokenFor(house, holder)
  await tx
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      mark: sessionMark(house, holder),
      organisation_id: organisationId,
      created_at: now,
      seen_at: now,
      expires_at: until,
    })
    .execute()
  return token
}

export type ClosedSession = Holder & { readonly expiresAt: Date }

export async function closeSession({ tx, house }: Inside, token: string): Promise<ClosedSession | undefined> {
  const holder = holderOf(house, token)
  const gone = await tx
    .deleteFrom('session')
    .where('token_hash', '=', hashOf(token))
    .returning('expires_at as expiresAt')
    .executeTakeFirst()
  return gone && holder && { ...holder, ...gone }
}

/** Every session of the account but this one, if any; without an account, of the person. Answers how many. */
export async function closeOthers({ tx, house }: Inside, holder: Holder, keep: string | null): Promise<number> {
  const gone = await tx
    .deleteFrom('session')
    .where('mark', '=', sessionMark(house, holder))
    .$if(keep !== null, (rows) => rows.where('token_hash', '!=', hashOf(keep ?? '')))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** `home`: the organisation that made it, whose administrators answer for it. */
export type Account = { readonly id: string; readonly passwordHash: string | null; readonly home: string | null }

/** Only an account that is open. */
export async function accountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  return tx
    .selectFrom('account')
    .select(['id', 'password_hash as passwordHash', 'home_organisation_id as home'])
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

export async function accountById(tx: Tx, id: string): Promise<Account | undefined> {
  return tx
    .selectFrom('account')
    .select(['id', 'password_hash as passwordHash', 'home_organisation_id as home'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Null: none, until one is chosen by link. */
export async function setPassword(tx: Tx, accountId: string, passwordHash: string | null): Promise<void> {
  await tx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', accountId).execute()
}

/** Where an account belongs, and as whom. */
export async function placesOf(tx: Tx, accountId: string): Promise<readonly Who[]> {
  return tx
    .selectFrom('membership')
    .select(['organisation_id as organisationId', 'person_id as personId'])
    .where('account_id', '=', accountId)
    .execute()
}

/** Undefined where the address has an account already, be it made this moment by another, or closed. */
export async function insertAccount(
  tx: Tx,
  email: string,
  passwordHash: string | null,
  now: Date,
  home: string | null,
): Promise<string | undefined> {
  const id = newId(now)
  const made = await tx
    .insertInto('account')
    .values({ id, email, password_hash: passwordHash, created_at: now, disabled_at: null, home_organisation_id: home })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n ? id : undefined
}

/** False where the account is in the organisation already. */
export async function insertMembership(tx: Tx, accountId: string, { organisationId, personId }: Who): Promise<boolean> {
  const made = await tx
    .insertInto('membership')
    .values({ account_id: accountId, organisation_id: organisationId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Writes into the log of the organisation in question: before sign-in there is no actor, and the transaction sees nobody's log. */
export async function recordFor(ctx: Ctx, who: Who, accountId: string | null, event: IdentityEvent): Promise<void> {
  const found = (await organisationsById(ctx.tx, [who.organisationId])).get(who.organisationId)
  if (!found) return
  await alsoSee(ctx.tx, [who.organisationId])
  const inside = { ...ctx, actor: { ...clockwork(who.organisationId, found.profileVersion), personId: who.personId } }
  const subject = { type: 'account', id: accountId }
  // Who signed in just before a report would be taken for the reporter (S4-131).
  const tells = comesAndGoes.has(event.type) && who.personId !== nobody && protectsReporters(await profileOf(inside))
  await (tells ? recordLater(inside, subject, event, 'day') : record(inside, subject, [event]))
}

/** What people do to their own account: it says that they were here. */
const comesAndGoes: ReadonlySet<IdentityEvent['type']> = new Set(['account.signedIn', 'account.signedOut', 'account.passwordSet'])

export async function accountOfPerson(tx: Tx, { organisationId, personId }: Who): Promise<string | null> {
  const row = await tx
    .selectFrom('membership')
    .select('account_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.account_id ?? null
}
