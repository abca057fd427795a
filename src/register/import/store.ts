import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Removal } from '../../kernel/removal.ts'
import { type Import, type ImportRow, imports } from './queries.ts'
import type { Line, Table } from './reader.ts'

/** One at a time: a second press, or a second worker, waits and then sees what the first came to. */
export const lockImport = async (ctx: Ctx, register: string, id: string): Promise<Import | undefined> =>
  (await imports(ctx).where('register', '=', register).where('id', '=', id).forUpdate().executeTakeFirst()) as Import | undefined

type New = Pick<Import, 'id' | 'register' | 'headingRow' | 'headings' | 'mapping'> & { readonly table: Table }

export async function insertImport(ctx: Ctx, made: New): Promise<void> {
  const { organisationId, personId } = ctx.actor
  await ctx.tx
    .insertInto('register_import')
    .values({
      organisation_id: organisationId,
      id: made.id,
      register: made.register,
      acting_id: personId,
      state: 'read',
      started_at: ctx.now,
      touched_at: ctx.now,
      notes: JSON.stringify(made.table.notes),
      heading_row: made.headingRow,
      headings: JSON.stringify(made.headings),
      mapping: JSON.stringify(made.mapping),
    })
    .execute()
  for (let at = 0; at < made.table.lines.length; at += 1000) {
    const lines: readonly Line[] = made.table.lines.slice(at, at + 1000)
    await sql`insert into register_import_row (organisation_id, import_id, row, turn, cells)
      select ${organisationId}, ${made.id}, (line->>'at')::int, (line->>'at')::int, line->'cells'
      from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) line`.execute(ctx.tx)
  }
}

type Set = Partial<Pick<Import, 'state' | 'turn' | 'stopped' | 'headingRow' | 'headings' | 'mapping' | 'appliedAt' | 'actingId'>>

export async function setImport(ctx: Ctx, id: string, set: Set): Promise<void> {
  await ctx.tx
    .updateTable('register_import')
    .set({
      touched_at: ctx.now,
      ...(set.state !== undefined && { state: set.state }),
      ...(set.turn !== undefined && { turn: set.turn }),
      ...(set.stopped !== undefined && { stopped: set.stopped }),
      ...(set.appliedAt !== undefined && { applied_at: set.appliedAt }),
      ...(set.actingId !== undefined && { acting_id: set.actingId }),
      ...(set.headingRow !== undefined && { heading_row: set.headingRow }),
      ...(set.headings !== undefined && { headings: JSON.stringify(set.headings) }),
      ...(set.mapping !== undefined && { mapping: JSON.stringify(set.mapping) }),
    })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteImport(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.deleteFrom('register_import').where('organisation_id', '=', ctx.actor.organisationId).where('id', '=', id).execute()
}

export type Told = Pick<ImportRow, 'row'> &
  Partial<Pick<ImportRow, 'verdict' | 'outcome' | 'reasons' | 'recordId' | 'version' | 'before' | 'answers' | 'cells'>>

/** What a batch came to, in one statement. What is left out of a row stays. */
export async function tellRows(ctx: Ctx, id: string, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return
  await sql`
    update register_import_row r set
      verdict = coalesce(t.verdict, r.verdict), outcome = coalesce(t.outcome, r.outcome), reasons = coalesce(t.reasons, r.reasons),
      record_id = coalesce(t."recordId", r.record_id), version = coalesce(t.version, r.version),
      before = coalesce(t.before, r.before), answers = coalesce(t.answers, r.answers), cells = coalesce(t.cells, r.cells)
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as t (row int, verdict text, outcome text, reasons jsonb, "recordId" uuid, version int, before jsonb, answers jsonb, cells jsonb)
    where r.organisation_id = ${ctx.actor.organisationId} and r.import_id = ${id} and r.row = t.row`.execute(ctx.tx)
}

/** Looks all rows over anew. */
export async function forgetVerdicts(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx
    .updateTable('register_import_row')
    .set({ verdict: null, reasons: '[]', record_id: null, version: null, before: null, answers: null, turn: sql`row` })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('import_id', '=', id)
    .execute()
}

export async function setTurns(ctx: Ctx, id: string, turns: ReadonlyMap<number, number>): Promise<void> {
  await sql`update register_import_row r set turn = t.turn
    from jsonb_to_recordset(${JSON.stringify([...turns].map(([row, turn]) => ({ row, turn })))}::jsonb) as t (row int, turn int)
    where r.organisation_id = ${ctx.actor.organisationId} and r.import_id = ${id} and r.row = t.row`.execute(ctx.tx)
}

export async function rememberColumns(ctx: Ctx, register: string, meant: ReadonlyMap<string, string>): Promise<void> {
  if (meant.size === 0) return
  await ctx.tx
    .insertInto('register_import_column')
    .values([...meant].map(([heading, field]) => ({ organisation_id: ctx.actor.organisationId, register, heading, field })))
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'register', 'heading']).doUpdateSet((row) => ({ field: row.ref('excluded.field') })),
    )
    .execute()
}

/** Rows that nothing is done with any more go, with what they say of people; that the import was, stays. One that was never done goes whole. */
export async function forgetRows(ctx: Ctx, before: Date): Promise<void> {
  const { organisationId } = ctx.actor
  await sql`delete from register_import_row r using register_import i
    where i.organisation_id = ${organisationId} and r.organisation_id = i.organisation_id and r.import_id = i.id
      and i.state in ('applied', 'undone') and i.applied_at < ${before} and i.touched_at < ${before}`.execute(ctx.tx)
  await ctx.tx
    .deleteFrom('register_import')
    .where('organisation_id', '=', organisationId)
    .where('applied_at', 'is', null)
    .where('touched_at', '<', before)
    .execute()
}

/** What is taken out of a record for ever is gone from the rows it was read from too. Nothing of them may not be changed. */
export async function removeFromRows(ctx: Ctx, id: string, remove: Removal): Promise<readonly []> {
  const rows = await ctx.tx
    .selectFrom('register_import_row')
    .select(['import_id', 'row', 'cells', 'before', 'answers'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('record_id', '=', id)
    .execute()
  const without = (value: unknown): string | null =>
    value === null ? null : JSON.stringify(value, (_, one) => (typeof one === 'string' ? remove(one) : one))
  for (const { import_id, row, cells, before, answers } of rows)
    await ctx.tx
      .updateTable('register_import_row')
      .set({ cells: without(cells) ?? '[]', before: without(before), answers: without(answers) })
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('import_id', '=', import_id)
      .where('row', '=', row)
      .execute()
  return []
}
