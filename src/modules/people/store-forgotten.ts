import { sql } from 'kysely'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Expiring } from '../../kernel/expiring.ts'

/**
 * Somebody who has left: all that is kept of them but the name goes, in each module's own tables too. The name goes with it where nothing says
 * what they did; a decision without whoever made it proves nothing. Whoever has come back has no such day.
 */
export const personsExpire: Expiring = {
  since: sql`case when not r.active and r.forgotten_on is null then r.left_on end`,
  remove: async (ctx, ids) => {
    for (const id of ids) await ctx.house.react(ctx, { type: 'person', id }, [{ type: 'person.forgotten' }])
    const [own, among] = [sql`organisation_id = ${ctx.actor.organisationId}`, sql`any(${ids}::uuid[])`]
    await sql`delete from role_assignment where ${own} and person_id = ${among}`.execute(ctx.tx)
    // Nobody who works here has a leader who left that long ago.
    await sql`update person set leader_id = null, version = version + 1 where ${own} and leader_id = ${among}`.execute(ctx.tx)
    await sql`update person set email = null, unit_id = null, leader_id = null, locale = null, demo_slug = null,
      forgotten_on = ${localDate(ctx.now)}, version = version + 1 where ${own} and id = ${among}`.execute(ctx.tx)
    await removeUnnamed(ctx, ids)
  },
}

/** Days between each time that a name is looked for. */
const lookedForDays = 30
const most = 200

/**
 * The names that nothing needs any more, as when the records that said what they did have gone: each is looked for every thirtieth day, since
 * it is looked for everywhere. Answers how many went.
 */
export async function removeNames(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from person where organisation_id = ${ctx.actor.organisationId} and not active
      and forgotten_on <= ${addDays(localDate(ctx.now), -lookedForDays)}::date
      and (${localDate(ctx.now)}::date - forgotten_on) % ${lookedForDays}::int = 0
    order by id limit ${most} for update skip locked`.execute(ctx.tx)
  return rows.length === 0
    ? 0
    : removeUnnamed(
        ctx,
        rows.map(({ id }) => id),
      )
}

async function removeUnnamed(ctx: Ctx, ids: readonly string[]): Promise<number> {
  let left = ids
  for (const named of await namingPlaces(ctx)) {
    if (left.length === 0) return 0
    const { rows } = await named(left).execute(ctx.tx)
    left = left.filter((id) => !rows.some((row) => row.id === id))
  }
  // What is sealed names nobody to the database: the modules that hold it know.
  const kept = await Promise.all(left.map(async (id) => ((await ctx.house.keeps(ctx, { type: 'person', id })) ? id : null)))
  left = left.filter((id) => !kept.includes(id))
  if (left.length === 0) return 0
  await sql`delete from person where organisation_id = ${ctx.actor.organisationId} and id = any(${left}::uuid[])`.execute(ctx.tx)
  return left.length
}

type Place = { readonly name: string; readonly column: string; readonly kind: 'one' | 'several' | 'said' }
/**
 * Every place that may name a person, as the database itself says, so that none is forgotten: what points at one, lists of ids, and what is kept
 * whole, as an earlier version of a record is. The cheapest first, and the log last among those that point.
 */
async function namingPlaces(ctx: Ctx) {
  const { rows } = await sql<Place>`
    select t.relname as name, a.attname as column, k.kind
    from pg_class t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    cross join lateral (select case
      when a.atttypid = 'uuid[]'::regtype then 'several' when a.atttypid = 'jsonb'::regtype then 'said'
      when exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'f' and c.confrelid = 'person'::regclass
        and c.confdeltype <> 'c' and a.attnum = any (c.conkey) and a.attname <> 'organisation_id') then 'one' end as kind) k
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and k.kind is not null
      and exists (select from pg_attribute o where o.attrelid = t.oid and o.attname = 'organisation_id')
    order by array_position(array['one', 'several', 'said'], k.kind), t.relname like 'audit%', t.relname, a.attname`.execute(ctx.tx)
  const own = sql`organisation_id = ${ctx.actor.organisationId}`
  return rows.map(({ name, column, kind }) => (ids: readonly string[]) => {
    const [table, of] = [sql.table(name), sql.ref(column)]
    if (kind === 'one') return sql<{ id: string }>`select distinct ${of} as id from ${table} where ${own} and ${of} = any(${ids}::uuid[])`
    const among = sql`select i.id from unnest(${ids}::uuid[]) as i (id) where exists (select from ${table} where ${own}`
    return kind === 'several'
      ? sql<{ id: string }>`${among} and i.id = any(${of}))`
      : sql<{ id: string }>`${among} and ${of}::text like '%' || i.id || '%')`
  })
}
