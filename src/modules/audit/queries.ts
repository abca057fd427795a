import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { ActorKind, LogQuery, Place, TimelineEntry } from './audit.ts'

/** All that happened to one record, oldest first. Ask only for a record that whoever asks may see. */
export async function timelineOf(ctx: Ctx, subjectId: string): Promise<readonly TimelineEntry[]> {
  const rows = await lines(ctx).where('subject_id', '=', subjectId).orderBy('at').orderBy('id').execute()
  return rows.map(entryOf)
}

/** Newest first, at most `limit` lines after `after`. */
export async function searchLog(ctx: Ctx, query: LogQuery, limit: number, after: Place | null): Promise<readonly TimelineEntry[]> {
  let asked = lines(ctx)
  if (query.since) asked = asked.where('at', '>=', query.since)
  if (query.before) asked = asked.where('at', '<', query.before)
  if (query.types) asked = asked.where(sql<boolean>`type = any(${[...query.types]}::text[])`)
  if (query.subjectIds) asked = asked.where(sql<boolean>`subject_id = any(${[...query.subjectIds]}::uuid[])`)
  if (query.actorIds) asked = asked.where(sql<boolean>`actor_id = any(${[...query.actorIds]}::uuid[])`)
  if (after) asked = asked.where(sql<boolean>`(at, id) < (${after.at}, ${after.id}::uuid)`)
  const rows = await asked.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(entryOf)
}

const lines = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('audit_event')
    .select(['id', 'at', 'actor_id', 'actor_kind', 'subject_type', 'subject_id', 'type', 'data'])
    .where('organisation_id', '=', ctx.actor.organisationId)

const entryOf = (row: Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]): TimelineEntry => ({
  id: row.id,
  at: row.at,
  actorId: row.actor_id,
  actorKind: row.actor_kind as ActorKind,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  type: row.type,
  data: row.data as Readonly<Record<string, unknown>>,
})
