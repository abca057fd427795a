import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { sharedFrom, sharedRows, takenFrom, takenRows } from './queries-rows.ts'
import type { Shared, SharingEvent, Taken } from './sharing.ts'

const ours = (ctx: Ctx) => ctx.actor.organisationId

/** What we share of a record, for whoever changes it. */
export async function lockShared(ctx: Ctx, { type, id }: RecordKey): Promise<Shared | null> {
  const rows = sharedRows(ctx).where('s.organisation_id', '=', ours(ctx)).where('s.subject_type', '=', type).where('s.subject_id', '=', id)
  const row = await rows.forUpdate().executeTakeFirst()
  return row ? sharedFrom(row) : null
}

export async function saveShared(ctx: Ctx, shared: Shared, events: readonly SharingEvent[]): Promise<void> {
  const { subject, audience } = shared
  const row = {
    edition: shared.edition,
    version: shared.version,
    circle_id: audience.to === 'circle' ? audience.circle : null,
    everyone: audience.to === 'everyone',
    organisation_name: shared.from,
    name: shared.name,
    note: shared.note,
    content: JSON.stringify(shared.content),
    shared_at: shared.at,
    known_at: shared.knownAt,
    redacted_edition: shared.redacted,
  }
  await ctx.tx
    .insertInto('shared_record')
    .values({ organisation_id: ours(ctx), subject_type: subject.type, subject_id: subject.id, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'subject_type', 'subject_id']).doUpdateSet(row))
    .execute()
  await record(ctx, subject, events)
}

export async function deleteShared(ctx: Ctx, subject: RecordKey): Promise<void> {
  await ctx.tx
    .deleteFrom('shared_record')
    .where('organisation_id', '=', ours(ctx))
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .execute()
  await record(ctx, subject, [{ type: 'sharing.withdrawn' }] satisfies readonly SharingEvent[])
}

export async function lockTaken(ctx: Ctx, { type, id }: RecordKey): Promise<Taken | null> {
  const row = await takenRows(ctx).where('t.subject_type', '=', type).where('t.subject_id', '=', id).forUpdate().executeTakeFirst()
  return row ? takenFrom(row) : null
}

export async function insertTaken(ctx: Ctx, taken: Taken, events: readonly SharingEvent[]): Promise<void> {
  await ctx.tx
    .insertInto('taken_record')
    .values({
      organisation_id: ours(ctx),
      subject_type: taken.subject.type,
      subject_id: taken.subject.id,
      source_organisation_id: taken.source.organisation,
      source_id: taken.source.id,
      source_name: taken.from,
      edition: taken.edition,
      content: JSON.stringify(taken.content),
      lines: JSON.stringify(taken.lines),
      taken_at: taken.at,
      unit_id: taken.unit,
    })
    .execute()
  await record(ctx, taken.subject, events)
}

/** What was answered is what the next edition is compared with. */
export async function noteAnswered(
  ctx: Ctx,
  { subject, lines }: Taken,
  { edition, content, from }: Shared,
  events: readonly SharingEvent[],
): Promise<void> {
  const said = { content: JSON.stringify(content), lines: JSON.stringify(lines) }
  await updateTaken(ctx, subject, { edition, ...said, source_name: from, told: 'same' })
  await record(ctx, subject, events)
}
export const noteTold = (ctx: Ctx, subject: RecordKey, told: string): Promise<void> => updateTaken(ctx, subject, { told })

export async function updateTaken(ctx: Ctx, { type, id }: RecordKey, row: Readonly<Record<string, string | number>>): Promise<void> {
  await ctx.tx
    .updateTable('taken_record')
    .set(row)
    .where('organisation_id', '=', ours(ctx))
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .execute()
}

export async function deleteTaken(ctx: Ctx, { type, id }: RecordKey): Promise<void> {
  await ctx.tx
    .deleteFrom('taken_record')
    .where('organisation_id', '=', ours(ctx))
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .execute()
  await record(ctx, { type, id }, [{ type: 'sharing.released' }] satisfies readonly SharingEvent[])
}
