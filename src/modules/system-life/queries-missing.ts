import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { standingColumns, standingJoins } from './queries.ts'

// Of analyses and agreements, whose modules come later, only which systems they name is read here.

const named = async (ctx: Ctx, table: 'risk' | 'agreement', id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select unnest(r.systems_ids) as id from ${sql.table(table)} r
    where r.organisation_id = ${ctx.actor.organisationId} and r.id = ${id}`.execute(ctx.tx)
  return rows.map((row) => row.id)
}
export const systemsOfAnalysis = (ctx: Ctx, id: string) => named(ctx, 'risk', id)
export const systemsOfAgreement = (ctx: Ctx, id: string) => named(ctx, 'agreement', id)

/** The systems whose owner has not the tasks of what is missing (`missingOf`), or still has one of what is not. */
export async function systemsMissing(ctx: Ctx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from (select ${standingColumns}, l.stage, s.in_use = 'considered' as considered from system s ${standingJoins}
      where s.organisation_id = ${ctx.actor.organisationId}) s
    left join lateral (select coalesce(array_agg(t.kind), '{}') as kinds from task t where t.organisation_id = ${ctx.actor.organisationId}
      and t.subject_id = s.id and t.status = 'open' and t.kind in ('life.analysis', 'life.agreement')) t on true
    where (s.owner is not null and s.stage is distinct from 'ended' and not s.considered and s."analysedOn" is null) <> ('life.analysis' = any(t.kinds))
      or (s.owner is not null and s.stage is distinct from 'ended' and not s.considered and s."suppliedBy" is not null and s.agreement is null)
        <> ('life.agreement' = any(t.kinds))`.execute(ctx.tx)
  return rows.map((row) => row.id)
}
