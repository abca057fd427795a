import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { registerStore } from '../../register/store.ts'
import { recordFields, scenarioFields } from './fields.ts'
import type { RiskEvent } from './risk.ts'
import { partStore } from './store-parts.ts'

export const parts = partStore({ scenario: 'risk_scenario', measure: 'risk_measure', of: 'risk_id' }, scenarioFields)
export const { readScenarios, readMeasures } = parts
export const store = registerStore<typeof recordFields, RiskEvent>('risk', recordFields, { unique: 'name', parts: parts.content })

/** Analyses of which something may have come due: an acceptance that ends, a measure. */
export async function dueIds(ctx: Ctx, after: string, soon: string, size: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from risk r
    where r.organisation_id = ${ctx.actor.organisationId} and r.id > ${after} and r.status <> 'ended' and r.accepted_until <= ${soon}
    order by r.id limit ${size}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
