import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Found, Named, Reference } from '../../kernel/reference.ts'
import { units, unitsById } from './queries.ts'
import { hasWords, likely, wordsOf } from './queries-called.ts'
import { texts } from './texts.ts'

/** So many people fit in a list that one reads through; more are found by name. */
const mostListed = 50
/** So many are shown of those found: whoever sees more than these writes one more letter. */
const mostFound = 20
/** Shorter words find half the organisation. */
const shortestWords = 2

/** A field that points at somebody who works here. Whoever has left keeps the name, and stays chosen where chosen before. */
export const personReference: Reference = {
  choices: async (ctx) => {
    const all = await people(ctx, sql`p.active`, sql`p.sort_key, p.id`, mostListed + 1)
    return all.length > mostListed ? 'tooMany' : all
  },
  named: async (ctx, ids) => {
    if (ids.length === 0) return new Map()
    const found = await people(ctx, sql`p.id = any(${[...ids]}::uuid[])`, sql`p.sort_key, p.id`, ids.length)
    return new Map(found.map((one) => [one.id, one]))
  },
  find: { at: '/personer/finn', matches: findPeople },
  gone: (locale) => texts(locale).reference.left,
}

/** A field that points at a unit, by its place in the tree. */
export const unitReference: Reference = {
  choices: async (ctx) => (await units(ctx)).map(({ id, name, path }) => ({ id, name, depth: path.length - 1 })),
  named: async (ctx, ids) => new Map([...(await unitsById(ctx, ids))].map(([id, { name }]) => [id, { id, name }])),
  gone: (locale) => texts(locale).reference.closed,
}

/** Who answers for what a person, a unit and a role point at. */
export const personReferences = { unit: unitReference, leader: personReference }
export const unitReferences = { parent: unitReference, leader: personReference }
export const roleReferences = { unit: unitReference }
export const fillReferences = { person: personReference, unit: unitReference }

/**
 * Those at work whose name or unit has every word, whole names and beginnings of names first. Only names, units and, where nothing
 * else tells two apart, addresses: what anybody who works here may know.
 */
export async function findPeople(ctx: Ctx, written: string): Promise<Found> {
  const words = wordsOf(written)
  if (words.join('').length < shortestWords) return { found: [], more: false }
  const whole = likely(words.join(' '))
  const order = sql`
    varde_fold(p.name) not like varde_fold(${whole}) || '%', ' ' || varde_fold(p.name) not like '% ' || varde_fold(${likely(words[0] ?? '')}) || '%',
    p.sort_key, p.id`
  const all = await people(ctx, sql`p.active and ${hasWords(words, [sql`p.name`, sql`u.name`])}`, order, mostFound + 1)
  return { found: all.slice(0, mostFound), more: all.length > mostFound }
}

type Row = { readonly id: string; readonly name: string; readonly active: boolean; readonly beside: string | null }

/** Beside the name the unit; where another of that name is in that unit, the address too. */
async function people(ctx: Ctx, which: ReturnType<typeof sql>, order: ReturnType<typeof sql>, most: number): Promise<readonly Named[]> {
  const { organisationId } = ctx.actor
  const { rows } = await sql<Row>`
    select f.id, f.name, f.active, concat_ws(', ', f.unit, case when exists (
        select from person t where t.organisation_id = ${organisationId} and t.id <> f.id and t.active
          and varde_fold(t.name) = varde_fold(f.name) and t.unit_id is not distinct from f.unit_id) then f.email end) as beside
    from (
      select p.id, p.name, p.active, p.email, p.unit_id, u.name as unit, row_number() over (order by ${order}) as at
      from person p left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
      where p.organisation_id = ${organisationId} and ${which}
      order by ${order} limit ${most}
    ) f order by f.at`.execute(ctx.tx)
  return rows.map(({ id, name, active, beside }) => ({ id, name, beside: beside || null, gone: !active }))
}
