import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { unitReference } from '../people/public.ts'
import { processingReference } from '../processing/public.ts'
import { classifyFields, placeFields } from './fields.ts'
import type { Classified, Place } from './storage-guide.ts'
import { store } from './store.ts'

export const { find: findPlace, keyed: placesNamed } = store
export const references = { units: unitReference }
export const classifyReferences = { processing: processingReference }

/** All places, in the order the organisation has put them. */
export async function places(ctx: Ctx): Promise<readonly Place[]> {
  const rows = await ctx.tx
    .selectFrom('storage_place')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .orderBy(sql`rank nulls last`)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(placeFields, row) }))
}

export type Kept = { readonly id: string; readonly at: Date; readonly by: string; readonly values: Omit<Classified, 'processing'> }

/** What sendings in a processing activity were judged to be, the latest first. */
export async function assessmentsOf(ctx: Ctx, processing: string): Promise<readonly Kept[]> {
  const rows = await ctx.tx
    .selectFrom('sending_assessment')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('processing_id', '=', processing)
    .orderBy('assessed_at', 'desc')
    .orderBy('id')
    .limit(10)
    .execute()
  const { sends, content, reveals } = classifyFields
  return rows.map((row) => ({
    id: row.id,
    at: row.assessed_at,
    by: row.assessed_by_id,
    values: fromRow({ sends, content, reveals }, row),
  }))
}
