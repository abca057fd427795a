import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Called, Named, Reference } from '../../kernel/reference.ts'
import type { measureKinds } from './fields.ts'
import { mayReadAll } from './rules.ts'
import { texts } from './texts.ts'

/** A measure of an analysis, as those outside see it: what, whose, by when, and whether it is carried out. */
export type MeasureLine = {
  readonly id: string
  readonly name: string
  readonly risk: string
  readonly kind: (typeof measureKinds)[number]
  readonly owner: string | null
  readonly dueOn: LocalDate | null
  readonly doneOn: LocalDate | null
}

const most = 500

async function lines(ctx: Ctx, which: RawBuilder<unknown>): Promise<readonly MeasureLine[]> {
  const { rows } = await sql<MeasureLine>`
    select m.id, m.name, m.risk_id as risk, m.kind, m.owner_id as owner, m.due_on::text as "dueOn", m.done_on::text as "doneOn"
    from risk_measure m join risk r on r.organisation_id = m.organisation_id and r.id = m.risk_id
    where m.organisation_id = ${ctx.actor.organisationId} and ${which}
    order by m.done_on is not null, m.due_on nulls last, m.id limit ${most}`.execute(ctx.tx)
  return rows
}

export const measuresById = (ctx: Ctx, ids: readonly string[]): Promise<readonly MeasureLine[]> =>
  ids.length === 0 ? Promise.resolve([]) : lines(ctx, sql`m.id = any(${[...ids]}::uuid[])`)

/** What the analyses of a zone that are not ended do about what may happen there. */
export const measuresOfZone = (ctx: Ctx, zone: string): Promise<readonly MeasureLine[]> =>
  lines(ctx, sql`r.status <> 'ended' and r.zones_ids @> array[${zone}::uuid]`)

const called = (ctx: Ctx, which: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
  sql<Named>`
    select m.id, m.name, r.name as beside, r.status = 'ended' as gone
    from risk_measure m join risk r on r.organisation_id = m.organisation_id and r.id = m.risk_id
    where m.organisation_id = ${ctx.actor.organisationId} and ${which} order by ${order} limit ${most}`.execute(ctx.tx)

/** A field of a later module that names measures of analyses: chosen by those who may read the analyses, what is not carried out first. */
export const measureReference: Reference = {
  to: 'risk_measure',
  choices: async (ctx) =>
    mayReadAll(ctx.actor) ? (await called(ctx, sql`r.status <> 'ended'`, sql`m.done_on is not null, r.sort_key, m.name, m.id`)).rows : [],
  named: async (ctx, ids) => {
    if (ids.length === 0) return new Map()
    const { rows } = await called(ctx, sql`m.id = any(${[...ids]}::uuid[])`, sql`r.sort_key, m.name, m.id`)
    return new Map(rows.map((one) => [one.id, one]))
  },
  called: async (ctx, names) => {
    if (!mayReadAll(ctx.actor)) return []
    const { rows } = await sql<Called>`
      select wanted.name as as, m.id, m.name from unnest(${[...names]}::text[]) as wanted (name)
      join risk_measure m on m.organisation_id = ${ctx.actor.organisationId} and lower(m.name) = lower(wanted.name)`.execute(ctx.tx)
    return rows
  },
  gone: (locale) => texts(locale).ended,
}
