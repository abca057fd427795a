import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { personReference } from '../people/public.ts'
import { processingReference } from '../processing/public.ts'
import { recordFields } from './fields.ts'
import type { InformationNotice } from './information-notice.ts'
import { store } from './store.ts'

export const findNotice = store.find
export const references = { processing: processingReference }
export const recordReferences = { ...references, publishedBy: personReference }

/** What people are told of these activities, by activity. */
export async function noticesOf(ctx: Ctx, processings: readonly string[]): Promise<ReadonlyMap<string, readonly InformationNotice[]>> {
  if (processings.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('information_notice')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('processing_id', 'in', [...processings])
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  const read = rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(recordFields, row) }))
  return Map.groupBy(read, ({ values }) => values.processing ?? '')
}
