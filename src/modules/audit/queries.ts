import type { Ctx } from '../../kernel/ctx.ts'
import type { ActorKind, TimelineEntry } from './audit.ts'

/** All that happened to one record, oldest first. Ask only for a record that whoever asks may see. */
export async function timelineOf(ctx: Ctx, subjectId: string): Promise<readonly TimelineEntry[]> {
  const rows = await lines(ctx).where('subject_id', '=', subjectId).orderBy('at').orderBy('id').execute()
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
