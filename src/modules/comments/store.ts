import { record } from '../../kernel/audit.ts'
import type { Change } from '../../kernel/change.ts'
import type { Audience } from '../../kernel/comment.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { saidAt, sayAt } from '../../kernel/keys.ts'
import { sealedBeside } from '../../kernel/sealed.ts'
import type { Comment, CommentEvent } from './comment.ts'

const rows = (ctx: Ctx) => ctx.tx.selectFrom('comment').selectAll().where('organisation_id', '=', ctx.actor.organisationId)

/** All of a record, in the order they were written. Ask only for a record that whoever asks may open, and show what they may read. */
export async function commentsOf(ctx: Ctx, { type, id }: RecordKey): Promise<readonly Comment[]> {
  const found = await rows(ctx).where('subject_type', '=', type).where('subject_id', '=', id).orderBy('written_at').orderBy('id').execute()
  return Promise.all(found.map((row) => commentFrom(ctx, row)))
}

export async function findComment(ctx: Ctx, id: string): Promise<Comment | undefined> {
  const row = await rows(ctx).where('id', '=', id).executeTakeFirst()
  return row && commentFrom(ctx, row)
}

export async function lockComment(ctx: Ctx, id: string): Promise<Comment | undefined> {
  const row = await rows(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && commentFrom(ctx, row)
}

/** False where it stands already: the page that made the id was posted twice. */
export async function insertComment(ctx: Ctx, { next, events }: Change<Comment, CommentEvent>): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('comment')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: next.id,
      subject_type: next.place.type,
      subject_id: next.place.id,
      written_at: next.writtenAt,
      written_by: next.writtenBy,
      ...(await said(ctx, next)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await record(ctx, next.place, events)
  return true
}

export async function applyComment(ctx: Ctx, { next, events }: Change<Comment, CommentEvent>): Promise<void> {
  await setSaid(ctx, next)
  await record(ctx, next.place, events)
}

/** Without an event: a removal is logged by whoever removes (S1-42). */
export async function setSaid(ctx: Ctx, comment: Comment): Promise<void> {
  const columns = await said(ctx, comment)
  await ctx.tx
    .updateTable('comment')
    .set((of) => ({ ...columns, version: of('version', '+', 1) }))
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', comment.id)
    .execute()
}

/** All are sealed, and not those alone that few may read: one way, and nobody sees by it which they are. */
export const commentPlace = sealedBeside('comment', 'text', ['id'])

const said = async (ctx: Ctx, { id, audience, text, mentions, editedAt, withdrawnAt }: Comment) => ({
  audience,
  ...(await sayAt(ctx, commentPlace, { id }, text === '' ? null : text)),
  mentions_ids: [...mentions],
  edited_at: editedAt,
  withdrawn_at: withdrawnAt,
})

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const commentFrom = async (ctx: Ctx, row: Row): Promise<Comment> => ({
  id: row.id,
  version: row.version,
  place: { type: row.subject_type, id: row.subject_id },
  audience: row.audience as Audience,
  text: (await saidAt(ctx, commentPlace, row)) ?? '',
  mentions: row.mentions_ids,
  writtenAt: row.written_at,
  writtenBy: row.written_by,
  editedAt: row.edited_at,
  withdrawnAt: row.withdrawn_at,
})
