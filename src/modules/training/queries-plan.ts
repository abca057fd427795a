import { type RawBuilder, sql } from 'kysely'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { asSql } from '../../kernel/space-sql.ts'
import type { UnitLines } from './plan.ts'
import { trainingSeenBy } from './space.ts'
import type { PlanLine } from './training.ts'

/** Of a requirement `r`: a course has been set up, or there is something to read. The handbook is read where it has been published. */
const offered = sql`(r.article_id is not null or r.link is not null
  or r.fulfilled_by = 'acknowledgement' and r.about <> 'handbook' and r.description is not null
  or exists (select from training_course c where c.organisation_id = r.organisation_id and c.requirement_id = r.id))`
export async function isOffered(ctx: Ctx, requirement: string): Promise<boolean> {
  const { rows } = await sql<{ offered: boolean }>`
    select ${offered} as offered from training_requirement r
    where r.organisation_id = ${ctx.actor.organisationId} and r.id = ${requirement}`.execute(ctx.tx)
  return rows[0]?.offered ?? false
}

/** A requirement, and whether there is anything to take it from. `keeper`: the super user of the system whose users it is for. */
export type Offer = {
  readonly id: string
  readonly name: string
  readonly reads: boolean
  readonly lacks: boolean
  readonly keeper: string | null
  readonly dueAt: Date | null
}
/** Those that lack it and are nobody's task yet, those whose task is another's now, and those that lack it no longer. */
export async function offersToSync(ctx: Ctx): Promise<readonly Offer[]> {
  const { rows } = await sql<Offer>`
    select * from (
      select r.id, r.name, r.fulfilled_by = 'acknowledgement' as reads, t.due_at as "dueAt", t.id as task, t.person_id as held, t.about ->> 'nb' as about,
        r.in_force = 'yes' and (s.id is null or s.in_use = 'yes') and not ${offered} as lacks,
        case when r.applies_to = 'users' then s.super_user_id end as keeper
      from training_requirement r
      left join system s on s.organisation_id = r.organisation_id and s.id = r.system_id
      left join task t on t.organisation_id = r.organisation_id and t.subject_id = r.id and t.kind = 'training_requirement.offer' and t.status = 'open'
      where r.organisation_id = ${ctx.actor.organisationId}) o
    where o.lacks <> (o.task is not null) or o.lacks and (o.held is distinct from o.keeper or o.about is distinct from o.name)
    order by o.id limit 500`.execute(ctx.tx)
  return rows
}

/**
 * What each person must know and whether they do: a row a person and requirement, worked out from roles, the users of systems and what has
 * been completed, so that it is true from the moment any of them changes. `whom`: which people, who stand as `p`.
 */
const planOf = (ctx: Ctx, whom: RawBuilder<unknown>) => {
  const { organisationId } = ctx.actor
  const today = localDate(ctx.now)
  const holdsRole = sql`(
    exists (
      select from role_assignment a
      where a.organisation_id = p.organisation_id and a.person_id = p.id and a.role = any(r.roles)
        and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today}))
    or 'leader' = any(r.roles) and exists (select from unit l where l.organisation_id = p.organisation_id and l.leader_id = p.id)
    or 'superUser' = any(r.roles) and exists (select from system o where o.organisation_id = p.organisation_id and o.super_user_id = p.id and o.in_use = 'yes')
    or 'systemOwner' = any(r.roles) and exists (select from system o where o.organisation_id = p.organisation_id and o.owner_id = p.id and o.in_use = 'yes'))`
  return sql`
    select p.id as person_id, p.name as person, p.sort_key as person_order, p.unit_id, p.leader_id, r.id as requirement_id,
      r.name as requirement, r.sort_key as requirement_order, r.about, r.fulfilled_by, r.system_id, s.name as system, s.super_user_id,
      r.article_id, ${offered} as is_offered, r.due_days, done.on_day as done_on, (done.on_day + make_interval(months => r.valid_months))::date as until,
      ((t.due_at - interval '1 second') at time zone 'Europe/Oslo')::date as due_on
    from person p
    join training_requirement r on r.organisation_id = p.organisation_id and r.in_force = 'yes'
    left join system s on s.organisation_id = r.organisation_id and s.id = r.system_id
    left join article_published a on a.organisation_id = r.organisation_id and a.id = r.article_id
    left join lateral (
      select case when r.article_id is null then (
          select max(c.completed_on) from training_completion c
          where c.organisation_id = p.organisation_id and c.lapsed_at is null and (r.again_on is null or c.completed_on >= r.again_on)
            and c.person_id = p.id and c.requirement_id = r.id)
        else (
          select (k.at at time zone 'Europe/Oslo')::date from article_confirmation k
          where k.organisation_id = p.organisation_id and k.article_id = a.id and k.edition = a.edition and k.person_id = p.id)
        end as on_day) done on true
    left join task t on t.organisation_id = p.organisation_id and t.subject_id = p.id and t.kind = 'training.complete'
      and t.key = r.id::text and t.status = 'open'
    where p.organisation_id = ${organisationId} and p.active and ${whom}
      and (s.id is null or s.in_use = 'yes')
      and (r.applies_to = 'everybody'
        or r.applies_to = 'roles' and ${holdsRole}
        or r.applies_to = 'users' and exists (
          select from training_user w where w.organisation_id = p.organisation_id and w.system_id = r.system_id and w.person_id = p.id))`
}

const columns = sql`
  d.person_id as "personId", d.person, d.unit_id as "unitId", d.leader_id as "leaderId", d.requirement_id as "requirementId", d.requirement,
  d.about, d.fulfilled_by as "fulfilledBy", d.system_id as "systemId", d.system, d.super_user_id as "superUserId", d.article_id as "articleId",
  d.is_offered as "isOffered",
  d.done_on::text as "doneOn", d.until::text as until, d.due_on::text as "dueOn", d.due_days as "dueDays"`
const among = (ids: readonly string[]) => sql`p.id = any(${[...ids]}::uuid[])`

/** As many lines as a page shows. */
const most = 5000

/** The plans of these people, whoever asks: for their tasks. */
export async function plansOf(ctx: Ctx, persons: readonly string[]): Promise<readonly PlanLine[]> {
  if (persons.length === 0) return []
  const { rows } = await sql<PlanLine>`
    select ${columns} from (${planOf(ctx, among(persons))}) d order by d.requirement_order, d.requirement_id`.execute(ctx.tx)
  return rows
}
export const ownPlan = (ctx: Ctx): Promise<readonly PlanLine[]> => plansOf(ctx, [ctx.actor.personId])

export type Within = { readonly unit: string } | { readonly system: string } | { readonly mine: true }
/** What whoever asks may see of a unit and those below it, of the users of a system, or of all whom they lead. By person, then requirement. */
export async function matrixLines(ctx: Ctx, within: Within): Promise<readonly PlanLine[]> {
  const { actor } = ctx
  const whom =
    'unit' in within
      ? sql`exists (select from unit u where u.organisation_id = p.organisation_id and u.id = p.unit_id and ${within.unit}::uuid = any(u.path))`
      : 'system' in within
        ? sql`exists (select from training_user w
            where w.organisation_id = p.organisation_id and w.person_id = p.id and w.system_id = ${within.system})`
        : sql`(p.unit_id = any(${[...actor.leads]}::uuid[]) or p.leader_id = ${actor.personId})`
  const only = 'system' in within ? sql`d.system_id = ${within.system}` : sql`true`
  const { rows } = await sql<PlanLine>`
    select ${columns} from (${planOf(ctx, whom)}) d
    where ${only} and ${asSql(trainingSeenBy(actor), actor)}
    order by d.person_order, d.person_id, d.requirement_order, d.requirement_id limit ${most}`.execute(ctx.tx)
  return rows
}

/** How many of each unit's people have met all that is asked of them. `unit`: that one and those below it, as one. Null: all, each by itself. */
export async function trainedByUnit(ctx: Ctx, unit: string | null): Promise<readonly UnitLines[]> {
  const whom =
    unit === null
      ? sql`p.unit_id is not null`
      : sql`exists (select from unit u where u.organisation_id = p.organisation_id and u.id = p.unit_id and ${unit}::uuid = any(u.path))`
  const today = localDate(ctx.now)
  const { rows } = await sql<UnitLines>`
    with trained as (
      select d.person_id, ${unit === null ? sql`d.unit_id` : sql`${unit}::uuid`} as unit_id,
        bool_and(d.done_on is not null and (d.until is null or d.until > ${today})) as done
      from (${planOf(ctx, whom)}) d group by d.person_id, d.unit_id)
    select u.id as unit, u.name, count(*)::integer as people, count(*) filter (where x.done)::integer as done
    from trained x join unit u on u.organisation_id = ${ctx.actor.organisationId} and u.id = x.unit_id
    group by u.id, u.name, u.sort_key order by u.sort_key, u.id`.execute(ctx.tx)
  return rows
}

/** The next people after one of them, and those of them whose tasks are not those that follow from their plan. */
export async function peopleToSync(ctx: Ctx, after: string, count: number) {
  const { rows } = await sql<{ id: string; keys: readonly string[] }>`
    select p.id, array(
      select t.key from task t where t.organisation_id = p.organisation_id and t.subject_id = p.id and t.kind = 'training.complete'
        and t.status = 'open') as keys
    from person p where p.organisation_id = ${ctx.actor.organisationId} and p.id > ${after} order by p.id limit ${count}`.execute(ctx.tx)
  return rows
}
