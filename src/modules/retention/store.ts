import { type RawBuilder, sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { forgetVersions } from '../../kernel/version.ts'
import { registerStore } from '../../register/store.ts'
import { deletionFields } from './fields.ts'
import type { Deletion, DeletionEvent, SubjectKind } from './retention.ts'

export const store = registerStore<typeof deletionFields, DeletionEvent>('deletion', deletionFields, { unique: null })

/** All of one record, the latest first. */
export async function deletionsOf(ctx: Ctx, subject: SubjectKind, id: string): Promise<readonly Deletion[]> {
  const rows = await ctx.tx
    .selectFrom('deletion')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .orderBy('due_on', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(deletionFields, row) }))
}

/** The day each kind of record is to be deleted on, as `due.ts` works it out: whether one has been proved for that day, a statement must know. */
const dayOf: Readonly<Record<SubjectKind, RawBuilder<string>>> = {
  processing: sql`least(r.purpose_ends_on, r.basis_ends_on)`,
  recording: sql`r.erase_on`,
  camera: sql`r.removed_on + r.retention_days`,
}
const isProved = (subject: SubjectKind) => sql<boolean>`exists (
  select from deletion d where d.organisation_id = r.organisation_id and d.subject = ${subject} and d.subject_id = r.id
    and d.state = 'done' and d.due_on = ${dayOf[subject]})`

/** Records that come to their end and have no deletion for it, the first of each kind after one. */
export async function dueSubjects(ctx: Ctx, subject: SubjectKind, after: string, soon: string, size: number): Promise<readonly string[]> {
  const own = ctx.actor.organisationId
  const condition = {
    processing: sql`${dayOf.processing} <= ${soon}`,
    recording: sql`r.status in ('kept', 'handedOver') and r.erase_on <= ${soon}`,
    camera: sql`r.status = 'removed' and r.kind is distinct from 'dummy' and r.mode is distinct from 'live' and ${dayOf.camera} is not null`,
  }[subject]
  const { rows } = await sql<{ id: string }>`
    select r.id from ${sql.table(subject)} r
    where r.organisation_id = ${own} and r.id > ${after} and ${condition} and not ${isProved(subject)} and not exists (
      select from deletion d where d.organisation_id = r.organisation_id and d.subject = ${subject} and d.subject_id = r.id
        and d.state in ('due', 'confirming'))
    order by r.id limit ${size}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

const standsStill = sql<boolean>`(${sql.join(
  (Object.keys(dayOf) as SubjectKind[]).map(
    (subject) => sql`exists (
      select from ${sql.table(subject)} r where r.organisation_id = d.organisation_id and d.subject = ${subject} and r.id = d.subject_id
        and d.due_on = ${dayOf[subject]})`,
  ),
  sql` or `,
)})`

/** Old proofs go, with all that they said before; but not while their record stands as it did, or it would be asked for again. */
export async function removeOldProofs(ctx: Ctx, before: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from deletion d where d.organisation_id = ${ctx.actor.organisationId}
      and ((d.state = 'done' and d.done_on < ${before} and not ${standsStill}) or (d.state in ('dropped', 'stopped') and d.due_on < ${before}))
    returning d.id`.execute(ctx.tx)
  for (const { id } of rows) await forgetVersions(ctx, { type: 'deletion', id })
  return rows.length
}
