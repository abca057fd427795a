import { sql } from 'kysely'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { articleReference } from '../guidance/public.tsx'
import { personReference, unitReference } from '../people/public.ts'
import { findSystem, systemReference } from '../systems/public.ts'
import { needRecordFields, postFields, resourceFields } from './fields.ts'
import type { UnitLines } from './plan.ts'
import { isFor, isShown, mayCoordinate, seesNeed } from './rules.ts'
import { completionStore, courseStore, needStore, postStore, requirementStore, resourceStore } from './store.ts'
import { texts } from './texts.ts'
import type { Completion, Course, Need, Post, Requirement, Resource } from './training.ts'

export const requirementReference = referenceTo('training_requirement', {
  called: 'name',
  open: { column: 'in_force', is: 'yes' },
  gone: (locale) => texts(locale).outOfForce,
})
export const requirementReferences = { system: systemReference, article: articleReference }
export const courseReferences = { requirement: requirementReference, responsible: personReference }
export const completionReferences = { person: personReference, requirement: requirementReference }
export const needReferences = { unit: unitReference, reportedBy: personReference, receiver: personReference, decidedBy: personReference }
export const participantReferences = { person: personReference }

/** With the super user of the system it is about: whoever keeps it may be that person. */
export type HeldRequirement = Requirement & { readonly superUser: string | null }
export type HeldCourse = Course & { readonly superUser: string | null }
export const superUserOf = async (ctx: Ctx, system: string | null): Promise<string | null> =>
  system === null ? null : ((await findSystem(ctx, system))?.values.superUser ?? null)
export async function findRequirement(ctx: Ctx, id: string): Promise<HeldRequirement | undefined> {
  const found = await requirementStore.find(ctx, id)
  return found && { ...found, superUser: await superUserOf(ctx, found.values.system) }
}
export async function findCourse(ctx: Ctx, id: string): Promise<HeldCourse | undefined> {
  const found = await courseStore.find(ctx, id)
  const about = found?.values.requirement ? await findRequirement(ctx, found.values.requirement) : undefined
  return found && { ...found, superUser: about?.superUser ?? null }
}
/** One's own, or any to whoever coordinates. */
export async function findCompletion(ctx: Ctx, id: string): Promise<Completion | undefined> {
  const found = await completionStore.find(ctx, id)
  return found && (mayCoordinate(ctx.actor) || found.values.person === ctx.actor.personId) ? found : undefined
}
export async function findNeed(ctx: Ctx, id: string): Promise<Need | undefined> {
  const found = await needStore.find(ctx, id)
  return found && seesNeed(found, ctx.actor) ? found : undefined
}
export const findResource = resourceStore.find
export const findPost = postStore.find
export const completionsNumbered = completionStore.keyed

type Rowed = { readonly id: string; readonly version: number }
const rowed = ({ id, version }: Rowed) => ({ id, version })
const most = 500

/** Those in use that are for whoever asks. */
export async function ownResources(ctx: Ctx): Promise<readonly Resource[]> {
  const rows = await ctx.tx
    .selectFrom('training_resource')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('in_use', '=', 'yes')
    .orderBy('sort_key')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows
    .map((row) => ({ ...rowed(row), values: fromRow(resourceFields, row) }))
    .filter(({ values }) => isFor(values.audiences, ctx.actor))
}

export type ShownPost = Post & { readonly read: boolean }
/** Those shown today to whoever asks, the newest first, with whether they have read them. */
export async function ownPosts(ctx: Ctx): Promise<readonly ShownPost[]> {
  const { organisationId, personId } = ctx.actor
  const today = localDate(ctx.now)
  const rows = await ctx.tx
    .selectFrom('training_post as t')
    .selectAll('t')
    .select(
      sql<boolean>`exists (select from training_read r
        where r.organisation_id = t.organisation_id and r.post_id = t.id and r.person_id = ${personId})`.as('read'),
    )
    .where('t.organisation_id', '=', organisationId)
    .where('t.shown_from', '<=', today)
    .where(({ or, eb }) => or([eb('t.shown_until', 'is', null), eb('t.shown_until', '>=', today)]))
    .orderBy('t.shown_from', 'desc')
    .orderBy('t.id')
    .limit(most)
    .execute()
  return rows
    .map((row) => ({ ...rowed(row), values: fromRow(postFields, row), read: row.read }))
    .filter((post) => isShown(post, ctx.actor, today))
}

/** How many in each unit say that they have read it; whose unit is gone or empty is not counted. */
export async function readingOf(ctx: Ctx, post: string): Promise<readonly UnitLines[]> {
  const { rows } = await sql<UnitLines>`
    select u.id as unit, u.name, count(*)::integer as people, count(r.person_id)::integer as done
    from person p
    join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    left join training_read r on r.organisation_id = p.organisation_id and r.post_id = ${post} and r.person_id = p.id
    where p.organisation_id = ${ctx.actor.organisationId} and p.active
    group by u.id, u.name, u.sort_key order by u.sort_key, u.id limit ${most}`.execute(ctx.tx)
  return rows
}

export type Participant = { readonly id: string; readonly name: string; readonly unit: string | null }
export async function participantsOf(ctx: Ctx, course: string): Promise<readonly Participant[]> {
  const { rows } = await sql<Participant>`
    select p.id, p.name, u.name as unit from training_participant t
    join person p on p.organisation_id = t.organisation_id and p.id = t.person_id
    left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    where t.organisation_id = ${ctx.actor.organisationId} and t.course_id = ${course}
    order by p.sort_key, p.id limit ${most}`.execute(ctx.tx)
  return rows
}
/** Whether somebody is among those whom whoever asks leads. */
export async function leadsPerson(ctx: Ctx, person: string): Promise<boolean> {
  const { rows } = await sql`
    select from person p where p.organisation_id = ${ctx.actor.organisationId} and p.id = ${person} and p.active
      and (p.unit_id = any(${[...ctx.actor.leads]}::uuid[]) or p.leader_id = ${ctx.actor.personId})`.execute(ctx.tx)
  return rows.length > 0
}

export type Told = { readonly id: string; readonly name: string; readonly heldOn: string; readonly place: string | null }
/** What teaches a requirement, from today on. */
export async function coursesAhead(ctx: Ctx, requirement: string): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select id, name, held_on::text as "heldOn", place from training_course
    where organisation_id = ${ctx.actor.organisationId} and requirement_id = ${requirement} and held_on >= ${localDate(ctx.now)}
      and done_on is null
    order by held_on, id limit 20`.execute(ctx.tx)
  return rows
}

export type OwnSystem = { readonly id: string; readonly name: string; readonly users: number }
/** The systems that whoever asks is the super user of. */
export async function ownSystems(ctx: Ctx): Promise<readonly OwnSystem[]> {
  const { rows } = await sql<OwnSystem>`
    select s.id, s.name, (select count(*)::integer from training_user w where w.organisation_id = s.organisation_id and w.system_id = s.id) as users
    from system s
    where s.organisation_id = ${ctx.actor.organisationId} and s.super_user_id = ${ctx.actor.personId} and s.in_use = 'yes'
    order by s.sort_key, s.id limit ${most}`.execute(ctx.tx)
  return rows
}
/** Whether there is any, in use. */
export const keepsSystems = async (ctx: Ctx): Promise<boolean> => (await ownSystems(ctx)).length > 0
export async function usersOf(ctx: Ctx, system: string): Promise<readonly Participant[]> {
  const { rows } = await sql<Participant>`
    select p.id, p.name, u.name as unit from training_user w
    join person p on p.organisation_id = w.organisation_id and p.id = w.person_id and p.active
    left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    where w.organisation_id = ${ctx.actor.organisationId} and w.system_id = ${system}
    order by p.sort_key, p.id limit ${most}`.execute(ctx.tx)
  return rows
}

/** Needs that whoever asks may see: what waits first, then the newest. */
export async function needsFor(ctx: Ctx): Promise<readonly Need[]> {
  const { personId } = ctx.actor
  const whose = mayCoordinate(ctx.actor)
    ? sql<boolean>`true`
    : sql<boolean>`(reported_by_id = ${personId} or receiver_id = ${personId} or decided_by_id = ${personId} or receiver_id is null)`
  const rows = await ctx.tx
    .selectFrom('training_need')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(whose)
    .orderBy(sql`array_position(array['reported', 'planned', 'closed', 'rejected'], status)`)
    .orderBy('reported_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(needRecordFields, row) })).filter((need) => seesNeed(need, ctx.actor))
}

export type NeedCount = {
  readonly unit: string | null
  readonly name: string | null
  readonly reported: number
  readonly planned: number
  readonly closed: number
  readonly rejected: number
}
/** How many needs each unit has, by where they stand. `units`: only of these; null: of all. */
export async function needsByUnit(ctx: Ctx, units: readonly string[] | null): Promise<readonly NeedCount[]> {
  const count = (status: string) => sql`count(*) filter (where n.status = ${status})::integer`
  const { rows } = await sql<NeedCount>`
    select n.unit_id as unit, u.name, ${count('reported')} as reported, ${count('planned')} as planned, ${count('closed')} as closed,
      ${count('rejected')} as rejected
    from training_need n left join unit u on u.organisation_id = n.organisation_id and u.id = n.unit_id
    where n.organisation_id = ${ctx.actor.organisationId}
      and (${units === null} or n.unit_id = any(${units === null ? [] : [...units]}::uuid[]))
    group by n.unit_id, u.name, u.sort_key order by u.sort_key nulls last, n.unit_id`.execute(ctx.tx)
  return rows
}

export async function anyRequirement(ctx: Ctx): Promise<boolean> {
  const { organisationId } = ctx.actor
  return (
    (await ctx.tx.selectFrom('training_requirement').select('id').where('organisation_id', '=', organisationId).limit(1).execute()).length >
    0
  )
}
