import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { Offer } from './pages/offer.tsx'
import { unknownNames } from './queries.ts'
import { mayKeep, namesIn } from './rules.ts'

export { addSupplier } from './commands.ts'
export { supplierFields } from './fields.ts'
export { findSupplier, supplierReference } from './queries.ts'
export type { Supplier, SupplierValues } from './supplier.ts'

/** What a record calls its suppliers in a text, for its page: those who keep suppliers may add each that is not there. Nothing for the others. */
export async function offerSuppliers(ctx: Ctx, text: string | null, locale: Locale): Promise<ComponentChildren> {
  if (!mayKeep(ctx.actor)) return null
  const names = await unknownNames(ctx, namesIn(text))
  return names.length === 0 ? null : <Offer names={names} locale={locale} />
}
