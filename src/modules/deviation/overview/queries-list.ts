import { type RawBuilder, sql } from 'kysely'
import { workRoles } from '../../../kernel/actor.ts'
import { endOfDay, startOfDay } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Rows } from '../../../register/view.ts'
import type { AuthorityTrack, Channel, Status, SubjectsTrack } from '../deviation.ts'
import type { Category } from '../fields-report.ts'
import { profileOf } from '../queries-profile.ts'
import { workedBy } from '../queries-standing.ts'
import { facetNames } from './facets.ts'
import { answers, reads } from './queries-facets.ts'
import { soughtCases } from './queries-words.ts'
import { type ListFilter, noFilter, statusesAsked } from './worklist.ts'

/** One line of the worklist: what is shown, and no more. */
export type ListRow = {
  readonly id: string
  readonly status: Status
  readonly year: number
  readonly number: number
  readonly urgent: boolean
  /** Out of an older register. */
  readonly imported: boolean
  readonly channel: Channel
  readonly running: boolean
  readonly notifyBy: Date | null
  /** The nearest by other rules than the GDPR. */
  readonly regimeDue: Date | null
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
  readonly receivedAt: Date | null
  readonly unit: string | null
  readonly holder: string | null
}

/** Signs of a report that a list reads: it shows fewer, cut between two words. */
const mostRead = 240

/** The cases `d` that this person may see, as a list asks for them. */
export async function listedCases(ctx: Ctx, filter: ListFilter): Promise<Rows> {
  const told = (await profileOf(ctx)).deviation.notifyLeader
  return {
    table: 'deviation',
    as: 'd',
    seen: wanted(ctx, filter, told),
    select: sql`d.id, d.status, d.year, d.number, d.urgent, d.channel = 'imported' as imported, d.channel, ${clockRunning} as running, d.notify_by as "notifyBy", d.regime_due as "regimeDue", d.notify_by_assumed as assumed,
      d.authority_track as "authorityTrack", d.authority_notified_at as "authorityNotifiedAt", d.subjects_track as "subjectsTrack",
      d.received_at as "receivedAt", k.reads, case when k.reads then d.categories else '{}' end as categories,
      case when k.reads then left(d.what_happened, ${sql.lit(mostRead)}) end as words,
      case when k.reads then h.short_name end as "shortName", u.name as unit, p.name as holder`,
    joins: sql`cross join lateral (select ${reads(ctx, told)} as reads) k
      left join deviation_handling h on h.organisation_id = d.organisation_id and h.deviation_id = d.id
      left join unit u on u.organisation_id = d.organisation_id and u.id = d.affected_unit_id
      left join person p on p.organisation_id = d.organisation_id and p.id = d.taken_by`,
  }
}

/** All that a unit has open, whoever may open them: to be counted, and for nothing else. */
export const casesOfUnits = (ctx: Ctx, { unit, overdue }: Pick<ListFilter, 'unit' | 'overdue'>): Rows => ({
  table: 'deviation',
  as: 'd',
  seen: sql`d.organisation_id = ${ctx.actor.organisationId} and ${narrowed(ctx, { ...noFilter, unit, overdue }, false)}`,
  select: sql`d.id`,
})

// The same answer as clockState() in clock.ts: not told yet, and owed or undecided.
const clockRunning = sql<boolean>`(d.notify_by is not null and d.authority_notified_at is null and d.authority_track <> 'notOwed')`
/** What a case `d` must be to be in the list. `told`: the profile tells leaders what their people report. */
export const wanted = (ctx: Ctx, filter: ListFilter, told: boolean): RawBuilder<boolean> =>
  sql`${workedBy(ctx)} and ${narrowed(ctx, filter, told)}`

function narrowed(ctx: Ctx, filter: ListFilter, told: boolean): RawBuilder<boolean> {
  const all = [statusIn(statusesAsked(filter))]
  const { search, waits, overdue, urgent, caseType, unit, year, from, to } = filter
  const asked = facetNames.flatMap((name) => filter[name] ?? [])
  // What is narrowed by what the report says tells what it says: for those who may read it (S4-138).
  if (asked.length > 0 || caseType || from || to) all.push(reads(ctx, told))
  if (search) all.push(found(ctx, search.words, told))
  // One incident is listed and counted once; its other number still finds it (S4-136).
  else all.push(sql`d.merged_into is null`)
  if (waits === 'me') all.push(waitingFor(ctx))
  if (waits === 'nobody') all.push(sql`d.taken_by is null and d.status <> 'closed'`)
  if (overdue) all.push(sql`((${clockRunning} and d.notify_by < ${ctx.now}) or d.regime_due < ${ctx.now})`)
  if (urgent) all.push(sql`d.urgent`)
  if (caseType) all.push(sql`d.case_type = ${caseType}`)
  for (const name of facetNames) {
    const value = filter[name]
    if (value !== null) all.push(answers(ctx, name, value))
  }
  if (unit) all.push(inUnit(ctx, unit))
  if (year) all.push(sql`d.counted_year = ${year}`)
  if (from) all.push(sql`d.received_at >= ${startOfDay(from)}`)
  if (to) all.push(sql`d.received_at < ${endOfDay(to)}`)
  return sql.join(all, sql` and `)
}

/** As literals, never as parameters: the two partial indexes are chosen by what the statement itself says. */
const statusIn = (statuses: readonly Status[]): RawBuilder<boolean> =>
  sql`d.status in (${sql.join(statuses.map((status) => sql.lit(status)))}) and d.status <> 'draft'`

/** Meant by a number; else by words, for those who may read the report (S4-138). */
function found(ctx: Ctx, search: string, told: boolean): RawBuilder<boolean> {
  const { ids, isExact } = soughtCases(ctx, search)
  return sql`(d.id in (${ids}) and (${isExact} or ${reads(ctx, told)}))`
}

/** A task stands open in the case for this person, or for one of the person's roles. */
const waitingFor = (ctx: Ctx): RawBuilder<boolean> =>
  sql`exists (select from task t where t.organisation_id = d.organisation_id and t.subject_id = d.id and t.status = 'open'
    and (t.person_id = ${ctx.actor.personId} or (t.person_id is null and t.roles && ${[...workRoles(ctx.actor)]}::text[])))`

/** The unit and all below it. */
const inUnit = (ctx: Ctx, unit: string): RawBuilder<boolean> =>
  sql`d.affected_unit_id in (select below.id from unit below where below.organisation_id = ${ctx.actor.organisationId}
    and below.path @> array[${unit}]::uuid[])`
