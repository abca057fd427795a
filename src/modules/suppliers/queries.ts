import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const { find: findSupplier, keyed: suppliersNamed } = store

/** A field that names a supplier: those in use may be chosen, the others keep their name. */
export const supplierReference = referenceTo('supplier', {
  called: 'name',
  open: { column: 'in_use', is: 'yes' },
  gone: (locale) => texts(locale).outOfUse,
})

/** A supplier points at nothing. */
export const references = {}

/** Which of these names no supplier has yet, in any case. */
export async function unknownNames(ctx: Ctx, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{ one: string }>`
    select one from unnest(${[...names]}::text[]) with ordinality given (one, at)
    where lower(one) <> all (select lower(name) from supplier where organisation_id = ${ctx.actor.organisationId}) order by at`.execute(
    ctx.tx,
  )
  return rows.map(({ one }) => one)
}
