import { sql } from 'kysely'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Expiring, ExpiringKind } from '../../kernel/expiring.ts'
import { forgetHolds } from '../../register/holds/store.ts'
import { registerStore } from '../../register/store.ts'
import { ownFields } from './fields-own.ts'
import type { OwnEvent } from './own.ts'

type Time = { readonly months: number; readonly today: LocalDate }

export const ownStore = registerStore<typeof ownFields, OwnEvent>('own_record', ownFields, { unique: null })

/** The day that the time of one runs from; null where somebody needs it, undefined where it is not there. */
export async function sinceOf(ctx: Ctx, kind: ExpiringKind, { since }: Expiring, id: string): Promise<LocalDate | null | undefined> {
  const { rows } = await sql<{ since: string | null }>`
    select (${since})::text as since from ${sql.table(kind)} r
    where r.organisation_id = ${ctx.actor.organisationId} and r.id = ${id}`.execute(ctx.tx)
  return rows[0]?.since
}

/** The record itself is locked: whoever keeps it back and what takes it away wait for each other. Answers whether it is there. */
export async function lockRecord(ctx: Ctx, kind: ExpiringKind, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.table(kind)} r where r.organisation_id = ${ctx.actor.organisationId} and r.id = ${id} for update`.execute(ctx.tx)
  return rows.length > 0
}

/** By the same count as `addMonths`: the 31st and a month is the last day of the shorter one. */
const isOut = (since: Expiring['since'], months: number, today: LocalDate) =>
  sql`((${since}) + make_interval(months => ${months}::int))::date <= ${today}::date`

/** Those whose time is out and that nothing stops, locked. One that somebody works on just now is looked at the next time. */
export async function expiredIds(ctx: Ctx, kind: ExpiringKind, { since, archived }: Expiring, { months, today }: Time, most: number) {
  const said = sql`from own_record o where o.organisation_id = r.organisation_id and o.id = r.id`
  const { rows } = await sql<{ id: string }>`
    select r.id from ${sql.table(kind)} r
    where r.organisation_id = ${ctx.actor.organisationId} and ${isOut(since, months, today)}
      and not exists (select ${said} and o.held_at is not null)
      ${archived ? sql`and exists (select ${said} and o.archived_as is not null)` : sql``}
    order by r.id limit ${most} for update of r skip locked`.execute(ctx.tx)
  const ids = rows.map(({ id }) => id)
  // Who kept one back while it was being locked has done so by now, and is seen only by a statement that begins after it.
  const { rows: kept } = await sql<{ id: string }>`
    select id from own_record where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[]) and held_at is not null`.execute(
    ctx.tx,
  )
  return ids.filter((id) => !kept.some((one) => one.id === id))
}

/** Those whose time is out and that wait: for the archive, or for whoever keeps them back. */
export async function stoppedCount(ctx: Ctx, kind: ExpiringKind, { since, archived }: Expiring, { months, today }: Time) {
  const { rows } = await sql<{ held: number; unarchived: number }>`
    select count(*) filter (where o.held_at is not null)::int as held,
      count(*) filter (where o.held_at is null and o.archived_as is null)::int as unarchived
    from ${sql.table(kind)} r left join own_record o on o.organisation_id = r.organisation_id and o.id = r.id
    where r.organisation_id = ${ctx.actor.organisationId} and ${isOut(since, months, today)}`.execute(ctx.tx)
  return { held: rows[0]?.held ?? 0, unarchived: archived ? (rows[0]?.unarchived ?? 0) : 0 }
}

export async function forgetOwn(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await forgetHolds(ctx, 'own_record', ids)
  await sql`delete from own_record where organisation_id = ${ctx.actor.organisationId} and id = any(${ids}::uuid[])`.execute(ctx.tx)
}
