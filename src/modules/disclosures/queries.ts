import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { leaderOfUnit, personReference, personsAtWork, unitReference } from '../people/public.ts'
import { findSystem, systemReference } from '../systems/public.ts'
import type { Extract, RuleValues } from './disclosure.ts'
import { extractFields, ruleFields } from './fields.ts'
import type { Owners } from './rules.ts'
import { approverStore, extractStore, ruleStore, store } from './store.ts'

export const findDisclosure = store.find
export const findRule = ruleStore.find
export const findApprover = approverStore.find
export const findExtract = extractStore.find

/** One that was approved, for an extract that rests on it. */
const approvedReference = referenceTo('disclosure', { called: 'name', open: { column: 'status', is: 'approved' }, gone: () => '' })
export const ruleReferences = { system: systemReference }
export const approverReferences = { unit: unitReference, approvers: personReference }
export const extractReferences = { system: systemReference, unit: unitReference, disclosure: approvedReference }
export const askReferences = { system: systemReference, unit: unitReference }
export const recordReferences = { ...askReferences, askedBy: personReference, statedBy: personReference, decidedBy: personReference }

/** Who owns a system: the person, the unit with those it has named, and the leader of the unit. */
export async function ownersOf(ctx: Ctx, systemId: string): Promise<Owners> {
  const { owner: named = null, ownerUnit = null } = (await findSystem(ctx, systemId))?.values ?? {}
  // Whoever has left decides nothing.
  const owner = named !== null && (await personsAtWork(ctx, [named])).has(named) ? named : null
  if (ownerUnit === null) return { owner, approvers: [], leader: null }
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from disclosure_approver a cross join unnest(a.approvers_ids) as one (id)
    join person p on p.organisation_id = a.organisation_id and p.id = one.id and p.active
    where a.organisation_id = ${ctx.actor.organisationId} and a.unit_id = ${ownerUnit} order by p.id`.execute(ctx.tx)
  return { owner, approvers: rows.map(({ id }) => id), leader: (await leaderOfUnit(ctx, ownerUnit))?.id ?? null }
}

export async function rulesOf(ctx: Ctx, systemId: string): Promise<readonly RuleValues[]> {
  const rows = await ctx.tx
    .selectFrom('disclosure_rule')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('system_id', '=', systemId)
    .orderBy('sort_key')
    .execute()
  return rows.map((row) => fromRow(ruleFields, row))
}

const most = 200

export type UnitDisclosure = {
  readonly id: string
  readonly name: string
  readonly status: 'asked' | 'consulting' | 'approved' | 'refused' | 'ended'
  readonly decidedBy: string | null
}
/** What a unit has asked to give out, with who decided (S2-35). */
export async function disclosuresOfUnit(ctx: Ctx, unitId: string): Promise<readonly UnitDisclosure[]> {
  const { rows } = await sql<UnitDisclosure>`
    select d.id, d.name, d.status, p.name as "decidedBy" from disclosure d
    left join person p on p.organisation_id = d.organisation_id and p.id = d.decided_by_id
    where d.organisation_id = ${ctx.actor.organisationId} and d.unit_id = ${unitId}
    order by d.asked_at desc, d.id limit ${most}`.execute(ctx.tx)
  return rows
}

export type UnitExtract = { readonly id: string; readonly name: string; readonly madeOn: string; readonly approval: string | null }
/** The extracts of a unit, each with the approval it rests on; without one it may be a deviation (S2-40). */
export async function extractsOfUnit(ctx: Ctx, unitId: string): Promise<readonly UnitExtract[]> {
  const { rows } = await sql<UnitExtract>`
    select e.id, e.name, e.made_on::text as "madeOn", d.name as approval from data_extract e
    left join disclosure d on d.organisation_id = e.organisation_id and d.id = e.disclosure_id and d.status in ('approved', 'ended')
    where e.organisation_id = ${ctx.actor.organisationId} and e.unit_id = ${unitId}
    order by d.id is not null, e.made_on desc, e.id limit ${most}`.execute(ctx.tx)
  return rows
}

/** The extracts that rest on an approval. */
export async function extractsOn(ctx: Ctx, disclosureId: string): Promise<readonly Extract[]> {
  const rows = await ctx.tx
    .selectFrom('data_extract')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('disclosure_id', '=', disclosureId)
    .orderBy('made_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(extractFields, row) }))
}
