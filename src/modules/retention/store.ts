import { sql } from 'kysely'
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

/** Records that have come to their end and have no deletion yet, the first of each kind after one. */
export async function dueSubjects(ctx: Ctx, subject: SubjectKind, after: string, soon: string, size: number): Promise<readonly string[]> {
  const own = ctx.actor.organisationId
  const condition = {
    processing: sql`least(r.purpose_ends_on, r.basis_ends_on) <= ${soon}`,
    recording: sql`r.status in ('kept', 'handedOver') and r.erase_on <= ${soon}`,
    camera: sql`r.status = 'removed' and r.retention_days is not null`,
  }[subject]
  const { rows } = await sql<{ id: string }>`
    select r.id from ${sql.table(subject)} r
    where r.organisation_id = ${own} and r.id > ${after} and ${condition} and not exists (
      select from deletion d where d.organisation_id = r.organisation_id and d.subject = ${subject} and d.subject_id = r.id
        and d.state in ('due', 'confirming', 'done'))
    order by r.id limit ${size}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Old proofs go, with all that they said before. */
export async function removeOldProofs(ctx: Ctx, before: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from deletion where organisation_id = ${ctx.actor.organisationId}
      and ((state = 'done' and done_on < ${before}) or (state in ('dropped', 'stopped') and due_on < ${before}))
    returning id`.execute(ctx.tx)
  for (const { id } of rows) await forgetVersions(ctx, { type: 'deletion', id })
  return rows.length
}
