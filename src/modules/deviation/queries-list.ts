import { type RawBuilder, sql } from 'kysely'
import { workRoles } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { locales } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { byDeadline, type ListFilter, numberIn, type Place, statusesAsked } from './casefile/worklist.ts'
import type { AuthorityTrack, Status, SubjectsTrack } from './deviation.ts'
import { type Category, categories } from './report/fields.ts'
import { texts as reportTexts } from './report/texts.ts'

/** One line of the worklist: what is shown, and no more. */
export type ListRow = {
  readonly id: string
  readonly status: Status
  readonly year: number
  readonly number: number
  readonly urgent: boolean
  readonly running: boolean
  readonly notifyBy: Date | null
  /** Nobody has said that personal data are affected. */
  readonly assumed: boolean
  readonly authorityTrack: AuthorityTrack
  readonly authorityNotifiedAt: Date | null
  readonly subjectsTrack: SubjectsTrack
  /** Whether this reader may read the report. Whoever is only asked sees the number alone (S4-138). */
  readonly reads: boolean
  readonly categories: readonly Category[]
  readonly shortName: string | null
  /** The beginning of the report. */
  readonly words: string | null
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
/** Signs of a report that a list reads: it shows fewer, cut between two words. */
const mostRead = 240

/**
 * The cases this person may see, a page at a time. The running clocks come first by the index on deadlines; a full page is one
 * statement, a short one is followed by the cases whose clock has stopped.
 */
export async function listDeviations(ctx: Ctx, filter: ListFilter, after: Place | null): Promise<ListPart> {
  const rows: ListRow[] = []
  const told = (await profileOf(ctx)).deviation.notifyLeader
  for (const slice of slicesOf(filter, after)) {
    if (rows.length > pageSize) break
    rows.push(...(await stretchOf(ctx, filter, slice, pageSize + 1 - rows.length, told).execute(ctx.tx)).rows)
  }
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const whole = !last && after === null
  return { rows: shown, next: last ? placeOf(last, filter) : null, count: whole ? shown.length : await countDeviations(ctx, filter, told) }
}

async function countDeviations(ctx: Ctx, filter: ListFilter, told: boolean): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (select from deviation d where ${wanted(ctx, filter, told)} limit ${countedTo + 1}) as counted`.execute(
    ctx.tx,
  )
  return rows[0]?.count ?? 0
}

/** What a person may see: its role or its name stands on the case's access list. The organisation first, as in every index. */
export const seenBy = (ctx: Ctx): RawBuilder<boolean> =>
  sql`d.organisation_id = ${ctx.actor.organisationId}
    and (d.access_roles && ${[...workRoles(ctx.actor)]}::text[] or d.access_persons @> array[${ctx.actor.personId}]::uuid[])`

/**
 * Whether a person who may see a case may read its report: the same answer as `audienceOf`, which shows whoever is only asked the
 * question and nothing else. A system owner who is both asked and signs is found by the number only: too little, never too much.
 */
const reads = (ctx: Ctx, leadersAreTold: boolean): RawBuilder<boolean> => {
  const me = ctx.actor.personId
  return sql`(d.access_roles && ${[...workRoles(ctx.actor)]}::text[] or d.taken_by = ${me}
    or (d.triage = 'internal' and d.affected_leader_id = ${me}) or (${leadersAreTold} and d.reporter_leader_id = ${me})
    or not exists (select from deviation_inquiry i where i.organisation_id = d.organisation_id and i.deviation_id = d.id
      and i.person_id = ${me} and not i.to_reporter))`
}

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
export const stretchOf = (ctx: Ctx, filter: ListFilter, { where, order }: Slice, limit: number, told: boolean): RawBuilder<ListRow> => sql`
  select d.*, case when d.reads then h.short_name end as "shortName", u.name as unit, p.name as holder from (
    select d.id, d.organisation_id, d.status, d.year, d.number, d.urgent, ${clockRunning} as running, d.notify_by,
      d.notify_by as "notifyBy", d.notify_by_assumed as assumed, d.authority_track as "authorityTrack", d.authority_notified_at as "authorityNotifiedAt",
      d.subjects_track as "subjectsTrack", d.affected_unit_id, d.taken_by,
      r.reads, case when r.reads then d.categories else '{}' end as categories, case when r.reads then left(d.what_happened, ${sql.lit(mostRead)}) end as words
    from deviation d cross join lateral (select ${reads(ctx, told)} as reads) r where ${wanted(ctx, filter, told)} and ${where} ${order} limit ${limit}) d
  left join deviation_handling h on h.organisation_id = d.organisation_id and h.deviation_id = d.id
  left join unit u on u.organisation_id = d.organisation_id and u.id = d.affected_unit_id
  left join person p on p.organisation_id = d.organisation_id and p.id = d.taken_by
  ${order}`

const placeOf = (row: ListRow, filter: ListFilter): Place =>
  byDeadline(filter)
    ? { by: 'deadline', running: row.running, notifyBy: row.notifyBy, id: row.id }
    : { by: 'number', year: row.year, number: row.number }

function wanted(ctx: Ctx, filter: ListFilter, told: boolean): RawBuilder<boolean> {
  const all = [seenBy(ctx), statusIn(statusesAsked(filter))]
  const { search, waits, overdue, urgent, caseType, category, unit, year } = filter
  if (search) all.push(found(ctx, search.words, told))
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

/** A case number, or the number that another system gave it (S3-08); else every word, in the title or in the report. */
const found = (ctx: Ctx, search: string, told: boolean): RawBuilder<boolean> => {
  const asked = numberIn(search)
  const any = [sql<boolean>`starts_with(lower(d.external_reference), ${search.toLowerCase()})`]
  if (asked) any.push(asked.year === null ? sql`d.number = ${asked.number}` : sql`(d.year = ${asked.year} and d.number = ${asked.number})`)
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
  if (words.length > 0) any.push(sql`(${reads(ctx, told)} and ${sql.join(words.map(said), sql` and `)})`)
  return sql`(${sql.join(any, sql` or `)})`
}
const mostWords = 12

/** In the report, in the short name, or in what a category is called: that is the title of a case without a short name. */
const said = (word: string): RawBuilder<boolean> => sql`(position(${word} in varde_fold(d.what_happened)) > 0
  or d.categories && ${categories.filter((one) => named(one).some((name) => name.toLowerCase().includes(word)))}::text[]
  or exists (select from deviation_handling n where n.organisation_id = d.organisation_id and n.deviation_id = d.id
    and position(${word} in varde_fold(n.short_name)) > 0))`
const named = (category: Category): readonly string[] => locales.map((locale) => reportTexts(locale).fields.categories.choices[category])

/** A task stands open in the case for this person, or for one of the person's roles. */
const waitingFor = (ctx: Ctx): RawBuilder<boolean> =>
  sql`exists (select from task t where t.organisation_id = d.organisation_id and t.subject_id = d.id and t.status = 'open'
    and (t.person_id = ${ctx.actor.personId} or (t.person_id is null and t.roles && ${[...workRoles(ctx.actor)]}::text[])))`

/** The unit and all below it. */
const inUnit = (ctx: Ctx, unit: string): RawBuilder<boolean> =>
  sql`d.affected_unit_id in (select below.id from unit below where below.organisation_id = ${ctx.actor.organisationId}
    and below.path @> array[${unit}]::uuid[])`
