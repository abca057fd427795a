import type { Ctx } from '../../kernel/ctx.ts'
import type { Reference } from '../../kernel/reference.ts'
import { personReference, unitReference } from '../people/public.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export type SystemRow = {
  readonly id: string
  readonly name: string
  readonly ownerUnit: string | null
  readonly owner: string | null
  readonly superUser: string | null
  readonly inUse: boolean
}

export const findSystem = store.find

/** The register, by name. */
export async function systems(ctx: Ctx): Promise<readonly SystemRow[]> {
  const rows = await ctx.tx
    .selectFrom('system as s')
    .leftJoin('unit as u', (join) => join.onRef('u.organisation_id', '=', 's.organisation_id').onRef('u.id', '=', 's.owner_unit_id'))
    .leftJoin('person as o', (join) => join.onRef('o.organisation_id', '=', 's.organisation_id').onRef('o.id', '=', 's.owner_id'))
    .leftJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 's.organisation_id').onRef('p.id', '=', 's.super_user_id'))
    .select(['s.id', 's.name', 'u.name as owner_unit', 'o.name as owner', 'p.name as super_user', 's.in_use'])
    .where('s.organisation_id', '=', ctx.actor.organisationId)
    .orderBy('s.sort_key')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ownerUnit: row.owner_unit,
    owner: row.owner,
    superUser: row.super_user,
    inUse: row.in_use === 'yes',
  }))
}

/** The person who owns a system, or null where it has none or does not exist here. */
export const systemOwner = async (ctx: Ctx, id: string): Promise<string | null> => (await one(ctx, id))?.owner_id ?? null

/** A field that names a system: those in use may be chosen, the others keep their name. */
export const systemReference: Reference = {
  choices: async (ctx) => (await named(ctx).where('in_use', '=', 'yes').orderBy('sort_key').orderBy('id').execute()).map(namedOf),
  named: async (ctx, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await named(ctx)
      .where('id', 'in', [...ids])
      .execute()
    return new Map(rows.map((row) => [row.id, namedOf(row)]))
  },
  gone: (locale) => texts(locale).outOfUse,
}

/** Who answers for what a system points at. */
export const references = { ownerUnit: unitReference, owner: personReference, superUser: personReference }

const named = (ctx: Ctx) =>
  ctx.tx.selectFrom('system').select(['id', 'name', 'in_use']).where('organisation_id', '=', ctx.actor.organisationId)
const namedOf = ({ id, name, in_use }: { id: string; name: string; in_use: string }) => ({ id, name, gone: in_use !== 'yes' })

const one = (ctx: Ctx, id: string) =>
  ctx.tx
    .selectFrom('system')
    .select('owner_id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
