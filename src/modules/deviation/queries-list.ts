import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { byDeadline, type ListFilter, numberIn, type Place, statusesAsked } from './casefile/worklist.ts'
import type { AuthorityTrack, Status, SubjectsTrack } from './deviation.ts'
import type { Category } from './report/fields.ts'

/** One line of the worklist: what is shown, and no more. */
export type ListRow = {
  readonly id: string
  readonly status: Status
  readonly year: number
  readonly number: number
  readonly urgent: boolean
  readonly running: boolean
  readonly notifyBy: Date | null
  readonly authorityTrack: AuthorityTrack
  readonly authorityNotifiedAt: Date | null
  readonly subjectsTrack: SubjectsTrack
  readonly categories: readonly Category[]
  readonly shortName: string | null
  readonly unit: string | null
  readonly holder: string | null
}

export type ListPart = {
  readonly rows: readonly ListRow[]
  /** Where the next page begins; null: this is the last. */
  readonly next: Place | null
  /** How many there are in all, counted no further than `countedTo`. */
  readonly count: number
}

export const pageSize = 50
export const countedTo = 1000

/**
 * The cases this person may see, a page at a time. The running clocks come first by the index on deadlines; a full page is one
 * statement, a short one is followed by the cases whose clock has stopped.
 */
export async function listDeviations(ctx: Ctx, filter: ListFilter, after: Place | null): Promise<ListPart> {
  const rows: ListRow[] = []
  for (const slice of slicesOf(filter, after)) {
    if (rows.length > pageSize) break
    rows.push(...(await stretchOf(ctx, filter, slice, pageSize + 1 - rows.length).execute(ctx.tx)).rows)
  }
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const whole = !last && after === null
  return { rows: shown, next: last ? placeOf(last, filter) : null, count: whole ? shown.length : await countDeviations(ctx, filter) }
}

export async function countDeviations(ctx: Ctx, filter: ListFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (select from deviation d where ${wanted(ctx, filter)} limit ${countedTo + 1}) as counted`.execute(
    ctx.tx,
  )
  return rows[0]?.count ?? 0
}

/** What a person may see: its role or its name stands on the case's access list. The organisation first, as in every index. */
export const seenBy = (ctx: Ctx): RawBuilder<boolean> =>
  sql`d.organisation_id = ${ctx.actor.organisationId}
    and (d.access_roles && ${[...ctx.actor.roles]}::text[] or d.access_persons @> array[${ctx.actor.personId}]::uuid[])`

type Slice = { readonly where: RawBuilder<boolean>; readonly order: RawBuilder<unknown> }

// The same answer as clockState() in clock.ts: not told yet, and owed or undecided.
const clockRunning = sql<boolean>`(d.notify_by is not null and d.authority_notified_at is null and d.authority_track <> 'notOwed')`
const orderByDeadline = sql`order by d.notify_by asc nulls last, d.id`
const everything = sql<boolean>`true`

export function slicesOf(filter: ListFilter, after: Place | null): readonly Slice[] {
  if (!byDeadline(filter)) {
    const where = after?.by === 'number' ? sql<boolean>`(d.year, d.number) < (${after.year}, ${after.number})` : everything
    return [{ where, order: sql`order by d.year desc, d.number desc` }]
  }
  const from = after?.by === 'deadline' ? after : null
  const running = { where: sql<boolean>`${clockRunning} and ${beyond(from?.running ? from : null)}`, order: orderByDeadline }
  const stopped = { where: sql<boolean>`not ${clockRunning} and ${beyond(from?.running ? null : from)}`, order: orderByDeadline }
  return from && !from.running ? [stopped] : [running, stopped]
}

/** Everything after a place in the order of deadlines, where no deadline comes last. */
function beyond(from: { readonly notifyBy: Date | null; readonly id: string } | null): RawBuilder<boolean> {
  if (!from) return everything
  if (!from.notifyBy) return sql`(d.notify_by is null and d.id > ${from.id}::uuid)`
  return sql`((d.notify_by, d.id) > (${from.notifyBy}, ${from.id}::uuid) or d.notify_by is null)`
}

/** One stretch of the list. The page is cut before the names are joined on, so that they are looked up for fifty rows and not for all. */
export const stretchOf = (ctx: Ctx, filter: ListFilter, { where, order }: Slice, limit: number): RawBuilder<ListRow> => sql`
  select d.*, h.short_name as "shortName", u.name as unit, p.name as holder from (
    select d.id, d.organisation_id, d.status, d.year, d.number, d.urgent, ${clockRunning} as running, d.notify_by,
      d.notify_by as "notifyBy", d.authority_track as "authorityTrack", d.authority_notified_at as "authorityNotifiedAt",
      d.subjects_track as "subjectsTrack", d.categories, d.affected_unit_id, d.taken_by
    from deviation d where ${wanted(ctx, filter)} and ${where} ${order} limit ${limit}) d
  left join deviation_handling h on h.organisation_id = d.organisation_id and h.deviation_id = d.id
  left join unit u on u.organisation_id = d.organisation_id and u.id = d.affected_unit_id
  left join person p on p.organisation_id = d.organisation_id and p.id = d.taken_by
  ${order}`

const placeOf = (row: ListRow, filter: ListFilter): Place =>
  byDeadline(filter)
    ? { by: 'deadline', running: row.running, notifyBy: row.notifyBy, id: row.id }
    : { by: 'number', year: row.year, number: row.number }

function wanted(ctx: Ctx, filter: ListFilter): RawBuilder<boolean> {
  const all = [seenBy(ctx), statusIn(statusesAsked(filter))]
  const { search, waits, overdue, urgent, caseType, category, unit, year } = filter
  if (search) all.push(found(search.words))
  if (waits) all.push(waitingFor(ctx))
  if (overdue) all.push(sql`${clockRunning} and d.notify_by < ${ctx.now}`)
  if (urgent) all.push(sql`d.urgent`)
  if (caseType) all.push(sql`d.case_type = ${caseType}`)
  if (category) all.push(sql`d.categories @> array[${category}]::text[]`)
  if (unit) all.push(inUnit(ctx, unit))
  if (year) all.push(sql`d.year = ${year}`)
  return sql.join(all, sql` and `)
}

/** As literals, never as parameters: the two partial indexes are chosen by what the statement itself says. */
const statusIn = (statuses: readonly Status[]): RawBuilder<boolean> =>
  sql`d.status in (${sql.join(statuses.map((status) => sql.lit(status)))}) and d.status <> 'draft'`

/** A case number, or the number that another system gave it (S3-08). */
const found = (search: string): RawBuilder<boolean> => {
  const asked = numberIn(search)
  const outside = sql<boolean>`starts_with(lower(d.external_reference), ${search.toLowerCase()})`
  if (!asked) return outside
  const here = asked.year === null ? sql`d.number = ${asked.number}` : sql`(d.year = ${asked.year} and d.number = ${asked.number})`
  return sql`(${here} or ${outside})`
}

/** A task stands open in the case for this person, or for one of the person's roles. */
const waitingFor = (ctx: Ctx): RawBuilder<boolean> =>
  sql`exists (select from task t where t.organisation_id = d.organisation_id and t.subject_id = d.id and t.status = 'open'
    and (t.person_id = ${ctx.actor.personId} or (t.person_id is null and t.roles && ${[...ctx.actor.roles]}::text[])))`

/** The unit and all below it. */
const inUnit = (ctx: Ctx, unit: string): RawBuilder<boolean> =>
  sql`d.affected_unit_id in (select below.id from unit below where below.organisation_id = ${ctx.actor.organisationId}
    and below.path @> array[${unit}]::uuid[])`
