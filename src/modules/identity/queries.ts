import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../db/types.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import { alsoSee } from '../organisation/public.ts'
import type { Membership, OpenSession, Session } from './identity.ts'
import { idleSince, seenBefore } from './rules.ts'
import { hashOf } from './store.ts'
import { type Holder, holderOf, sessionMark } from './store-token.ts'

type Inside = Pick<Ctx, 'tx' | 'house'>

/** The part of the database that is needed outside a request's transaction. */
export type Doors = { readonly web: Kysely<Schema> }

/**
 * Whose token this is, in one statement, at every request. It ends by idleness, by age, when the account is closed and when the
 * membership is taken away. Any connection may ask: the tables of sign-in belong to the installation.
 */
export async function sessionFrom(db: Doors, house: House, token: string, now: Date): Promise<Session | undefined> {
  const holder = holderOf(house, token)
  if (!holder) return undefined
  const { accountId, organisationId, personId } = holder
  const hash = hashOf(token)
  const { rows } = await sql<{ organisations: number }>`
    with found as (
      select (select count(*)::int from membership m where m.account_id = ${accountId}::uuid) as organisations
      from session s
      where s.token_hash = ${hash} and s.expires_at > ${now} and s.seen_at > ${idleSince(now)} and (${accountId}::uuid is null or exists (
        select from account a join membership m on m.account_id = a.id and m.organisation_id = ${organisationId} and m.person_id = ${personId}
        where a.id = ${accountId}::uuid and a.disabled_at is null))
    ), seen as (
      update session set seen_at = ${now}
      where token_hash = ${hash} and seen_at < ${seenBefore(now)} and exists (select from found)
    )
    select greatest(organisations, 1) as organisations from found`.execute(db.web)
  return rows[0] && { ...holder, organisations: rows[0].organisations }
}

/**
 * Whose token this was, while the session that ran out is remembered: what its person sends after the end is kept for them. Nothing
 * for one that was signed out, for a closed account, and for who has left.
 */
export async function endedSession(db: Doors, house: House, token: string): Promise<Holder | undefined> {
  const holder = holderOf(house, token)
  if (!holder) return undefined
  const { accountId, organisationId, personId } = holder
  const { rows } = await sql`
    select from session s where s.token_hash = ${hashOf(token)} and (${accountId}::uuid is null or exists (
      select from account a join membership m on m.account_id = a.id and m.organisation_id = ${organisationId} and m.person_id = ${personId}
      where a.id = ${accountId}::uuid and a.disabled_at is null))`.execute(db.web)
  return rows.length > 0 ? holder : undefined
}

/** One's own sessions that are open now, the latest first. */
export async function openSessions(ctx: Ctx, token: string): Promise<readonly OpenSession[]> {
  const holder = holderOf(ctx.house, token)
  if (!holder) return []
  const { rows } = await sql<OpenSession>`
    select s.created_at as "createdAt", s.seen_at as "seenAt", s.token_hash = ${hashOf(token)} as current
    from session s where s.mark = ${sessionMark(ctx.house, holder)} and s.expires_at > ${ctx.now} and s.seen_at > ${idleSince(ctx.now)}
    order by s.seen_at desc limit 50`.execute(ctx.tx)
  return rows
}

/** The organisations that the token's account may choose between, by name. */
export async function memberships({ tx, house }: Inside, token: string): Promise<readonly Membership[]> {
  const accountId = await standing({ tx, house }, token)
  if (!accountId) return []
  return tx
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.organisation_id as organisationId', 'o.name as organisation', 'm.person_id as personId'])
    .where('m.account_id', '=', accountId)
    .orderBy('o.name')
    .execute()
}

/** The account of a token whose session has not been ended. */
async function standing({ tx, house }: Inside, token: string): Promise<string | null> {
  const row = await tx.selectFrom('session').select('token_hash').where('token_hash', '=', hashOf(token)).executeTakeFirst()
  return (row && holderOf(house, token)?.accountId) ?? null
}

/** Where an account comes in: the organisation of its latest session, else the first by name; only where the person still works. */
export async function placeOf({ tx, house }: Inside, accountId: string): Promise<Membership | undefined> {
  const all = await tx.selectFrom('membership').select('organisation_id').where('account_id', '=', accountId).execute()
  await alsoSee(
    tx,
    all.map((one) => one.organisation_id),
  )
  const mark = sessionMark(house, { accountId, organisationId: '', personId: '' })
  const { rows } = await sql<Membership>`
    select m.organisation_id as "organisationId", o.name as organisation, m.person_id as "personId"
    from membership m
    join organisation o on o.id = m.organisation_id
    join person p on p.organisation_id = m.organisation_id and p.id = m.person_id and p.active
    where m.account_id = ${accountId}
    order by (select max(s.created_at) from session s where s.mark = ${mark} and s.organisation_id = m.organisation_id)
      desc nulls last, o.name limit 1`.execute(tx)
  return rows[0]
}

/** Whether this session's person has a password to change: the demo has none. */
export async function accountOf(
  inside: Inside,
  token: string,
): Promise<{ readonly id: string; readonly email: string; readonly passwordHash: string | null } | undefined> {
  const accountId = await standing(inside, token)
  if (!accountId) return undefined
  return inside.tx
    .selectFrom('account')
    .select(['id', 'email', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}
