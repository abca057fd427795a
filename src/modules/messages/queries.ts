import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import type { Localised } from '../../kernel/texts.ts'
import type { Message, Outbox, Place } from './message.ts'
import { faultOf } from './rules.ts'
import { messageMark } from './store-unlinked.ts'

/** Whose messages: no more of the actor is asked for. */
type Owner = Pick<Actor, 'organisationId' | 'personId'>
type Reader = Pick<Ctx, 'tx' | 'house'> & { readonly actor: Owner }
/** The reader's own: by the id, or by the mark where nobody may know whom it is to. */
export const isMine = (house: House, actor: Owner) =>
  sql<boolean>`(person_id = ${actor.personId} or mark = ${messageMark({ house, actor }, actor.personId)})`

/** For the bell on every page: one look into one index, and it stops at a hundred. */
export async function unreadCount({ tx, actor, house }: Reader): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from (
      select from message where organisation_id = ${actor.organisationId} and ${isMine(house, actor)} and read_at is null limit 100
    ) unread`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Newest first; `after` is the last one of the page before. */
export async function myMessages(ctx: Ctx, limit: number, after: Place | null): Promise<readonly Message[]> {
  let query = ctx.tx
    .selectFrom('message')
    .select(['id', 'kind', 'title', 'reference', 'href', 'created_at', 'read_at'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(isMine(ctx.house, ctx.actor))
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after.at}, ${after.id}::uuid)`)
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title as Localised,
    reference: row.reference,
    href: row.href,
    createdAt: row.created_at,
    readAt: row.read_at,
  }))
}

const failedDays = 30

/** What has not left the house, for whoever looks after the installation: numbers and codes, no address and no title. */
export async function outbox(ctx: Ctx): Promise<Outbox> {
  const { organisationId } = ctx.actor
  const since = new Date(ctx.now.getTime() - failedDays * 86_400_000)
  const { rows } = await sql<Omit<Outbox, 'lastFault'> & { readonly code: string | null; readonly at: Date | null }>`
    select (count(*) filter (where status = 'waiting'))::integer as waiting,
      (count(*) filter (where status = 'waiting' and attempts = 0))::integer as untried,
      min(created_at) filter (where status = 'waiting') as "oldestWaiting",
      (count(*) filter (where status in ('uncertain', 'sending') and tried_at > ${since}))::integer as uncertain,
      (count(*) filter (where status = 'failed' and created_at > ${since}))::integer as failed,
      (array_agg(last_error order by tried_at desc) filter (where last_error is not null and tried_at > ${since}))[1] as code,
      max(tried_at) filter (where last_error is not null and tried_at > ${since}) as at
    from mail where organisation_id = ${organisationId} and status <> 'sent'`.execute(ctx.tx)
  const { code = null, at = null, ...numbers } = rows[0] ?? { waiting: 0, untried: 0, oldestWaiting: null, uncertain: 0, failed: 0 }
  return { ...numbers, lastFault: code !== null && at !== null ? { fault: faultOf(code), code, at } : null }
}

/** Whether any mail has left the house. */
export const anyMailSent = async (ctx: Ctx): Promise<boolean> =>
  (await ctx.tx
    .selectFrom('mail')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'sent')
    .limit(1)
    .executeTakeFirst()) !== undefined
