import type { Ctx } from '../../kernel/ctx.ts'
import { registerStore } from '../../register/store.ts'
import { supplierFields } from './fields.ts'
import type { SupplierEvent } from './supplier.ts'

export const store = registerStore<typeof supplierFields, SupplierEvent>('supplier', supplierFields, { unique: 'name' })

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
