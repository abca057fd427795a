import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addSupplier } from './commands.ts'
import { supplierFields } from './fields.ts'
import type { SupplierValues } from './supplier.ts'

/** A supplier through the real command, by somebody who may. */
export async function makeSupplier(ctx: Ctx, over: Partial<SupplierValues> = {}): Promise<string> {
  const id = newId(ctx.now)
  const blank = { ...emptyValues(supplierFields), name: `Leverandør ${id.slice(-6)}`, processesData: 'yes', inUse: 'yes' } as const
  const outcome = await addSupplier(ctx, id, { ...blank, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why}`)
  return id
}
