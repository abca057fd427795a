import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../db/types.ts'
import type { Ctx, Tx } from '../../kernel/ctx.ts'
import { alsoSee } from '../organisation/public.ts'
import type { Membership, OpenSession, Session } from './identity.ts'
import { idleSince, seenBefore } from './rules.ts'
import { hashOf } from './store.ts'

/** The part of the database that is needed outside a request's transaction. */
export type Doors = { readonly web: Kysely<Schema> }

/**
 * Whose token this is, in one statement, at every request. It ends by idleness, by age, when the account is closed and when the
 * membership is taken away. Any connection may ask: the tables of sign-in belong to the installation.
 */
export async function sessionFrom(db: Doors, token: string, now: Date): Promise<Session | undefined> {
  const hash = hashOf(token)
  const { rows } = await sql<Session>`
    with found as (
      select s.account_id, s.organisation_id, s.person_id, s.seen_at,
        (select count(*)::int from membership m where m.account_id = s.account_id) as organisations
      from session s
      where s.token_hash = ${hash} and s.expires_at > ${now} and s.seen_at > ${idleSince(now)} and (s.account_id is null or exists (
        select from account a join membership m on m.account_id = a.id and m.organisation_id = s.organisation_id and m.person_id = s.person_id
        where a.id = s.account_id and a.disabled_at is null))
    ), seen as (
      update session set seen_at = ${now}
      where token_hash = ${hash} and seen_at < ${seenBefore(now)} and exists (select from found)
    )
    select account_id as "accountId", organisation_id as "organisationId", person_id as "personId", greatest(organisations, 1) as organisations
    from found`.execute(db.web)
  return rows[0]
}

/** One's own sessions that are open now, the latest first. */
export async function openSessions(ctx: Ctx, token: string): Promise<readonly OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select s.created_at as "createdAt", s.seen_at as "seenAt", s.token_hash = mine.token_hash as current
    from session mine join session s on case when mine.account_id is null
      then s.account_id is null and s.organisation_id = mine.organisation_id and s.person_id = mine.person_id
      else s.account_id = mine.account_id end
    where mine.token_hash = ${hashOf(token)} and s.expires_at > ${ctx.now} and s.seen_at > ${idleSince(ctx.now)}
    order by s.seen_at desc limit 50`.execute(ctx.tx)
  return rows
}

/** The organisations that the token's account may choose between, by name. */
export async function memberships(tx: Tx, token: string): Promise<readonly Membership[]> {
  return tx
    .selectFrom('session as s')
    .innerJoin('membership as m', 'm.account_id', 's.account_id')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.organisation_id as organisationId', 'o.name as organisation', 'm.person_id as personId'])
    .where('s.token_hash', '=', hashOf(token))
    .orderBy('o.name')
    .execute()
}

/** Where an account comes in: the organisation of its latest session, else the first by name; only where the person still works. */
export async function placeOf(tx: Tx, accountId: string): Promise<Membership | undefined> {
  const all = await tx.selectFrom('membership').select('organisation_id').where('account_id', '=', accountId).execute()
  await alsoSee(
    tx,
    all.map((one) => one.organisation_id),
  )
  const { rows } = await sql<Membership>`
    select m.organisation_id as "organisationId", o.name as organisation, m.person_id as "personId"
    from membership m
    join organisation o on o.id = m.organisation_id
    join person p on p.organisation_id = m.organisation_id and p.id = m.person_id and p.active
    where m.account_id = ${accountId}
    order by (select max(s.created_at) from session s where s.account_id = m.account_id and s.organisation_id = m.organisation_id)
      desc nulls last, o.name limit 1`.execute(tx)
  return rows[0]
}

/** Whether this session's person has a password to change: the demo has none. */
export async function accountOf(
  tx: Tx,
  token: string,
): Promise<{ readonly id: string; readonly email: string; readonly passwordHash: string | null } | undefined> {
  return tx
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .select(['a.id', 'a.email', 'a.password_hash as passwordHash'])
    .where('s.token_hash', '=', hashOf(token))
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
}
