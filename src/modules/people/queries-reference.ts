import { type RawBuilder, sql } from 'kysely'
import type { Office } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Called, Found, Named, Reference } from '../../kernel/reference.ts'
import { personsWithRoles, reachOf, units, unitsById } from './queries.ts'
import { likely, type UnitsByWord, unitsByWord, withWords, wordsOf } from './queries-called.ts'
import { texts } from './texts.ts'

/** So many people fit in a list that one reads through; more are found by name. */
const mostListed = 50
/** So many are shown of those found: whoever sees more than these writes one more letter. */
const mostFound = 20
/** Shorter words find half the organisation. */
const shortestWords = 2

/** A field that points at somebody who works here. Whoever has left keeps the name, and stays chosen where chosen before. */
export const personReference: Reference = {
  to: 'person',
  choices: async (ctx) => {
    const all = await named(ctx, people(ctx, sql`p.active`, sql`p.sort_key, p.id`, mostListed + 1))
    return all.length > mostListed ? 'tooMany' : all
  },
  named: async (ctx, ids) => {
    if (ids.length === 0) return new Map()
    const found = await named(ctx, people(ctx, sql`p.id = any(${[...ids]}::uuid[])`, sql`p.sort_key, p.id`, ids.length))
    return new Map(found.map((one) => [one.id, one]))
  },
  called: calledPeople,
  find: { at: '/personer/finn', matches: findPeople },
  gone: (locale) => texts(locale).reference.left,
}

/**
 * A field that points at one of those who do the work of an office: its holders, or whoever stands in while there are none. Whoever no longer
 * does keeps the name where they were chosen, and is not chosen anew.
 */
export function officeReference(office: Office): Reference {
  const today = async (ctx: Ctx) => personsWithRoles(ctx, (await reachOf(ctx, [office])).reached)
  const { find: _, ...person } = personReference
  return {
    ...person,
    choices: async (ctx) => [
      ...(
        await personReference.named(
          ctx,
          (await today(ctx)).map(({ id }) => id),
        )
      ).values(),
    ],
    named: async (ctx, ids) => {
      const those = new Set((await today(ctx)).map(({ id }) => id))
      return new Map([...(await personReference.named(ctx, ids))].map(([id, one]) => [id, { ...one, gone: !those.has(id) }]))
    },
    gone: (locale) => texts(locale).reference.noLonger,
  }
}

/** A field that points at a unit, by its place in the tree. */
export const unitReference: Reference = {
  to: 'unit',
  choices: async (ctx) => (await units(ctx)).map(({ id, name, path }) => ({ id, name, depth: path.length - 1 })),
  named: async (ctx, ids) => new Map([...(await unitsById(ctx, ids))].map(([id, { name }]) => [id, { id, name }])),
  called: async (ctx, names) => {
    const { rows } = await sql<Called>`
      select wanted.name as as, u.id, u.name from unnest(${[...names]}::text[]) as wanted (name)
      join unit u on u.organisation_id = ${ctx.actor.organisationId} and lower(u.name) = lower(wanted.name)`.execute(ctx.tx)
    return rows
  },
  gone: (locale) => texts(locale).reference.closed,
}

/** Who answers for what a person, a unit and a role point at. */
export const personReferences = { unit: unitReference, leader: personReference }
export const unitReferences = { parent: unitReference, leader: personReference, researchPortalPeople: personReference }
export const roleReferences = { unit: unitReference }
export const fillReferences = { person: personReference, unit: unitReference }

/**
 * Those at work whose name or unit has every word, whole names and beginnings of names first. Only names, units and, where nothing
 * else tells two apart, addresses: what anybody who works here may know.
 */
export async function findPeople(ctx: Ctx, written: string): Promise<Found> {
  const words = wordsOf(written)
  if (words.join('').length < shortestWords) return { found: [], more: false }
  const all = await named(ctx, lookedFor(ctx, words, await unitsByWord(ctx, words)))
  return { found: all.slice(0, mostFound), more: all.length > mostFound }
}

/** What is asked of the database for these words: a test reads its plan. */
export function lookedFor(ctx: Ctx, words: readonly string[], units: UnitsByWord): RawBuilder<Row> {
  const whole = likely(words.join(' '))
  const order = sql`
    varde_fold(p.name) not like varde_fold(${whole}) || '%', ' ' || varde_fold(p.name) not like '% ' || varde_fold(${likely(words[0] ?? '')}) || '%',
    p.sort_key, p.id`
  return people(ctx, sql`p.active and ${withWords(ctx, words, units)}`, order, mostFound + 1)
}

/** By name or by address: where two are called the same, the address tells which. */
async function calledPeople(ctx: Ctx, names: readonly string[]): Promise<readonly Called[]> {
  const { rows } = await sql<Called>`
    select wanted.name as as, p.id, p.name, not p.active as gone from unnest(${[...names]}::text[]) as wanted (name)
    join person p on p.organisation_id = ${ctx.actor.organisationId} and (lower(p.name) = lower(wanted.name) or lower(p.email) = lower(wanted.name))
    `.execute(ctx.tx)
  return rows
}

type Row = { readonly id: string; readonly name: string; readonly active: boolean; readonly beside: string | null }

/** Beside the name the unit; where another of that name is in that unit, the address too. */
function people({ actor }: Ctx, which: RawBuilder<unknown>, order: RawBuilder<unknown>, most: number): RawBuilder<Row> {
  const { organisationId } = actor
  return sql<Row>`
    select f.id, f.name, f.active, concat_ws(', ', f.unit, case when exists (
        select from person t where t.organisation_id = ${organisationId} and t.id <> f.id and t.active
          and t.sort_key = f.sort_key and varde_fold(t.name) = varde_fold(f.name) and t.unit_id is not distinct from f.unit_id) then f.email end) as beside
    from (
      select p.id, p.name, p.active, p.email, p.unit_id, p.sort_key, u.name as unit, row_number() over (order by ${order}) as at
      from person p left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
      where p.organisation_id = ${organisationId} and ${which}
      order by ${order} limit ${most}
    ) f order by f.at`
}

async function named(ctx: Ctx, asked: RawBuilder<Row>): Promise<readonly Named[]> {
  const { rows } = await asked.execute(ctx.tx)
  return rows.map(({ id, name, active, beside }) => ({ id, name, beside: beside || null, gone: !active }))
}
