import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql, type Facts } from '../../kernel/space-sql.ts'
import type { Deviation } from './deviation.ts'
import { isSeen, isTheirMeasure, isWhole, isWorked, type Standing } from './space.ts'
import { ownCases, type Reporter, reporterFor } from './store-reporter.ts'

/** What only the database knows of whoever asks in a case `d`, for the check of one case and the list of many alike. */
const factsOf = (ctx: Ctx): Facts & { readonly ownsSystem: RawBuilder<boolean> } => ({
  isReporter: sql`d.id in (${ownCases(ctx)})`,
  // The owner of the case's system; where it has none, the leader of the affected unit (S4-100).
  ownsSystem: sql`case when d.system_id is null then coalesce(d.affected_leader_id = ${ctx.actor.personId}, false) else exists (select from system s
    where s.organisation_id = d.organisation_id and s.id = d.system_id and s.owner_id = ${ctx.actor.personId}) end`,
})

const own = (ctx: Ctx): RawBuilder<boolean> => sql`d.organisation_id = ${ctx.actor.organisationId}`

/** The cases that exist for whoever asks: the same rule as `maySee`. The organisation first, as in every index. */
export const seenBy = (ctx: Ctx): RawBuilder<boolean> => sql`${own(ctx)} and ${asSql(isSeen, ctx.actor, factsOf(ctx))}`

/** Those of them that stand on their list: by the access list of the case, and not because they reported it or have a measure to do. */
export const workedBy = (ctx: Ctx): RawBuilder<boolean> => sql`${own(ctx)} and ${asSql(isWorked, ctx.actor)}`

/** Those that they have whole by their role: documents and files are theirs to read. */
export const wholeBy = (ctx: Ctx): RawBuilder<boolean> => sql`${own(ctx)} and ${asSql(isWhole, ctx.actor)}`

/** The measures `m` of a case `d` that are theirs to do, once somebody has taken the case. */
export const measuresGivenTo = (ctx: Ctx): RawBuilder<boolean> =>
  sql`${own(ctx)} and d.status in ('open', 'proposed', 'closed') and ${asSql(isTheirMeasure, ctx.actor, factsOf(ctx))}`

/** What must be known beside the case to say who somebody is in it; and who reported it. */
export async function standingIn(ctx: Ctx, { id }: Pick<Deviation, 'id'>): Promise<Standing & { readonly reporter: Reporter }> {
  const owns = sql<{ ownsSystem: boolean }>`
    select ${factsOf(ctx).ownsSystem} as "ownsSystem" from deviation d where ${own(ctx)} and d.id = ${id}`
  const [reported, { rows }] = await Promise.all([reporterFor(ctx, id), owns.execute(ctx.tx)])
  return { ...reported, ownsSystem: rows[0]?.ownsSystem ?? false }
}
