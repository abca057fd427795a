import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId } from '../../kernel/ids.ts'
import type { DirectoryToken, Entry, Waiting } from './directory.ts'
import type { Sought, Span } from './filter.ts'

/** Those that have not been withdrawn, the newest first; also those whose time is out. */
export async function tokens({ tx, actor }: Ctx): Promise<readonly DirectoryToken[]> {
  return tx
    .selectFrom('directory_token')
    .select(['id', 'name', 'made_at as madeAt', 'expires_on as expiresOn', 'used_at as usedAt'])
    .where('organisation_id', '=', actor.organisationId)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

type Row = {
  readonly id: string
  readonly attributes: Entry['attributes']
  readonly active: boolean
  readonly tag: string
  readonly created_at: Date
  readonly changed_at: Date
  readonly gone: boolean
}
const entriesWhere = async (
  ctx: Ctx,
  where: RawBuilder<unknown>,
  more: RawBuilder<unknown> = sql``,
): Promise<readonly (Entry & { gone: boolean })[]> => {
  const { rows } = await sql<Row>`
    select d.person_id as id, p.active, d.version || '.' || p.version as tag, d.created_at, d.changed_at, d.gone_at is not null as gone,
      json_build_object('userName', d.user_name, 'externalId', d.external_id, 'displayName', d.display_name, 'formatted', d.formatted_name,
        'givenName', d.given_name, 'familyName', d.family_name, 'email', d.email, 'department', d.department, 'manager', d.manager) as attributes
    from directory_entry d join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
    where d.organisation_id = ${ctx.actor.organisationId} and ${where} ${more}`.execute(ctx.tx)
  return rows.map(({ created_at: createdAt, changed_at: changedAt, ...row }) => ({ ...row, createdAt, changedAt }))
}

export async function entryOf(ctx: Ctx, id: string): Promise<Entry | undefined> {
  if (!isId(id)) return undefined
  return (await entriesWhere(ctx, sql`d.person_id = ${id} and d.gone_at is null`))[0]
}

/** Also of somebody who has gone: who they were. */
export async function entryCalled(ctx: Ctx, externalId: string | null): Promise<(Entry & { readonly gone: boolean }) | undefined> {
  return externalId === null ? undefined : (await entriesWhere(ctx, sql`d.external_id = ${externalId}`))[0]
}

export async function isNameTaken(ctx: Ctx, userName: string, exceptId: string | null): Promise<boolean> {
  const { rows } = await sql`
    select from directory_entry where organisation_id = ${ctx.actor.organisationId} and user_name_key = lower(${userName})
      and gone_at is null and person_id is distinct from ${exceptId}::uuid`.execute(ctx.tx)
  return rows.length > 0
}

/** Those whom the directory keeps and that are sought, so many of them, and how many there are. */
export async function entriesFound(
  ctx: Ctx,
  sought: Sought,
  { from, count }: Span,
): Promise<{ readonly all: readonly Entry[]; readonly total: number }> {
  if (sought.id !== undefined && !isId(sought.id)) return { all: [], total: 0 }
  const parts = [
    sql`d.gone_at is null`,
    ...(sought.userName === undefined ? [] : [sql`d.user_name_key = lower(${sought.userName})`]),
    ...(sought.externalId === undefined ? [] : [sql`d.external_id = ${sought.externalId}`]),
    ...(sought.id === undefined ? [] : [sql`d.person_id = ${sought.id}`]),
    ...(sought.email === undefined ? [] : [sql`lower(d.email) = lower(${sought.email})`]),
    ...(sought.active === undefined ? [] : [sql`p.active = ${sought.active}`]),
  ]
  const where = sql.join(parts, sql` and `)
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from directory_entry d join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
    where d.organisation_id = ${ctx.actor.organisationId} and ${where}`.execute(ctx.tx)
  const total = rows[0]?.total ?? 0
  const all =
    count === 0 || total < from
      ? []
      : await entriesWhere(ctx, where, sql`order by d.created_at, d.person_id limit ${count} offset ${from - 1}`)
  return { all, total }
}

export type AtAddress = { readonly id: string; readonly inDirectory: boolean }
/** Whoever here has one of these addresses, at work or not; `inDirectory`: the directory has them, and has not let them go. */
export async function personAt(ctx: Ctx, addresses: readonly string[], exceptId: string | null): Promise<AtAddress | undefined> {
  const { rows } = await sql<AtAddress>`
    select p.id, d.person_id is not null as "inDirectory" from person p
    left join directory_entry d on d.organisation_id = p.organisation_id and d.person_id = p.id and d.gone_at is null
    where p.organisation_id = ${ctx.actor.organisationId} and lower(p.email) = any(array(select lower(one) from unnest(${[...addresses]}::text[]) one))
      and p.id is distinct from ${exceptId}::uuid
    order by d.person_id is null limit 1`.execute(ctx.tx)
  return rows[0]
}

/** The one unit of that name; undefined where there is none, or several. */
export async function unitCalled(ctx: Ctx, name: string | null): Promise<string | undefined> {
  if (name === null) return undefined
  const { rows } = await sql<{ id: string }>`
    select id from unit where organisation_id = ${ctx.actor.organisationId} and lower(name) = lower(${name}) limit 2`.execute(ctx.tx)
  return rows.length === 1 ? rows[0]?.id : undefined
}

/** The leader that the directory means: by the id that we gave it, or by its own. At work, and nobody's own. */
export async function leaderCalled(ctx: Ctx, manager: string | null): Promise<string | undefined> {
  if (manager === null) return undefined
  const by = isId(manager) ? sql`(d.person_id = ${manager} or d.external_id = ${manager})` : sql`d.external_id = ${manager}`
  return (await entriesWhere(ctx, sql`d.gone_at is null and p.active and ${by}`))[0]?.id
}

/** Those whose leader the directory has named, and who is not found here before that leader came. */
export async function ledBy(ctx: Ctx, { id, attributes: { externalId } }: Pick<Entry, 'id' | 'attributes'>): Promise<readonly string[]> {
  const names = externalId === null ? [id] : [id, externalId]
  const { rows } = await sql<{ id: string }>`
    select p.id from directory_entry d join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
    where d.organisation_id = ${ctx.actor.organisationId} and d.gone_at is null and d.manager = any(${names}::text[])
      and not d.manager_found and p.leader_id is null and p.id <> ${id} order by p.id`.execute(ctx.tx)
  return rows.map((row) => row.id)
}

/** Those at work without a unit whose department is called so. */
export async function withoutUnit(ctx: Ctx, department: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from directory_entry d join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
    where d.organisation_id = ${ctx.actor.organisationId} and d.gone_at is null and d.department_key = lower(${department})
      and not d.department_found and p.active and p.unit_id is null order by p.id`.execute(ctx.tx)
  return rows.map((row) => row.id)
}

/** Whether anything of the directory is kept of this person, also after it has let them go. */
export async function isKept({ tx, actor }: Ctx, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('directory_entry')
    .select('person_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** All who wait, in one word: another as soon as one of them is another. */
export const everybody = (all: readonly Waiting[]): string =>
  `alle-${createHash('sha256')
    .update(all.map(({ id }) => id).join())
    .digest('base64url')}`

export async function waiting(
  ctx: Ctx,
): Promise<readonly (Waiting & { readonly externalId: string | null; readonly email: string | null })[]> {
  const { rows } = await sql<Waiting & { readonly externalId: string | null; readonly email: string | null }>`
    select w.id, w.display_name as name, w.user_name as "userName", w.external_id as "externalId", w.email,
      json_build_object('id', p.id, 'name', p.name, 'active', p.active) as person
    from directory_waiting w join person p on p.organisation_id = w.organisation_id and p.id = w.person_id
    where w.organisation_id = ${ctx.actor.organisationId} order by p.sort_key, w.id`.execute(ctx.tx)
  return rows
}

export type Unplaced = { readonly department: string; readonly people: number; readonly units: number }
/** Departments of the directory whose people have no unit here, since none is called so, or several are. */
export async function unplaced(ctx: Ctx): Promise<readonly Unplaced[]> {
  const { rows } = await sql<Unplaced>`
    select min(d.department) as department, count(*)::int as people,
      (select count(*)::int from unit u where u.organisation_id = ${ctx.actor.organisationId} and lower(u.name) = d.department_key) as units
    from directory_entry d join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
    where d.organisation_id = ${ctx.actor.organisationId} and d.gone_at is null and d.department_key is not null and p.active and p.unit_id is null
    group by d.department_key order by 1`.execute(ctx.tx)
  return rows
}

export async function keptCounts(ctx: Ctx): Promise<{ readonly people: number; readonly last: Date | null }> {
  const { rows } = await sql<{ people: number; last: Date | null }>`
    select count(*)::int as people, max(changed_at) as last from directory_entry
    where organisation_id = ${ctx.actor.organisationId} and gone_at is null`.execute(ctx.tx)
  return rows[0] ?? { people: 0, last: null }
}
