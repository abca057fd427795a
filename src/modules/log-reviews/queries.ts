import { type RawBuilder, sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import type { Rows } from '../../register/view.ts'
import type { Linkings } from '../links/public.tsx'
import { personReference } from '../people/public.ts'
import { anySystemReference, findSystem } from '../systems/public.ts'
import { logReviewFields } from './fields.ts'
import type { LogReview } from './log-review.ts'
import { isSeen, maySee } from './rules.ts'
import { store } from './store.ts'

export const references = { system: anySystemReference, by: personReference }

/** Whether whoever asks owns the system or leads its unit. */
export async function answersFor(ctx: Ctx, system: string | null): Promise<boolean> {
  const found = system === null ? undefined : await findSystem(ctx, system)
  const { owner = null, ownerUnit = null } = found?.values ?? {}
  return owner === ctx.actor.personId || (ownerUnit !== null && ctx.actor.leads.includes(ownerUnit))
}

/** The systems that whoever asks owns, or whose unit they lead. */
const ownSystems = ({ actor }: Ctx): RawBuilder<unknown> => sql`
  select s.id from system s where s.organisation_id = ${actor.organisationId}
    and (s.owner_id = ${actor.personId} or s.owner_unit_id = any(${[...actor.leads]}::uuid[]))`

export const rowsSeen = (ctx: Ctx): Rows => ({
  table: 'log_review',
  as: 'r',
  seen: sql`r.organisation_id = ${ctx.actor.organisationId}
    and ${asSql(isSeen(ctx.actor), ctx.actor, { answersFor: sql`r.system_id in (${ownSystems(ctx)})` })}`,
  select: sql`r.*`,
})

/** One that whoever asks may see. */
export async function findLogReview(ctx: Ctx, id: string): Promise<LogReview | undefined> {
  const found = await store.find(ctx, id)
  return found && maySee(await answersFor(ctx, found.values.system), ctx.actor) ? found : undefined
}

/** The last reviews of the log of a system, the newest first, for those who may see them. */
export async function reviewsOf(ctx: Ctx, system: string): Promise<readonly LogReview[]> {
  const { seen } = rowsSeen(ctx)
  const { rows } = await sql<{ id: string; version: number }>`
    select r.* from log_review r where ${seen} and r.system_id = ${system} order by r.done_on desc, r.id desc limit 5`.execute(ctx.tx)
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(logReviewFields, row) }))
}

/**
 * The lines of Varde's log about the systems and the units that whoever reads answers for: the systems and the units themselves, and what the
 * registers hold of the units. What they may not open in a register stands not here either.
 */
export function ownLines(kinds: Linkings, ctx: Ctx): RawBuilder<boolean> {
  const leads = [...ctx.actor.leads]
  const ofUnits = kinds
    .all()
    .flatMap(([, { table, seen, points }]) =>
      points
        .filter(({ to, several }) => to === 'unit' && !several)
        .map(
          ({ column }) =>
            sql`select r.id from ${sql.table(table)} r where ${seen(ctx)} and ${sql.ref(`r.${column}`)} = any(${leads}::uuid[])`,
        ),
    )
  return sql`e.subject_id in (${sql.join([ownSystems(ctx), sql`select unnest(${leads}::uuid[])`, ...ofUnits], sql` union `)})`
}
