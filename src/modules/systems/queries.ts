import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference, unitReference } from '../people/public.ts'
import { supplierReference } from '../suppliers/public.tsx'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const { find: findSystem, keyed: systemsNamed } = store

/** The person who owns a system, or null where it has none or does not exist here. */
export const systemOwner = async (ctx: Ctx, id: string): Promise<string | null> => (await findSystem(ctx, id))?.values.owner ?? null

/** The systems in use that somebody owns. */
export async function systemsOwnedBy(ctx: Ctx, person: string): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('system')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('owner_id', '=', person)
    .where('in_use', '=', 'yes')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Who is technically responsible for a system; null where it is IT as a whole (S4-105). */
export const systemTechnical = async (ctx: Ctx, id: string): Promise<string | null> =>
  (await findSystem(ctx, id))?.values.technicalResponsible ?? null

/** A field that names a system: those in use may be chosen, the others keep their name. */
export const systemReference = referenceTo('system', {
  called: 'name',
  open: { column: 'in_use', is: 'yes' },
  gone: (locale) => texts(locale).outOfUse,
})

/** The same for whatever looks at a system before it is in use: all may be chosen. */
export const anySystemReference = referenceTo('system', { called: 'name', gone: (locale) => texts(locale).outOfUse })

/** Who answers for what a system points at. */
export const references = {
  ownerUnit: unitReference,
  owner: personReference,
  superUser: personReference,
  technicalResponsible: personReference,
  suppliedBy: supplierReference,
}
