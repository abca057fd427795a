import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { fingerprint } from '../../kernel/seal.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference, unitReference } from '../people/public.ts'
import { findProcessing, processingFields, processingReference } from '../processing/public.ts'
import { fingerprintOf, readersOf, riskReference } from '../risks/public.ts'
import { anySystemReference } from '../systems/public.ts'
import type { Assessment, Dpia, Status } from './dpia.ts'
import { dpiaFields, scenarioFields } from './fields.ts'
import { isNeeded } from './needed.ts'
import { mayReadAll } from './rules.ts'
import { parts, readControls, readRounds, store } from './store.ts'
import { texts } from './texts.ts'

export const findDpia = store.find
export const controlsOf = readControls

/** A field of another module that names an assessment. Their names are read by those who may read them all: a page shows them to no others. */
export const dpiaReference = referenceTo('dpia', { called: 'name', gone: (locale) => texts(locale).ended })

/** Who answers for what it points at. */
export const references = {
  processings: processingReference,
  systems: anySystemReference,
  risks: riskReference,
  unit: unitReference,
  owner: personReference,
  riskOwner: personReference,
  author: personReference,
  participants: personReference,
  like: dpiaReference,
}
export const recordReferences = { ...references, initiator: personReference, waivedBy: personReference }

/** Whether the one that this is like is approved, as it stands: then it covers operations of the same kind (Article 35(1)). */
export async function isLikeApproved(ctx: Ctx, id: string, like: string | null): Promise<boolean> {
  if (like === null || like === id) return false
  const other = await findDpia(ctx, like)
  return other?.values.status === 'approved' && other.values.decision === 'do'
}

export async function partsIn(ctx: Ctx, id: string) {
  const [scenarios, measures] = await Promise.all([parts.readScenarios(ctx, id), parts.readMeasures(ctx, id)])
  return { scenarios, measures }
}

/** An assessment with all that belongs to it. What advice rests on: the answers, the scenarios and the plan of measures. */
export async function assessmentOf(ctx: Ctx, record: Dpia): Promise<Assessment> {
  const [{ scenarios, measures }, rounds, likeApproved] = await Promise.all([
    partsIn(ctx, record.id),
    readRounds(ctx, record.id),
    isLikeApproved(ctx, record.id, record.values.like),
  ])
  const said = Object.keys(dpiaFields).map((name) => record.values[name as keyof typeof dpiaFields])
  return {
    record,
    scenarios,
    measures,
    rounds,
    stamp: fingerprint(JSON.stringify([said, fingerprintOf(scenarioFields, scenarios, measures)])),
    likeApproved,
  }
}

export type Line = { readonly id: string; readonly name: string; readonly status: Status; readonly decision: Dpia['values']['decision'] }

/** Those of an activity, or of an analysis, that are not ended, the latest first. */
export async function assessmentsOf(ctx: Ctx, column: 'processings_ids' | 'risks_ids', id: string): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select id, name, status, decision from dpia
    where organisation_id = ${ctx.actor.organisationId} and ${sql.ref(column)} @> array[${id}::uuid] and status <> 'ended'
    order by touched_at desc, id limit 100`.execute(ctx.tx)
  return rows
}

/** Whether an analysis of an activity says that one is needed (S4-118). */
async function isAskedFor(ctx: Ctx, processingId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from risk r where r.organisation_id = ${ctx.actor.organisationId} and r.status <> 'ended' and r.dpia_needed = 'yes'
        and r.processings_ids @> array[${processingId}::uuid]) as found`.execute(ctx.tx)
  return rows[0]?.found === true
}

/** Why an activity needs an assessment that nobody has begun: the page's own check. Null where one stands, or nothing says so. */
export async function neededFor(ctx: Ctx, processingId: string) {
  const [processing, asked] = await Promise.all([findProcessing(ctx, processingId), isAskedFor(ctx, processingId)])
  return processing && processing.values.status !== 'ended' ? isNeeded(processing.values, asked) : null
}

const most = 5000
/** The activities that no assessment is about, with what says that they need one. */
export async function uncovered(ctx: Ctx) {
  const { dataKinds, dataSubjects, specialNeeds } = processingFields
  const rows = await ctx.tx
    .selectFrom('processing as p')
    .select(['id', 'name', 'data_kinds', 'data_subjects', 'special_needs'])
    .select(
      sql<boolean>`exists (
        select from risk r where r.organisation_id = p.organisation_id and r.status <> 'ended' and r.dpia_needed = 'yes'
          and p.id = any(r.processings_ids))`.as('is_asked'),
    )
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '<>', 'ended')
    .where(
      sql<boolean>`not exists (
        select from dpia d where d.organisation_id = p.organisation_id and d.status <> 'ended' and p.id = any(d.processings_ids))`,
    )
    .orderBy('sort_key')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.flatMap((row) => {
    const why = isNeeded(fromRow({ dataKinds, dataSubjects, specialNeeds }, row), row.is_asked)
    return why ? [{ id: row.id, name: row.name, why }] : []
  })
}

export const { readAllBy, readBy } = readersOf(mayReadAll)
