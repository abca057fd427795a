import { type RawBuilder, sql } from 'kysely'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql, type Facts } from '../../kernel/space-sql.ts'
import { personReference } from '../people/public.ts'
import { systemReference } from '../systems/public.ts'
import { zoneReference } from '../zones/public.ts'
import type { Access, Granting, Standing } from './access.ts'
import { recordFields } from './fields.ts'
import { maySee } from './rules.ts'
import { isSeen, overseesAccess } from './space.ts'
import { store } from './store.ts'

export const grantReferences = { person: personReference, system: systemReference, zone: zoneReference }
export const recordReferences = {
  ...grantReferences,
  grantedBy: personReference,
  confirmedBy: personReference,
  removalAskedBy: personReference,
  removedBy: personReference,
}

/** What only the database knows of whoever asks: of a person and a system, as columns or as ids. */
export const leadsPerson = ({ actor }: Ctx, person: RawBuilder<unknown>) => sql<boolean>`exists (select from person p
  where p.organisation_id = ${actor.organisationId} and p.id = ${person} and p.id <> ${actor.personId}
    and (p.leader_id = ${actor.personId} or p.unit_id = any(${[...actor.leads]}::uuid[])))`
const ownsOf = ({ actor }: Ctx, system: RawBuilder<unknown>) => sql<boolean>`exists (select from system s
  where s.organisation_id = ${actor.organisationId} and s.id = ${system} and s.owner_id = ${actor.personId})`

const factsOf = (ctx: Ctx): Facts => ({
  leadsPerson: leadsPerson(ctx, sql`d.person_id`),
  ownsSystem: ownsOf(ctx, sql`d.system_id`),
})
const own = (ctx: Ctx): RawBuilder<boolean> => sql`d.organisation_id = ${ctx.actor.organisationId}`

/** The accesses that exist for whoever asks: the same rule as `maySee`. The organisation first, as in every index. */
export const seenBy = (ctx: Ctx): RawBuilder<boolean> => sql`${own(ctx)} and ${asSql(isSeen(ctx.actor), ctx.actor, factsOf(ctx))}`

export async function standingFor(ctx: Ctx, { person, system }: Pick<Granting, 'person' | 'system'>): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select ${leadsPerson(ctx, sql`${person}::uuid`)} as "leadsPerson", ${ownsOf(ctx, sql`${system}::uuid`)} as "ownsSystem"`.execute(ctx.tx)
  return rows[0] ?? { leadsPerson: false, ownsSystem: false }
}

/** An access that whoever asks may see. */
export async function findAccess(ctx: Ctx, id: string): Promise<Access | undefined> {
  const found = await store.find(ctx, id)
  return found && maySee(await standingFor(ctx, found.values), ctx.actor) ? found : undefined
}

/** Whose an access is and to what, for what follows from it elsewhere. Asked by rules, never by a page. */
export async function grantedTo(ctx: Ctx, id: string): Promise<Pick<Granting, 'person' | 'system' | 'zone' | 'role'> | undefined> {
  return (await store.find(ctx, id))?.values
}

/** Whether the person has the same access already. */
export async function isTaken(ctx: Ctx, { person, system, zone, role }: Granting): Promise<boolean> {
  const { rows } = await sql`
    select from access_grant where organisation_id = ${ctx.actor.organisationId} and person_id = ${person}::uuid and removed_on is null
      and system_id is not distinct from ${system}::uuid and zone_id is not distinct from ${zone}::uuid
      and lower(coalesce(role, '')) = lower(${role ?? ''}) limit 1`.execute(ctx.tx)
  return rows.length > 0
}

type AccessRow = Parameters<typeof fromRow>[1] & { readonly id: string; readonly version: number }
const accessOf = (row: AccessRow): Access => ({ id: row.id, version: row.version, values: fromRow(recordFields, row) })
const most = 2000

/** Those that whoever asks may see, narrowed: by the system, the zone, the person. What is in force first. `led`: of those they lead alone. */
export async function accessesSeen(
  ctx: Ctx,
  by: { readonly system?: string; readonly zone?: string; readonly person?: string; readonly led?: boolean } = {},
): Promise<readonly Access[]> {
  const { rows } = await sql<AccessRow>`
    select d.* from access_grant d where ${seenBy(ctx)}
      and ${by.led && !overseesAccess(ctx.actor) ? leadsPerson(ctx, sql`d.person_id`) : sql`true`}
      and ${by.system ? sql`d.system_id = ${by.system}` : sql`true`} and ${by.zone ? sql`d.zone_id = ${by.zone}` : sql`true`}
      and ${by.person ? sql`d.person_id = ${by.person}` : sql`true`}
    order by d.removed_on is not null, d.from_date desc, d.id limit ${most}`.execute(ctx.tx)
  return rows.map(accessOf)
}

/** All that a person has and that is not removed: for what follows when the person leaves. Asked by rules, never by a page. */
export async function standingAccesses(ctx: Ctx, person: string): Promise<readonly Access[]> {
  const { rows } = await sql<AccessRow>`
    select d.* from access_grant d where ${own(ctx)} and d.person_id = ${person} and d.removed_on is null order by d.from_date, d.id`.execute(
    ctx.tx,
  )
  return rows.map(accessOf)
}

/** The systems that somebody uses: those with an access that has begun and is not taken away, each once, by name (S0-02). */
export async function systemsUsedBy(
  ctx: Ctx,
  person: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly roles: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; roles: string | null }>`
    select s.id, s.name, string_agg(d.role, ', ' order by d.from_date, d.id) as roles
    from access_grant d join system s on s.organisation_id = d.organisation_id and s.id = d.system_id
    where ${own(ctx)} and d.person_id = ${person} and d.removed_on is null and d.from_date <= ${localDate(ctx.now)}
    group by s.id, s.name, s.sort_key order by s.sort_key, s.id`.execute(ctx.tx)
  return rows
}

/**
 * The units whose people have access, with when the oldest was granted or last confirmed; and those whose leader was asked to confirm what is
 * no longer there. `person`: only that person's unit.
 */
export async function unitsToConfirm(
  ctx: Ctx,
  person: string | null,
): Promise<readonly { readonly unit: string; readonly name: string; readonly oldest: LocalDate | null }[]> {
  const { organisationId } = ctx.actor
  const { rows } = await sql<{ unit: string; name: string; oldest: Date | null }>`
    with oldest as (
      select p.unit_id, min(coalesce(d.confirmed_at, d.granted_at)) as at from access_grant d
      join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
      where ${own(ctx)} and d.removed_on is null and p.unit_id is not null group by p.unit_id
    ), asked as (
      select t.subject_id as unit_id from task t where t.organisation_id = ${organisationId} and t.kind = 'access.confirm' and t.status = 'open'
    )
    select u.id as unit, u.name, o.at as oldest from unit u left join oldest o on o.unit_id = u.id
    where u.organisation_id = ${organisationId} and (o.unit_id is not null or u.id in (select unit_id from asked))
      and (${person}::uuid is null or u.id = (select unit_id from person where organisation_id = ${organisationId} and id = ${person}::uuid))
    `.execute(ctx.tx)
  return rows.map(({ unit, name, oldest }) => ({ unit, name, oldest: oldest && localDate(new Date(oldest)) }))
}

/** The systems of those that whoever asks may see. */
export async function systemsSeen(ctx: Ctx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.name from system s where s.organisation_id = ${ctx.actor.organisationId}
      and s.id in (select d.system_id from access_grant d where ${seenBy(ctx)}) order by s.sort_key, s.id`.execute(ctx.tx)
  return rows
}
