import { sql } from 'kysely'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Fields, Values } from '../../kernel/fields.ts'
import { registerStore } from '../../register/store.ts'
import type { AgreementEvent, Audit, SubProcessor } from './agreement.ts'
import { auditFields, recordFields, subProcessorFields } from './fields.ts'

export const store = registerStore<typeof recordFields, AgreementEvent>('agreement', recordFields, {
  unique: 'name',
  approved: 'agreement.inForce',
})

/** The lines that belong to an agreement and are written under its lock: a table each. */
function linesOf<F extends Fields>(table: 'agreement_sub_processor' | 'agreement_audit', fields: F, order: string) {
  // One of them stands for both: the columns used here by name are those that both have.
  const named = table as 'agreement_audit'
  const key = (ctx: Ctx, agreement: string, id: string) => ({ organisation_id: ctx.actor.organisationId, agreement_id: agreement, id })
  return {
    read: async (ctx: Ctx, agreement: string): Promise<readonly { readonly id: string; readonly values: Values<F> }[]> => {
      const rows = await ctx.tx
        .selectFrom(named)
        .selectAll()
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('agreement_id', '=', agreement)
        .orderBy(sql.ref(order))
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ id: row.id, values: fromRow(fields, row) }))
    },
    write: async (ctx: Ctx, agreement: string, id: string, values: Values<F>): Promise<void> => {
      const answers = toRow(fields, values)
      await ctx.tx
        .insertInto(named)
        .values({ ...key(ctx, agreement, id), ...answers } as never)
        .onConflict((conflict) => conflict.columns(['organisation_id', 'agreement_id', 'id']).doUpdateSet(answers as never))
        .execute()
    },
    remove: async (ctx: Ctx, agreement: string, id: string): Promise<void> => {
      await ctx.tx
        .deleteFrom(named)
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('agreement_id', '=', agreement)
        .where('id', '=', id)
        .execute()
    },
  }
}

export const subProcessors = linesOf('agreement_sub_processor', subProcessorFields, 'name')
export const audits = linesOf('agreement_audit', auditFields, 'planned_on')
export const readSubProcessors = (ctx: Ctx, id: string): Promise<readonly SubProcessor[]> => subProcessors.read(ctx, id)
export const readAudits = (ctx: Ctx, id: string): Promise<readonly Audit[]> => audits.read(ctx, id)

/** Agreements of which something comes due by the clock alone: they run out, an audit is planned, the data at the end are not confirmed. */
export async function dueIds(ctx: Ctx, after: string, limits: { readonly soon: string; readonly ends: string }, size: number) {
  const { rows } = await sql<{ id: string }>`
    select a.id from agreement a
    where a.organisation_id = ${ctx.actor.organisationId} and a.id > ${after} and a.status <> 'ended'
      and (a.ends_on <= ${limits.ends} or exists (
        select from agreement_audit c
        where c.organisation_id = a.organisation_id and c.agreement_id = a.id and c.held_on is null and c.planned_on <= ${limits.soon}))
    order by a.id limit ${size}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
