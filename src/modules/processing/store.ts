import { sql } from 'kysely'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { registerStore } from '../../register/store.ts'
import { checkFields, points, recordFields } from './fields.ts'
import type { Check, Checks, Point, ProcessingEvent } from './processing.ts'

export const store = registerStore<typeof recordFields, ProcessingEvent>('processing', recordFields, { unique: 'name' })

export async function readChecks(ctx: Ctx, id: string): Promise<Checks> {
  const rows = await ctx.tx
    .selectFrom('processing_check')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('processing_id', '=', id)
    .execute()
  const known = rows.flatMap((row) => {
    const point = points.find((one) => one === row.point)
    return point ? [[point, fromRow(checkFields, row)] as const] : []
  })
  return Object.fromEntries(known)
}

export async function writeCheck(ctx: Ctx, id: string, point: Point, check: Check): Promise<void> {
  const answers = toRow(checkFields, check)
  await ctx.tx
    .insertInto('processing_check')
    .values({ organisation_id: ctx.actor.organisationId, processing_id: id, point, ...answers } as never)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'processing_id', 'point']).doUpdateSet(answers as never))
    .execute()
}

/** Activities of which something may have come due since they were last looked at: stale, a review, the end of an approval. */
export async function dueIds(ctx: Ctx, after: string, limits: { readonly touched: Date; readonly soon: string }, size: number) {
  const { rows } = await sql<{ id: string }>`
    select p.id from processing p
    where p.organisation_id = ${ctx.actor.organisationId} and p.id > ${after} and p.status <> 'ended'
      and (p.touched_at <= ${limits.touched} or p.prior_approval_until <= ${limits.soon} or exists (
        select from processing_check c
        where c.organisation_id = p.organisation_id and c.processing_id = p.id and c.due_on <= ${limits.soon}))
    order by p.id limit ${size}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
