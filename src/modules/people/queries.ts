import { type RawBuilder, sql } from 'kysely'
import { offices, type Role } from '../../kernel/actor.ts'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { UnitKind } from './fields.ts'
import type { Assignment, Contact, Person, Unit, UnitRecord } from './person.ts'
import { rolesToday } from './queries-actor.ts'
import { isOffice, workedBy } from './stand-in.ts'

/** The tree from the top, each unit before what lies below it; neighbours by name. */
export async function units(ctx: Ctx): Promise<readonly Unit[]> {
  const all = (await unitRows(ctx).orderBy('sort_key').orderBy('id').execute()).map(unitOf)
  const below = Map.groupBy(all, (unit) => unit.parentId)
  const inOrder = (parentId: string | null): readonly Unit[] => (below.get(parentId) ?? []).flatMap((unit) => [unit, ...inOrder(unit.id)])
  return inOrder(null)
}

/** One unit of the tree and those below it, by an id that an address gives; all of them where it gives none. */
export function unitAndBelow(tree: readonly Unit[], id: string | null) {
  const chosen = tree.find((one) => one.id === id)
  const below = new Set(tree.filter(({ path }) => chosen && path.includes(chosen.id)).map((one) => one.id))
  return { chosen: chosen?.id ?? null, holds: (unit: string | null): boolean => !chosen || (unit !== null && below.has(unit)) }
}

/** As the choices of a list, each below the one it lies in. */
export const unitOptions = (inOrder: readonly Unit[]): readonly { readonly value: string; readonly label: string }[] =>
  inOrder.map(({ id, name, path }) => ({ value: id, label: `${'\u2003'.repeat(Math.max(0, path.length - 1))}${name}` }))

/** What a list may be narrowed to: nothing where there is one unit alone, and it is the whole. */
export const unitChoices = async (ctx: Ctx) => {
  const all = await units(ctx)
  return all.length > 1 ? unitOptions(all) : []
}

/** One text however many there are, so that it is planned once. */
const among = (ids: readonly string[]) => sql<boolean>`id = any(${[...ids]}::uuid[])`

export async function unitsById(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Unit>> {
  if (ids.length === 0) return new Map()
  const rows = await unitRows(ctx).where(among(ids)).execute()
  return new Map(rows.map((row) => [row.id, unitOf(row)]))
}

/** Also those who have left: the log and old cases still name them. */
export const personsById = (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> => contacts(ctx, ids, [true, false])

/** Those of them who work here now: whom something can be asked of, and told. */
export const personsAtWork = (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> => contacts(ctx, ids, [true])

/** Whoever holds one of these roles today, each once, by name. */
export async function personsWithRoles(ctx: Ctx, roles: readonly Role[]): Promise<readonly Contact[]> {
  if (roles.length === 0) return []
  const { rows } = await sql<ContactRow>`
    select p.id, p.name, p.email, p.locale from person p
    where p.organisation_id = ${ctx.actor.organisationId} and p.active and ${holds(ctx, roles)} order by p.sort_key, p.id`.execute(ctx.tx)
  return rows.map(contactOf)
}

/** A person `p` holds one of these today: from the role to the people, by its index, the same as `rolesToday` gives from the person. */
export function holds(ctx: Ctx, roles: readonly Role[]): RawBuilder<boolean> {
  const { organisationId } = ctx.actor
  const today = localDate(ctx.now)
  const held = sql`
    select a.person_id from role_assignment a
    where a.organisation_id = ${organisationId} and a.role = any(${roles}::text[])
      and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today})`
  const leading = sql`union select u.leader_id from unit u where u.organisation_id = ${organisationId} and u.leader_id is not null`
  return roles.includes('employee') ? sql`true` : sql`p.id in (${held} ${roles.includes('leader') ? leading : sql``})`
}

/** Which of the roles that work is sent to anybody holds today. */
export async function filledRoles(ctx: Ctx): Promise<ReadonlySet<Role>> {
  const today = localDate(ctx.now)
  const { rows } = await sql<{ role: Role }>`
    select distinct a.role from role_assignment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.active
    where a.organisation_id = ${ctx.actor.organisationId} and a.role = any(${[...offices]}::text[])
      and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today})`.execute(ctx.tx)
  return new Set(rows.map(({ role }) => role))
}

/** Whom what is sent to these roles reaches: the roles with a holder, those who stand in, and those with neither. */
export async function reachOf(
  ctx: Ctx,
  roles: readonly Role[],
): Promise<{ readonly reached: readonly Role[]; readonly vacant: readonly Role[] }> {
  if (!roles.some(isOffice)) return { reached: roles, vacant: [] }
  const filled = await filledRoles(ctx)
  const by = roles.map((role) => workedBy(role, filled))
  return { reached: [...new Set(by.filter((role) => role !== null))], vacant: roles.filter((_, at) => by[at] === null) }
}

/** Whoever had a role that ended on this day or since, and works here. */
export async function endedSince(ctx: Ctx, day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.person_id as id from role_assignment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.active
    where a.organisation_id = ${ctx.actor.organisationId} and a.to_date between ${day} and ${localDate(ctx.now)}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** The roles that nobody holds once this person no longer holds these, and who does their work then. */
export async function emptiedBy(
  ctx: Ctx,
  personId: string,
  ended: readonly Assignment[],
): Promise<readonly { readonly role: Role; readonly by: Role | null }[]> {
  const today = localDate(ctx.now)
  const { rows } = await sql<{ id: string; role: Role; person_id: string }>`
    select a.id, a.role, a.person_id from role_assignment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.active
    where a.organisation_id = ${ctx.actor.organisationId} and a.role = any(${[...offices]}::text[])
      and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today})`.execute(ctx.tx)
  const gone = new Set(ended.map(({ id }) => id))
  const before = new Set(rows.filter((row) => row.person_id === personId && gone.has(row.id)).map(({ role }) => role))
  const filled = new Set(rows.filter((row) => !gone.has(row.id)).map(({ role }) => role))
  return [...before].filter((role) => !filled.has(role)).map((role) => ({ role, by: workedBy(role, filled) }))
}

/** How many units and people there are: what a new organisation adds first. */
export async function placeCounts(ctx: Ctx): Promise<{ readonly units: number; readonly people: number }> {
  const { organisationId } = ctx.actor
  const { rows } = await sql<{ units: number; people: number }>`
    select (select count(*)::int from unit where organisation_id = ${organisationId}) as units,
      (select count(*)::int from person where organisation_id = ${organisationId} and active) as people`.execute(ctx.tx)
  return rows[0] ?? { units: 0, people: 0 }
}

/** How many people work in each unit now, by its id. */
export async function peopleInUnits(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ unit_id: string; people: number }>`
    select unit_id, count(*)::int as people from person
    where organisation_id = ${ctx.actor.organisationId} and active and unit_id is not null group by unit_id`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.unit_id, row.people]))
}

/** Those at work in these units. */
export async function peopleOfUnits(ctx: Ctx, unitIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where organisation_id = ${ctx.actor.organisationId} and active and unit_id = any(${[...unitIds]}::uuid[])`.execute(
    ctx.tx,
  )
  return rows.map(({ id }) => id)
}

/** Who holds each role today; one row a person and unit. For the directory. */
export async function holders(
  ctx: Ctx,
): Promise<readonly { readonly role: Role; readonly name: string; readonly email: string | null; readonly unit: string | null }[]> {
  const today = localDate(ctx.now)
  const { rows } = await sql<{ role: Role; name: string; email: string | null; unit: string | null }>`
    select a.role, p.name, p.email, u.name as unit
    from role_assignment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.active
    left join unit u on u.organisation_id = a.organisation_id and u.id = a.unit_id
    where a.organisation_id = ${ctx.actor.organisationId} and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today})
    order by p.sort_key, u.sort_key`.execute(ctx.tx)
  return rows
}

export type DemoSeat = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly unit: string | null
  readonly roles: readonly Role[]
}

/** Example people whom a visitor may be, with the roles of today. */
export async function demoPersons(ctx: Ctx): Promise<readonly DemoSeat[]> {
  const { rows } = await sql<DemoSeat>`
    select p.id, p.demo_slug as slug, p.name, u.name as unit,
      array(select held.role from (${rolesToday(sql`p`, localDate(ctx.now))}) held) as roles
    from person p left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    where p.organisation_id = ${ctx.actor.organisationId} and p.active and p.demo_slug is not null
    order by p.demo_slug`.execute(ctx.tx)
  return rows
}

/** The unit's own leader, else the nearest above it who still works here (S4-074). */
export const leaderOfUnit = (ctx: Ctx, unitId: string): Promise<Contact | undefined> => nearestLeader(ctx, unitId, null)

/**
 * The person's own leader where one is set, else the leader of the unit; whoever leads the unit has the leader above. Nobody is
 * their own leader.
 */
export async function leaderOfPerson(ctx: Ctx, personId: string): Promise<Contact | undefined> {
  const { rows } = await sql<ContactRow & { unit_id: string | null }>`
    select p.unit_id, l.id, l.name, l.email, l.locale from person p
    left join person l on l.organisation_id = p.organisation_id and l.id = p.leader_id and l.active
    where p.organisation_id = ${ctx.actor.organisationId} and p.id = ${personId}`.execute(ctx.tx)
  const found = rows[0]
  if (found?.id) return contactOf(found)
  return found?.unit_id ? nearestLeader(ctx, found.unit_id, personId) : undefined
}

/** Who leads each of these units and persons now, by its id, as `leaderOfUnit` and `leaderOfPerson` have it: one statement for all. */
export async function leadersOf(
  ctx: Ctx,
  asked: readonly ({ readonly unit: string } | { readonly person: string })[],
): Promise<ReadonlyMap<string, string>> {
  if (asked.length === 0) return new Map()
  const unitsAsked = [...new Set(asked.flatMap((one) => ('unit' in one ? one.unit : [])))]
  const personsAsked = [...new Set(asked.flatMap((one) => ('person' in one ? one.person : [])))]
  const own = ctx.actor.organisationId
  const { rows } = await sql<{ id: string; leader: string }>`
    select coalesce(asked.unit, asked.person) as id, coalesce(named.id, nearest.id) as leader
    from (
      select id as unit, null::uuid as person from unnest(${unitsAsked}::uuid[]) id
      union all select null, id from unnest(${personsAsked}::uuid[]) id) asked
    left join person led on led.organisation_id = ${own} and led.id = asked.person
    left join person named on named.organisation_id = ${own} and named.id = led.leader_id and named.active
    left join lateral (
      select p.id from unit below
      join unit u on u.organisation_id = below.organisation_id and u.id = any(below.path)
      join person p on p.organisation_id = u.organisation_id and p.id = u.leader_id and p.active
      where below.organisation_id = ${own} and below.id = coalesce(asked.unit, led.unit_id) and p.id is distinct from asked.person
      order by cardinality(u.path) desc limit 1) nearest on true
    where coalesce(named.id, nearest.id) is not null`.execute(ctx.tx)
  return new Map(rows.map(({ id, leader }) => [id, leader]))
}

/** Administrators at work besides this person: the last one cannot be taken away. The row locks keep two from leaving at once. */
export async function adminsBeside(ctx: Ctx, personId: string): Promise<number> {
  const today = localDate(ctx.now)
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
    where p.organisation_id = ${ctx.actor.organisationId} and p.active and exists (
      select from role_assignment a where a.organisation_id = p.organisation_id and a.person_id = p.id and a.role = 'admin'
        and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today}))
    order by p.id for update`.execute(ctx.tx)
  return rows.filter((row) => row.id !== personId).length
}

export async function emailTaken(ctx: Ctx, email: string, exceptId: string | null): Promise<boolean> {
  const { rows } = await sql`
    select from person where organisation_id = ${ctx.actor.organisationId} and lower(email) = lower(${email})
      and id is distinct from ${exceptId}::uuid limit 1`.execute(ctx.tx)
  return rows.length > 0
}

/** For files that are brought in: people by their addresses, and units by their names, in any case. */
export async function personsAt(ctx: Ctx, addresses: readonly string[]) {
  const { rows } = await sql<Pick<Person, 'id' | 'version' | 'values'>>`
    select id, version, json_build_object('name', name, 'email', email, 'unit', unit_id, 'leader', leader_id, 'locale', locale) as values
    from person where organisation_id = ${ctx.actor.organisationId} and lower(email) = any(array(select lower(one) from unnest(${[...addresses]}::text[]) one))
    `.execute(ctx.tx)
  return rows
}

export async function unitsNamed(ctx: Ctx, names: readonly string[]) {
  const { rows } = await sql<Pick<UnitRecord, 'id' | 'version' | 'values'>>`
    select id, version, json_build_object('name', name, 'kind', kind, 'parent', parent_id, 'leader', leader_id) as values
    from unit where organisation_id = ${ctx.actor.organisationId} and lower(name) = any(array(select lower(one) from unnest(${[...names]}::text[]) one))
    `.execute(ctx.tx)
  return rows
}

/** Whether another unit of this name, in any letters, lies under the same one. */
export async function besideNamed(ctx: Ctx, name: string, parentId: string | null, exceptId: string): Promise<boolean> {
  const { rows } = await sql`
    select from unit where organisation_id = ${ctx.actor.organisationId} and lower(name) = lower(${name})
      and parent_id is not distinct from ${parentId}::uuid and id <> ${exceptId}::uuid limit 1`.execute(ctx.tx)
  return rows.length > 0
}

/** The day from which the name stands alone. */
export async function forgottenOn(ctx: Ctx, id: string): Promise<LocalDate | null> {
  const row = await ctx.tx
    .selectFrom('person')
    .select('forgotten_on')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.forgotten_on ?? null
}

/** Whether an address is that of people who have left, and of nobody who works here. */
export async function isOfSomebodyGone(ctx: Ctx, email: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean | null }>`
    select bool_and(not active) as gone from person
    where organisation_id = ${ctx.actor.organisationId} and lower(email) = lower(${email})`.execute(ctx.tx)
  return rows[0]?.gone ?? false
}

async function contacts(ctx: Ctx, ids: readonly string[], active: readonly boolean[]): Promise<ReadonlyMap<string, Contact>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'locale'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(among(ids))
    .where(sql<boolean>`active = any(${active}::boolean[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, contactOf(row)]))
}

async function nearestLeader(ctx: Ctx, unitId: string, notThis: string | null): Promise<Contact | undefined> {
  const { rows } = await sql<ContactRow>`
    select p.id, p.name, p.email, p.locale from unit below
    join unit u on u.organisation_id = below.organisation_id and u.id = any(below.path)
    join person p on p.organisation_id = u.organisation_id and p.id = u.leader_id and p.active
    where below.organisation_id = ${ctx.actor.organisationId} and below.id = ${unitId} and p.id is distinct from ${notThis}::uuid
    order by cardinality(u.path) desc limit 1`.execute(ctx.tx)
  return rows[0] && contactOf(rows[0])
}

const unitRows = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('unit')
    .select(['id', 'name', 'kind', 'parent_id', 'path', 'leader_id'])
    .where('organisation_id', '=', ctx.actor.organisationId)

type UnitRow = { id: string; name: string; kind: string; parent_id: string | null; path: readonly string[]; leader_id: string | null }
const unitOf = ({ id, name, kind, parent_id, path, leader_id }: UnitRow): Unit => ({
  id,
  name,
  kind: kind as UnitKind,
  parentId: parent_id,
  path,
  leaderId: leader_id,
})

type ContactRow = { id: string; name: string; email: string | null; locale: string | null }
const contactOf = ({ id, name, email, locale }: ContactRow): Contact => ({ id, name, email, locale: locale as Locale | null })

export { readPerson as personWithRoles, readUnit as unitRecord } from './store.ts'
