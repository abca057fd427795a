import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId, type RecordKey } from '../../kernel/ids.ts'
import { toldOf, withUs } from './queries.ts'
import type { Shared, SharingEvent, Source, Told } from './sharing.ts'
import { lockShared, lockTaken, updateTaken } from './store.ts'

// Incidents that others have told of: what an organisation has been told, and what it said to it.

/** Sources of these kinds that nobody here has been told of, or that were withdrawn and are shared again. Of two sweeps one is first. */
export async function noteTellable(ctx: Ctx, kinds: readonly string[], most: number): Promise<readonly Told[]> {
  const { rows } = await sql<{ organisation: string; type: string; id: string }>`
    select s.organisation_id as organisation, s.subject_type as type, s.subject_id as id from shared_record s
    where ${withUs(ctx)} and s.subject_type = any(${[...kinds]}::text[]) and not exists (
      select from sharing_told t where t.organisation_id = ${ctx.actor.organisationId} and t.source_organisation_id = s.organisation_id
        and t.subject_type = s.subject_type and t.source_id = s.subject_id and t.withdrawn_at is null)
    order by s.shared_at limit ${most}`.execute(ctx.tx)
  const told: Told[] = []
  for (const source of rows) {
    const made = await ctx.tx
      .insertInto('sharing_told')
      .values({
        ...{ organisation_id: ctx.actor.organisationId, id: newId(ctx.now), subject_type: source.type },
        ...{ source_organisation_id: source.organisation, source_id: source.id, told_at: ctx.now },
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'source_organisation_id', 'subject_type', 'source_id'])
          .doUpdateSet({ withdrawn_at: null })
          .where('sharing_told.withdrawn_at', 'is not', null),
      )
      .returning(['id', 'told_at'])
      .executeTakeFirst()
    if (!made) continue
    await record(ctx, { type: 'sharingTold', id: made.id }, [{ type: 'sharing.told' }] satisfies readonly SharingEvent[])
    told.push({ id: made.id, source, at: made.told_at, declined: null })
  }
  return told
}

/** Those that nobody has answered and that are no longer shared with us. Of two sweeps one is first. */
export async function noteWithdrawn(ctx: Ctx, most: number): Promise<readonly Told[]> {
  const { rows } = await sql<{ id: string; organisation: string; type: string; source: string; at: Date }>`
    update sharing_told t set withdrawn_at = ${ctx.now} where t.organisation_id = ${ctx.actor.organisationId} and t.id in (
      select o.id from sharing_told o where o.organisation_id = ${ctx.actor.organisationId} and o.withdrawn_at is null and o.declined_at is null
        and not exists (select from taken_record k where k.organisation_id = o.organisation_id
          and k.source_organisation_id = o.source_organisation_id and k.subject_type = o.subject_type and k.source_id = o.source_id)
        and not exists (select from shared_record s where s.organisation_id = o.source_organisation_id and s.subject_type = o.subject_type
          and s.subject_id = o.source_id and ${withUs(ctx)})
      order by o.told_at limit ${most} for update skip locked)
    returning t.id, t.source_organisation_id as organisation, t.subject_type as type, t.source_id as source, t.told_at as at`.execute(
    ctx.tx,
  )
  for (const { id } of rows)
    await record(ctx, { type: 'sharingTold', id }, [{ type: 'sharing.withdrawn' }] satisfies readonly SharingEvent[])
  return rows.map(({ id, organisation, type, source, at }) => ({ id, source: { organisation, type, id: source }, at, declined: null }))
}

/** For whoever answers it. */
export const lockTold = (ctx: Ctx, source: Source): Promise<Told | null> => toldOf(ctx, source, true)

export async function noteDeclined(ctx: Ctx, id: string, reason: string): Promise<void> {
  await ctx.tx
    .updateTable('sharing_told')
    .set({ declined_at: ctx.now, declined_by: ctx.actor.personId, reason })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute()
  await record(ctx, { type: 'sharingTold', id }, [{ type: 'sharing.declined' }] satisfies readonly SharingEvent[])
}

/**
 * What is taken out of a case is taken out of what is shared of it, and of what it was taken from (S1-42). What is shared is then another
 * edition: those who have an earlier one find it by their own sweep. Answers what is shared now, where something was taken out of it.
 */
export async function rewriteContent(ctx: Ctx, subject: RecordKey, remove: (text: string) => string): Promise<Shared | null> {
  const without = <T>(said: T): T => JSON.parse(JSON.stringify(said, (_, value) => (typeof value === 'string' ? remove(value) : value)))
  const taken = await lockTaken(ctx, subject)
  if (taken) await updateTaken(ctx, subject, { content: JSON.stringify(without(taken.content)) })
  const shared = await lockShared(ctx, subject)
  if (!shared) return null
  const before = { name: shared.name, note: shared.note, content: shared.content }
  const after = without(before)
  if (JSON.stringify(after) === JSON.stringify(before)) return null
  const edition = shared.edition + 1
  await ctx.tx
    .updateTable('shared_record')
    .set({ ...after, content: JSON.stringify(after.content), edition, redacted_edition: edition, shared_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .execute()
  const event: SharingEvent = { type: 'sharing.redacted', edition }
  await record(ctx, subject, [event])
  return shared
}
