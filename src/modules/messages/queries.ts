import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Ctx, Tx } from '../../kernel/ctx.ts'
import type { Localised } from '../../kernel/texts.ts'
import type { Message, Outbox, Place } from './message.ts'

/** For the bell on every page: one look into one index, and it stops at a hundred. */
export async function unreadCount(tx: Tx, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from (
      select from message where organisation_id = ${actor.organisationId} and person_id = ${actor.personId} and read_at is null limit 100
    ) unread`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Newest first; `after` is the last one of the page before. */
export async function myMessages(ctx: Ctx, limit: number, after: Place | null): Promise<readonly Message[]> {
  let query = ctx.tx
    .selectFrom('message')
    .select(['id', 'kind', 'title', 'reference', 'href', 'created_at', 'read_at'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('person_id', '=', ctx.actor.personId)
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

/** What has not left the house, for whoever looks after the installation. */
export async function outbox(ctx: Ctx): Promise<Outbox> {
  const row = await ctx.tx
    .selectFrom('mail')
    .select([
      sql<number>`(count(*) filter (where status = 'waiting'))::integer`.as('waiting'),
      sql<number>`(count(*) filter (where status = 'failed'))::integer`.as('failed'),
      sql<Date | null>`min(created_at) filter (where status = 'waiting')`.as('oldestWaiting'),
    ])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '<>', 'sent')
    .executeTakeFirst()
  return { waiting: row?.waiting ?? 0, failed: row?.failed ?? 0, oldestWaiting: row?.oldestWaiting ?? null }
}
