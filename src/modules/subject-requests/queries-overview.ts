import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type DataSubject, letterheadFor, organisationDetails, organisationName } from '../organisation/public.ts'
import { unitsById } from '../people/public.ts'
import { processingFields } from '../processing/public.ts'
import { systemReference } from '../systems/public.ts'
import type { Described, OverviewMaterial } from './documents/overview.ts'

const most = 500

export async function systemsById(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await systemReference.named(ctx, ids))].map(([id, { name }]) => [id, name]))
}

/** What the organisation keeps on a group of people, unit by unit. `unit`: of one unit alone. */
export async function activitiesOn(ctx: Ctx, group: DataSubject, unit: string | null): Promise<readonly Described[]> {
  const rows = await ctx.tx
    .selectFrom('processing')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '<>', 'ended')
    .where(sql<boolean>`${group}::text = any(data_subjects)`)
    .where((row) => (unit === null ? row.val(true) : row('unit_id', '=', unit)))
    .orderBy('unit_id')
    .orderBy('sort_key')
    .orderBy('id')
    .limit(most)
    .execute()
  const read = rows.map((row) => fromRow(processingFields, row))
  const names = await systemsById(ctx, [...new Set(read.flatMap(({ systems }) => systems))])
  const units = await unitsById(ctx, [...new Set(read.flatMap(({ unit: one }) => one ?? []))])
  return read.map((values) => ({
    values,
    unit: values.unit === null ? null : (units.get(values.unit)?.name ?? null),
    systems: values.systems.map((id) => names.get(id) ?? '').filter(Boolean),
  }))
}

/** What the overview for a group is made of (G14). */
export async function overviewMaterial(
  ctx: Ctx,
  group: DataSubject,
  unit: string | null,
  language: Locale,
  reference: string | null,
): Promise<OverviewMaterial> {
  const details = await organisationDetails(ctx)
  return {
    language,
    now: ctx.now,
    group,
    reference,
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
    contact: details.email,
    activities: await activitiesOn(ctx, group, unit),
  }
}
