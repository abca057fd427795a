import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference, unitReference } from '../people/public.ts'
import { supplierReference } from '../suppliers/public.tsx'
import { systemReference } from '../systems/public.ts'
import { workProcessReference } from '../work-processes/public.ts'
import { recordFields } from './fields.ts'
import type { Processing } from './processing.ts'
import { responsibleKnown } from './rules.ts'
import { readChecks, store } from './store.ts'

export const findProcessing = store.find

/** Who answers for an activity, by more than their own word. */
export async function responsibleOf(ctx: Ctx, id: string): Promise<string | null> {
  const record = await findProcessing(ctx, id)
  return record ? responsibleKnown(record) : null
}
export const processingsNamed = store.keyed
export const checksOf = readChecks

/** Who answers for what an activity points at. */
export const references = {
  workProcesses: workProcessReference,
  systems: systemReference,
  unit: unitReference,
  responsible: personReference,
  processedBy: supplierReference,
  extendedOwner: personReference,
}
export const recordReferences = {
  ...references,
  permissionBy: personReference,
  approvedBy: personReference,
  registeredBy: personReference,
}
export const checkReferences = { responsible: personReference }

/** A field of a later module that names an activity. */
export const processingReference = referenceTo('processing', { called: 'name', gone: () => '' })

/** What of an overview is asked about: the record as it stands, with what may be late of it. */
export type Overviewed = { readonly record: Processing; readonly qualityDueOn: string | null }

const mostOverviewed = 500

/** All that are not ended, for the page of what is missing. */
export async function runningActivities(ctx: Ctx): Promise<readonly Overviewed[]> {
  const rows = await ctx.tx
    .selectFrom('processing')
    .selectAll()
    .select((row) =>
      row
        .selectFrom('processing_check')
        .select(({ fn }) => fn.min('due_on').as('due'))
        .whereRef('processing_check.organisation_id', '=', 'processing.organisation_id')
        .whereRef('processing_check.processing_id', '=', 'processing.id')
        .as('due'),
    )
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '<>', 'ended')
    .orderBy('sort_key')
    .orderBy('id')
    .limit(mostOverviewed)
    .execute()
  return rows.map((row) => ({
    record: { id: row.id, version: row.version, values: fromRow(recordFields, row) },
    qualityDueOn: row.due === null ? null : String(row.due),
  }))
}

/** Systems in use with personal data, and no activity that says what for (S4-035). */
export async function systemsWithoutActivity(ctx: Ctx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.name from system s
    where s.organisation_id = ${ctx.actor.organisationId} and s.in_use = 'yes' and s.data_kinds <> '{}' and s.data_kinds <> '{none}'
      and not exists (
        select from processing p
        where p.organisation_id = s.organisation_id and p.status <> 'ended' and s.id = any(p.systems_ids))
    order by s.sort_key, s.id limit ${mostOverviewed}`.execute(ctx.tx)
  return rows
}

/** The systems in use that a unit owns, by name. */
export async function systemsOfUnit(ctx: Ctx, unit: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from system where organisation_id = ${ctx.actor.organisationId} and owner_unit_id = ${unit} and in_use = 'yes'
    order by sort_key, id limit 20`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Other activities that run, those approved first: what is said of them may hold of a new one that is like them. */
export async function likeProcessings(ctx: Ctx, except: string): Promise<readonly Processing[]> {
  const { rows } = await sql<Parameters<typeof fromRow>[1] & { readonly id: string; readonly version: number }>`
    select * from processing where organisation_id = ${ctx.actor.organisationId} and status <> 'ended' and id <> ${except}
    order by status = 'approved' desc, touched_at desc, id limit 300`.execute(ctx.tx)
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(recordFields, row) }))
}
