import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../db/types.ts'
import type { Ctx, House, Tx } from '../../kernel/ctx.ts'
import { alsoSee } from '../organisation/public.ts'
import type { Membership, OpenSession, Session } from './identity.ts'
import { endOf, passwordOpens, seenBefore } from './rules.ts'
import { hashOf, placesOf, type Shown, shownIn } from './store.ts'
import { type Holder, holderOf, sessionMark } from './store-token.ts'

type Inside = Pick<Ctx, 'tx' | 'house'>

/** Any connection, within a transaction or outside. */
type Asked = Kysely<Schema>
/** The part of the database that is needed outside a request's transaction. */
export type Doors = { readonly web: Asked }

/**
 * Whose token this is, in one statement, at every request. It ends by idleness, by age, when the account is closed and when the
 * membership is taken away. Any connection may ask: the function of the database knows one token, and lists none.
 */
export async function sessionFrom(db: Asked, house: House, token: string, now: Date): Promise<Session | undefined> {
  const holder = holderOf(house, token)
  if (!holder) return undefined
  const { accountId, organisationId, personId } = holder
  const { rows } = await sql<{ organisations: number; seenAt: Date; expiresAt: Date; idleMinutes: number; confined: boolean }>`
    select * from varde_session(${hashOf(token)}, ${accountId}, ${organisationId}, ${personId},
      ${now}, ${seenBefore(now)})`.execute(db)
  if (!rows[0]) return undefined
  const { organisations, seenAt, expiresAt, idleMinutes, confined } = rows[0]
  return { ...holder, organisations, confined, endsAt: endOf(seenAt < seenBefore(now) ? now : seenAt, expiresAt, idleMinutes) }
}

/**
 * Whose token this was, while the session that ran out is remembered: what its person sends after the end is kept for them. Nothing
 * for one that was signed out, for a closed account, and for who has left.
 */
export async function endedSession(db: Doors, house: House, token: string): Promise<Holder | undefined> {
  const holder = holderOf(house, token)
  if (!holder) return undefined
  const { accountId, organisationId, personId } = holder
  // The same question without a clock: neither idleness nor age ends it, and it is not said to be seen.
  const { rows } = await sql`
    select from varde_session(${hashOf(token)}, ${accountId}, ${organisationId}, ${personId},
      '-infinity', '-infinity')`.execute(db.web)
  return rows.length > 0 ? holder : undefined
}

/** One's own sessions that are open now, the latest first. */
export async function openSessions(ctx: Ctx, token: string): Promise<readonly OpenSession[]> {
  const holder = holderOf(ctx.house, token)
  if (!holder) return []
  const { rows } = await sql<OpenSession>`
    select * from varde_sessions(${sessionMark(ctx.house, holder)}, ${hashOf(token)}, ${ctx.now})`.execute(ctx.tx)
  return rows
}

/** The organisations that the token's account may choose between, by name. */
export async function memberships({ tx, house }: Inside, token: string): Promise<readonly Membership[]> {
  const accountId = await standing({ tx, house }, token)
  if (!accountId) return []
  const { rows } = await sql<Membership>`
    select "organisationId", organisation, "personId" from varde_places(${accountId}) order by organisation`.execute(tx)
  return rows
}

/** The account of a token whose session has not been ended. */
async function standing({ tx, house }: Inside, token: string): Promise<string | null> {
  const { rows } = await sql<{ stands: boolean }>`select varde_session_stands(${hashOf(token)}) as stands`.execute(tx)
  return (rows[0]?.stands && holderOf(house, token)?.accountId) || null
}

/**
 * Where an account comes in: the organisation of its latest session, else the first by name; only where the person still works, and before
 * all where a password `opens`.
 */
export async function placeOf({ tx, house }: Inside, accountId: string): Promise<(Membership & { readonly opens: boolean }) | undefined> {
  const all = await placesOf(tx, accountId)
  await alsoSee(
    tx,
    all.map((one) => one.organisationId),
  )
  const mark = sessionMark(house, { accountId, organisationId: '', personId: '' })
  const { rows } = await sql<Membership & { readonly opens: boolean }>`
    select m."organisationId", m.organisation, m."personId",
      coalesce(r.passwords <> 'emergency' or r.emergency_id = m."personId", true) as opens
    from varde_places(${accountId}, ${mark}) m
    join person p on p.organisation_id = m."organisationId" and p.id = m."personId" and p.active
    left join password_rule r on r.organisation_id = m."organisationId"
    order by opens desc, m."cameAt" desc nulls last, m.organisation limit 1`.execute(tx)
  return rows[0]
}

/** Whether a password lets this person in there. The transaction must see the organisation. */
export async function opensByPassword(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('password_rule')
    .select(['passwords', 'emergency_id as emergency'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return passwordOpens(row, personId)
}

/** The account of whoever has this session, and whether it has a password to change: the demo has none. */
export type OwnAccount = { readonly id: string; readonly email: string; readonly hasPassword: boolean }

export async function accountOf({ tx, house }: Inside, token: string): Promise<OwnAccount | undefined> {
  const accountId = holderOf(house, token)?.accountId
  if (!accountId) return undefined
  const { rows } = await sql<OwnAccount>`select * from varde_account_of_session(${hashOf(token)}, ${accountId})`.execute(tx)
  return rows[0]
}

export { openAddress } from './store-carried.ts'

/** How whoever asks has shown who they are. */
export const shownBy = async ({ tx }: Pick<Ctx, 'tx'>, token: string | null): Promise<Shown | null> =>
  token === null ? null : shownIn(tx, token)
