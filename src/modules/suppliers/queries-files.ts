import type { Attaches, Ctx } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { findSupplier } from './queries.ts'
import { mayKeep } from './rules.ts'

/** Everybody reads of the suppliers; those who keep them add to them. */
export async function filesOfSupplier(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const supplier = await findSupplier(ctx, id)
  return (
    supplier && { page: `/leverandorer/${id}`, name: inAll(() => supplier.values.name ?? ''), add: mayKeep(ctx.actor), protectedBy: false }
  )
}
