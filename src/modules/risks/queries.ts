import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference, unitReference } from '../people/public.ts'
import { processingReference } from '../processing/public.ts'
import { anySystemReference, findSystem } from '../systems/public.ts'
import { zoneReference } from '../zones/public.ts'
import type { Analysis, Risk } from './risk.ts'
import { mayReadAll } from './rules.ts'
import { readMeasures, readScenarios, store } from './store.ts'
import { texts } from './texts.ts'

export const findRisk = store.find

/** A field of a later module that names an analysis. */
export const riskReference = referenceTo('risk', { called: 'name', gone: (locale) => texts(locale).ended })

export async function analysisOf(ctx: Ctx, record: Risk): Promise<Analysis> {
  return { record, ...(await partsIn(ctx, record.id)) }
}

/** Who answers for what an analysis points at. */
export const references = {
  systems: anySystemReference,
  processings: processingReference,
  zones: zoneReference,
  unit: unitReference,
  owner: personReference,
  riskOwner: personReference,
  author: personReference,
  participants: personReference,
}
export const recordReferences = { ...references, initiator: personReference, acceptedBy: personReference }

export type Line = {
  readonly id: string
  readonly name: string
  readonly status: NonNullable<Risk['values']['status']>
  readonly touchedAt: Date
}

/** The analyses of a system or an activity that are not ended, the latest first. */
export async function risksOf(ctx: Ctx, column: 'systems_ids' | 'processings_ids' | 'zones_ids', id: string): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select id, name, status, touched_at as "touchedAt" from risk
    where organisation_id = ${ctx.actor.organisationId} and ${sql.ref(column)} @> array[${id}::uuid] and status <> 'ended'
    order by touched_at desc, id limit 100`.execute(ctx.tx)
  return rows
}

/** Standard measures that are ticked on the systems an analysis is about: they exist there (S2-48). */
export async function measuresOfSystems(
  ctx: Ctx,
  { values }: Risk,
): Promise<readonly { readonly name: string; readonly measures: readonly string[] }[]> {
  const systems = await Promise.all(values.systems.map((id) => findSystem(ctx, id)))
  return systems.flatMap((system) =>
    system && system.values.standardMeasures.length > 0
      ? [{ name: system.values.name ?? '', measures: system.values.standardMeasures }]
      : [],
  )
}

/** An analysis of a system that was approved after a moment and stands as it was approved: what a change since then rests on (S4-054). */
export async function approvedSince(
  ctx: Ctx,
  systemId: string,
  since: Date,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const row = await ctx.tx
    .selectFrom('risk')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(sql<boolean>`systems_ids @> array[${systemId}::uuid]`)
    .where('status', '=', 'approved')
    .where('approved_at', '>=', since)
    .orderBy('approved_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function partsIn(ctx: Ctx, id: string): Promise<Pick<Analysis, 'scenarios' | 'measures'>> {
  const [scenarios, measures] = await Promise.all([readScenarios(ctx, id), readMeasures(ctx, id)])
  return { scenarios, measures }
}

/** `mayReadAll`: the module's own rule of who reads every one of its analyses. */
export const readersOf = (mayReadAll: (actor: Actor) => boolean) => ({
  /** What hangs on a record is shown to those who may read all analyses; who only takes part in one opens it by its address and tasks. */
  readAllBy: ({ actor }: Ctx): RawBuilder<boolean> => (mayReadAll(actor) ? sql`r.organisation_id = ${actor.organisationId}` : sql`false`),
  /** Those `r` that whoever asks may open: the same as `mayRead`. Whoever leads a unit reads them all. */
  readBy: ({ actor }: Ctx): RawBuilder<boolean> =>
    sql`r.organisation_id = ${actor.organisationId} and ${
      mayReadAll(actor)
        ? sql`true`
        : sql`(${actor.personId} in (r.owner_id, r.risk_owner_id, r.author_id, r.initiator_id) or ${actor.personId} = any(r.participants_ids))`
    }`,
})
export const { readAllBy, readBy } = readersOf(mayReadAll)
