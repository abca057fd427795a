import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Store } from '../../kernel/deed.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { lifeFields } from './fields.ts'
import type { Consultation, Life, LifeEvent, Stage } from './system-life.ts'

const rows = (ctx: Ctx, id: string) =>
  ctx.tx.selectFrom('system_life').selectAll().where('organisation_id', '=', ctx.actor.organisationId).where('system_id', '=', id)
const read = (row: { readonly system_id: string; readonly version: number }): Life => ({
  id: row.system_id,
  version: row.version,
  values: fromRow(lifeFields, row as never),
})

export async function findLife(ctx: Ctx, id: string): Promise<Life | undefined> {
  const row = await rows(ctx, id).executeTakeFirst()
  return row && read(row)
}

/** The row of a system, made where there is none. */
export async function beginLife(ctx: Ctx, id: string, stage: Stage, askedBy: string | null): Promise<void> {
  const values = { ...emptyValues(lifeFields), stage, askedBy }
  await ctx.tx
    .insertInto('system_life')
    .values({ ...toRow(lifeFields, values), organisation_id: ctx.actor.organisationId, system_id: id } as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const store: Store<Life, LifeEvent> = {
  subject: 'system',
  lock: async (ctx, id) => {
    const row = await rows(ctx, id).forUpdate().executeTakeFirst()
    return row && read(row)
  },
  apply: async (ctx, { next, events }) => {
    await ctx.tx
      .updateTable('system_life')
      .set({ ...toRow(lifeFields, next.values), version: sql`version + 1` } as never)
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('system_id', '=', next.id)
      .execute()
    await record(ctx, { type: 'system', id: next.id }, events)
  },
}

export async function consultationsOf(ctx: Ctx, id: string): Promise<readonly Consultation[]> {
  const found = await ctx.tx
    .selectFrom('system_consultation')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('system_id', '=', id)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return found.map((row) => ({
    id: row.id,
    question: row.question,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
  }))
}

/** False where it is written already: the form was sent twice. */
export async function insertQuestion(ctx: Ctx, system: string, id: string, question: string): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('system_consultation')
    .values({
      organisation_id: ctx.actor.organisationId,
      id,
      system_id: system,
      question,
      asked_by: ctx.actor.personId,
      asked_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  const events: readonly LifeEvent[] = [{ type: 'system.dpoAsked' }]
  await record(ctx, { type: 'system', id: system }, events)
  return true
}

/** False where it is answered already. */
export async function saveAnswer(ctx: Ctx, system: string, id: string, answer: string): Promise<boolean> {
  const made = await ctx.tx
    .updateTable('system_consultation')
    .set({ answer, answered_by: ctx.actor.personId, answered_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('system_id', '=', system)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (made.numUpdatedRows !== 1n) return false
  const events: readonly LifeEvent[] = [{ type: 'system.dpoAnswered' }]
  await record(ctx, { type: 'system', id: system }, events)
  return true
}
