import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { takeTurn } from '../../kernel/once.ts'
import { registerCommands } from '../../register/commands.ts'
import { references } from './queries.ts'
import { rules, tidied } from './rules.ts'
import { isNumberTaken, store } from './store.ts'
import type { Supplier, SupplierEvent, SupplierValues } from './supplier.ts'

const deeds = registerCommands(store, rules, references)
export const { takeBack } = deeds

type Done = Promise<Outcome<Supplier, SupplierEvent>>

/** One supplier stands once: by its name, and by its number where it has one. */
export const addSupplier = (ctx: Ctx, id: string, values: SupplierValues): Done =>
  numbered(ctx, id, values, (tidy) => deeds.add(ctx, id, tidy))

export const editSupplier = (ctx: Ctx, id: string, version: number | null, values: SupplierValues): Done =>
  numbered(ctx, id, values, (tidy) => deeds.edit(ctx, id, version, tidy))

async function numbered(ctx: Ctx, id: string, values: SupplierValues, deed: (tidy: SupplierValues) => Done): Done {
  const tidy = tidied(values)
  // The turn of the register: two who save the same number at once come one after the other.
  await takeTurn(ctx, 'supplier')
  if (await isNumberTaken(ctx, id, tidy.organisationNumber)) return refuse('numberTaken', ['organisationNumber'])
  return deed(tidy)
}
