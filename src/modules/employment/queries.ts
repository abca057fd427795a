import { type RawBuilder, sql } from 'kysely'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import { leadsPerson, standingAccesses } from '../access/public.ts'
import { personReference } from '../people/public.ts'
import type { Checklist, Employment, Facts, Standing } from './employment.ts'
import { employmentFields } from './fields.ts'
import { maySee } from './rules.ts'
import { isSeen } from './space.ts'
import { listsOf, store } from './store.ts'

export const { keyed: employmentsNumbered } = store
export const references = { person: personReference }

const own = (ctx: Ctx): RawBuilder<boolean> => sql`d.organisation_id = ${ctx.actor.organisationId}`
/** The employments that exist for whoever asks: the same rule as `maySee`. */
export const seenBy = (ctx: Ctx): RawBuilder<boolean> =>
  sql`${own(ctx)} and ${asSql(isSeen(ctx.actor), ctx.actor, { leadsPerson: leadsPerson(ctx, sql`d.person_id`) })}`

export async function standingFor(ctx: Ctx, person: string | null): Promise<Standing> {
  const { rows } = await sql<Standing>`select ${leadsPerson(ctx, sql`${person}::uuid`)} as "leadsPerson"`.execute(ctx.tx)
  return rows[0] ?? { leadsPerson: false }
}

/** An employment that whoever asks may see. */
export async function findEmployment(ctx: Ctx, id: string): Promise<Employment | undefined> {
  const found = await store.find(ctx, id)
  return found && maySee(found.values.person, await standingFor(ctx, found.values.person), ctx.actor) ? found : undefined
}

type EmploymentRow = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>
const employmentOf = (row: EmploymentRow): Employment => ({ id: row.id, version: row.version, values: fromRow(employmentFields, row) })

/** All that a person has or has had here. Asked by rules, never by a page. */
export async function employmentsOf(ctx: Ctx, person: string): Promise<readonly Employment[]> {
  const { rows } = await sql<EmploymentRow>`
    select d.* from employment d where ${own(ctx)} and d.person_id = ${person} order by d.starts_on desc, d.id`.execute(ctx.tx)
  return rows.map(employmentOf)
}

/** Those of a person that run or are to begin. */
export async function runningOf(ctx: Ctx, person: string): Promise<readonly Employment[]> {
  const today = localDate(ctx.now)
  return (await employmentsOf(ctx, person)).filter(({ values }) => values.endsOn === null || values.endsOn >= today)
}

/** The last day a person works here in any employment; null: none is set. */
export async function lastDayOf(ctx: Ctx, person: string): Promise<LocalDate | null> {
  const all = (await employmentsOf(ctx, person)).map(({ values }) => values.endsOn)
  return all.length === 0 || all.includes(null)
    ? null
    : (all
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null)
}

/** Whose an employment is, for what another module shows on its page; null where whoever asks may not see it. */
export const findEmployed = async (ctx: Ctx, id: string): Promise<string | null> => (await findEmployment(ctx, id))?.values.person ?? null

/**
 * Whose employment this is, and the last day they work here in any, for what follows from it elsewhere; null: they stay. Asked by rules,
 * never by a page.
 */
export async function leavingOf(ctx: Ctx, id: string): Promise<{ readonly person: string; readonly endsOn: LocalDate | null } | undefined> {
  const person = (await store.find(ctx, id))?.values.person
  return person ? { person, endsOn: await lastDayOf(ctx, person) } : undefined
}

/** What the points of a checklist wait for outside it. */
export async function factsOf(ctx: Ctx, { values }: Employment): Promise<Facts> {
  const open = values.person === null ? [] : await standingAccesses(ctx, values.person)
  return {
    values,
    openSystems: open.filter((access) => access.values.system !== null).length,
    openZones: open.filter((access) => access.values.zone !== null).length,
  }
}

export const checklistsOf = (ctx: Ctx, employment: string): Promise<readonly Checklist[]> => listsOf(ctx, employment)
