import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Facts } from './data-flow.ts'

/** More than any organisation has; a picture of more would be read by nobody. */
const most = 3000

/** What runs and is in use. The three registers are read by everybody in the organisation. */
export async function factsOf(ctx: Ctx): Promise<Facts> {
  const { organisationId } = ctx.actor
  const [processings, systems, suppliers] = await Promise.all([
    sql<Facts['processings'][number]>`
      select id, name, unit_id as unit, systems_ids as systems, processed_by_ids as "processedBy", recipients, transfers from processing
      where organisation_id = ${organisationId} and status <> 'ended' order by sort_key, id limit ${most}`.execute(ctx.tx),
    sql<Facts['systems'][number]>`
      select id, name, owner_unit_id as unit, supplied_by_id as supplier from system
      where organisation_id = ${organisationId} and in_use = 'yes' order by sort_key, id limit ${most}`.execute(ctx.tx),
    sql<Facts['suppliers'][number]>`
      select id, name, country from supplier where organisation_id = ${organisationId} order by sort_key, id limit ${most}`.execute(ctx.tx),
  ])
  return { processings: processings.rows, systems: systems.rows, suppliers: suppliers.rows }
}
