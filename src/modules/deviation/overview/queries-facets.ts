import { type RawBuilder, sql } from 'kysely'
import { workRoles } from '../../../kernel/actor.ts'
import { columnOf } from '../../../kernel/columns.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { reportFields } from '../fields-report.ts'
import { attributes, type Facet, shapeOf, toldBy, unsaid } from './facets.ts'

/** Whether they take part in the case, and so read its assessment as well (`audienceOf`): too little, never too much. */
const readsWhole = (ctx: Ctx): RawBuilder<boolean> =>
  sql`(d.access_roles && ${[...workRoles(ctx.actor)]}::text[] or d.taken_by = ${ctx.actor.personId})`

/**
 * Whether a person who may see a case may read its report: the same answer as `audienceOf`, which shows whoever is only asked the
 * question and nothing else. A system owner who is both asked and signs is found by the number only: too little, never too much.
 */
export const reads = (ctx: Ctx, leadersAreTold: boolean): RawBuilder<boolean> => {
  const me = ctx.actor.personId
  return sql`(${readsWhole(ctx)}
    or (d.triage = 'internal' and d.affected_leader_id = ${me}) or (${leadersAreTold} and d.reporter_leader_id = ${me})
    or not exists (select from deviation_inquiry i where i.organisation_id = d.organisation_id and i.deviation_id = d.id
      and i.person_id = ${me} and not i.to_reporter))`
}

/** The case answers this, or has answered nothing. A figure counts by the same answer (`answerOf`), so it opens a list of as many. */
export function answers(ctx: Ctx, facet: Facet, value: string): RawBuilder<boolean> {
  if (facet === 'level')
    return sql`${readsWhole(ctx)} and coalesce((select ${levelIn} from deviation_assessment a
      where a.organisation_id = d.organisation_id and a.deviation_id = d.id), ${unsaid}) = ${value}`
  return shapeOf(facet).many ? sql`${value} = any(${answerOf(ctx, facet)})` : sql`${answerOf(ctx, facet)} = ${value}`
}

/** A finished assessment; one that has fallen says nothing. */
const levelIn = sql`case when a.assessed_at is not null then a.level end`

/**
 * What a case `d` answers: a code, or codes where it may have several; `unsaid` where nothing is answered, and null where it is not asked, or
 * is not this reader's to know. For the level the assessment stands beside as `a`.
 */
export function answerOf(ctx: Ctx, facet: Facet): RawBuilder<string | readonly string[] | null> {
  switch (facet) {
    case 'channel':
      return sql`d.channel`
    case 'attribute':
      return orUnsaid(
        sql`array_remove(array[${sql.join(attributes.map((one) => sql`case when ${tells(one)} then ${sql.lit(one)} end`))}], null)`,
      )
    case 'level':
      return sql`case when ${readsWhole(ctx)} then coalesce(${levelIn}, ${sql.lit(unsaid)}) end`
    case 'notified':
      return sql`case when d.notify_by is null then 'noClock' when d.authority_track = 'notOwed' then 'notOwed'
        when d.authority_notified_at <= d.notify_by then 'met' when d.authority_notified_at is not null then 'late'
        when d.notify_by >= ${ctx.now}::timestamptz then 'running' else 'overdue' end`
    default: {
      const { question, many, below, aboutPeople } = shapeOf(facet)
      const column = sql`d.${sql.ref(columnOf(reportFields, question ?? facet))}`
      const said = many ? orUnsaid(column) : sql<string>`coalesce(${column}, ${sql.lit(unsaid)})`
      if (below) return sql<string | null>`case when ${chosen(below)} then ${said} end`
      return aboutPeople ? sql`case when ${peopleAffected} then ${said} end` : said
    }
  }
}

/** What is asked of those affected says nothing once it is said that nobody is. */
export const peopleAffected = sql<boolean>`d.personal_data is distinct from 'no'`

/** From discovery to report. An older register says days, and days make no hours. */
export const hoursToReport = sql<number | null>`case when d.channel <> 'imported'
  then extract(epoch from d.received_at - d.discovered_at)::double precision / 3600 end`
const chosen = (category: string) => sql<boolean>`d.categories @> array[${sql.lit(category)}]`
const orUnsaid = (list: RawBuilder<unknown>) =>
  sql<readonly string[]>`case when ${list} = '{}' then array[${sql.lit(unsaid)}] else ${list} end`
const anyOf = (column: string, codes: readonly string[]) =>
  sql<boolean>`d.${sql.ref(column)} && array[${sql.join(codes.map((code) => sql.lit(code)))}]::text[]`

function tells(attribute: (typeof attributes)[number]): RawBuilder<boolean> {
  const { openDataAffects, effects, breachKinds } = toldBy[attribute]
  const told = sql<boolean>`(${peopleAffected} and (${anyOf('effects', effects)} or ${anyOf('breach_kinds', breachKinds)}))`
  return openDataAffects.length === 0 ? told : sql`(${told} or (${chosen('OPEN_DATA')} and ${anyOf('open_data_affects', openDataAffects)}))`
}
