import { sql } from 'kysely'
import { nobody } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import type { LinkEvent, LookedAt, Subject } from './link.ts'

type NewMark = { readonly because: Subject; readonly event: string; readonly fields: readonly string[] }

/**
 * Marks records of one kind, in one statement however many they are. The same change once more is the same mark, with the answers of both
 * and the newest hand.
 */
export async function saveMarks(ctx: Ctx, kind: string, ids: readonly string[], { because, event, fields }: NewMark): Promise<void> {
  if (ids.length === 0) return
  const { organisationId, personId } = ctx.actor
  await ctx.tx
    .insertInto('link_mark')
    .values(
      ids.map((id) => ({
        organisation_id: organisationId,
        id: newId(ctx.now),
        subject_type: kind,
        subject_id: id,
        because_type: because.type,
        because_id: because.id,
        event,
        fields: [...fields],
        marked_by: personId === nobody ? null : personId,
        marked_at: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'subject_type', 'subject_id', 'because_type', 'because_id', 'event'])
        .where('looked_at', 'is', null)
        .doUpdateSet({
          fields: sql`array(select distinct unnest(link_mark.fields || excluded.fields))`,
          marked_by: sql`excluded.marked_by`,
          marked_at: sql`excluded.marked_at`,
          told_at: null,
        }),
    )
    .execute()
}

type Untold = {
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly because: string
  readonly event: string
  readonly fields: readonly string[]
}

/** Marks that the log does not say of yet; of these records alone, or the next in order. */
export async function untoldMarks(
  ctx: Ctx,
  of: { readonly kind: string; readonly ids: readonly string[] } | null,
  after: string,
  size: number,
) {
  const { rows } = await sql<Untold>`
    select m.id, m.subject_type as type, m.subject_id as subject, m.because_id as because, m.event, m.fields from link_mark m
    where m.organisation_id = ${ctx.actor.organisationId} and m.told_at is null and m.id > ${after}
      and (${of === null} or (m.subject_type = ${of?.kind ?? ''} and m.subject_id = any(${[...(of?.ids ?? [])]}::uuid[])))
    order by m.id limit ${size}`.execute(ctx.tx)
  return rows
}

/** Says in the log of each record that it is marked. */
export async function tellMarks(ctx: Ctx, marks: readonly Untold[]): Promise<void> {
  for (const { type, subject, because, event, fields } of marks) {
    const events: readonly LinkEvent[] = [{ type: 'link.marked', because, event, fields }]
    await record(ctx, { type, id: subject }, events)
  }
  if (marks.length === 0) return
  await ctx.tx
    .updateTable('link_mark')
    .set({ told_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(
      'id',
      'in',
      marks.map(({ id }) => id),
    )
    .execute()
}

export async function saveLooked(ctx: Ctx, subject: Subject, looked: readonly LookedAt[], events: readonly LinkEvent[]): Promise<void> {
  for (const { id, lookedBy, lookedAt, note } of looked)
    await ctx.tx
      .updateTable('link_mark')
      .set({ looked_by: lookedBy, looked_at: lookedAt, note })
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', id)
      .execute()
  await record(ctx, subject, events)
}
