import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference, unitReference } from '../people/public.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const { find: findZone, keyed: zonesNamed } = store

/** A field that names zones: those in use may be chosen, the others keep their name. */
export const zoneReference = referenceTo('premises_zone', {
  called: 'name',
  open: { column: 'in_use', is: 'yes' },
  gone: (locale) => texts(locale).outOfUse,
})

/** Who answers for what a zone points at. */
export const references = { unit: unitReference, responsible: personReference }

/** How many premises are in use, by how well each must be protected. */
export async function zonesByProtection(ctx: Ctx): Promise<readonly { readonly key: string; readonly count: number }[]> {
  const { rows } = await sql<{ key: string; count: number }>`
    select protection as key, count(*)::integer as count from premises_zone
    where organisation_id = ${ctx.actor.organisationId} and in_use = 'yes' group by protection
    order by array_position(array['open', 'staff', 'restricted'], protection)`.execute(ctx.tx)
  return rows
}
