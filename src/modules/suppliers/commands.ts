import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { takeTurn } from '../../kernel/once.ts'
import { registerCommands } from '../../register/commands.ts'
import { syncTasks } from '../tasks/public.ts'
import { references } from './queries.ts'
import { rules, tidied } from './rules.ts'
import { isNumberTaken, store } from './store.ts'
import type { Supplier, SupplierEvent, SupplierValues } from './supplier.ts'
import { supplierTasks } from './tasks.ts'

const deeds = registerCommands(store, rules, references)
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
  const outcome = await deed(tidy)
  if (outcome.ok) await syncSupplier(ctx, outcome.next)
  return outcome
}

export async function takeBack(ctx: Ctx, id: string, version: number): Done {
  const outcome = await deeds.takeBack(ctx, id, version)
  if (outcome.ok) await syncTasks(ctx, subjectOf(id), 'supplier.', [])
  return outcome
}

const subjectOf = (id: string) => ({ type: 'supplier', id, reference: null, href: `/leverandorer/${id}` })

/** Its tasks are those that follow from how it stands today. */
export const syncSupplier = (ctx: Ctx, supplier: Supplier): Promise<void> =>
  syncTasks(ctx, subjectOf(supplier.id), 'supplier.', supplierTasks(supplier, ctx.now))
