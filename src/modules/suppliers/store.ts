import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { registerStore } from '../../register/store.ts'
import { supplierFields } from './fields.ts'
import type { SupplierEvent } from './supplier.ts'

export const store = registerStore<typeof supplierFields, SupplierEvent>('supplier', supplierFields, { unique: 'name' })

/** Those in use whose contract runs out by a day, from one id to the next. */
export async function endingIds(ctx: Ctx, after: string, day: LocalDate, size: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('supplier')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '>', after)
    .where('in_use', '=', 'yes')
    .where('contract_until', '<=', day)
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether another supplier has this number already. Ask in the turn of the register, or two who add at once both have it. */
export async function isNumberTaken(ctx: Ctx, id: string, number: string | null): Promise<boolean> {
  if (number === null) return false
  const row = await ctx.tx
    .selectFrom('supplier')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('organisation_number', '=', number)
    .where('id', '!=', id)
    .executeTakeFirst()
  return row !== undefined
}
