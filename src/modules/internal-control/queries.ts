import { type RawBuilder, sql } from 'kysely'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Fields } from '../../kernel/fields.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference, personsAtWork, unitReference } from '../people/public.ts'
import { measureReference } from '../risks/public.ts'
import { systemReference } from '../systems/public.ts'
import { activityFields, auditFields, documentRecordFields, findingFields, inspectionFields, objectiveFields } from './fields.ts'
import type {
  Activity,
  Audit,
  DocumentKind,
  Exercise,
  Finding,
  GoverningDocument,
  HeldFinding,
  Inspection,
  Objective,
  Outage,
  OutageCriterion,
  UnitPart,
} from './internal-control.ts'
import { mayReadFindings } from './rules.ts'
import {
  activityStore,
  auditStore,
  documentStore,
  exerciseStore,
  findingStore,
  inspectionStore,
  meetingStore,
  objectiveStore,
  requirementStore,
} from './store.ts'
import { texts } from './texts.ts'

const plain = { called: 'name', gone: () => '' } as const
export const auditReference = referenceTo('security_audit', plain)
export const documentReference = referenceTo('governing_document', {
  called: 'name',
  open: { column: 'in_force', is: 'yes' },
  gone: (locale) => texts(locale).outOfForce,
})
/** What is done is named also when it is done. */
export const activityReference = referenceTo('control_activity', plain)
const owner = personReference
export const requirementReferences = { systems: systemReference, unit: unitReference, owner }
export const auditReferences = { leader: personReference, team: personReference, units: unitReference }
export const findingReferences = { audit: auditReference, owner }
export const inspectionReferences = { unit: unitReference, owner }
export const documentReferences = { owner }
export const documentRecordReferences = { owner, approvedBy: personReference }
export const objectiveReferences = { document: documentReference, owner, measures: measureReference, activities: activityReference }
export const exerciseReferences = { plan: documentReference, leader: personReference }
export const meetingReferences = { unit: unitReference }
export const activityReferences = { responsible: personReference, units: unitReference }

/** What tells where we are weak exists for those who lead or oversee, and for whoever has a part in it. */
export async function findAudit(ctx: Ctx, id: string): Promise<Audit | undefined> {
  const record = await auditStore.find(ctx, id)
  const { leader = null, team = [] } = record?.values ?? {}
  return mayReadFindings(ctx.actor) || leader === ctx.actor.personId || team.includes(ctx.actor.personId) ? record : undefined
}
const ownedOr = <R extends { readonly values: { readonly owner: string | null } }>(ctx: Ctx, record: R | undefined): R | undefined =>
  mayReadFindings(ctx.actor) || record?.values.owner === ctx.actor.personId ? record : undefined
/** Who led an audit, where they work here: whoever has left closes nothing. */
export async function leaderOfAudit(ctx: Ctx, audit: string | null): Promise<string | null> {
  const leader = audit === null ? null : ((await auditStore.find(ctx, audit))?.values.leader ?? null)
  return leader !== null && (await personsAtWork(ctx, [leader])).has(leader) ? leader : null
}
export async function heldFinding(ctx: Ctx, id: string): Promise<HeldFinding | undefined> {
  const found = await findingStore.find(ctx, id)
  return found && { ...found, leader: await leaderOfAudit(ctx, found.values.audit) }
}
export async function findFinding(ctx: Ctx, id: string): Promise<HeldFinding | undefined> {
  const found = await heldFinding(ctx, id)
  return found?.leader === ctx.actor.personId ? found : ownedOr(ctx, found)
}
export const findInspection = async (ctx: Ctx, id: string): Promise<Inspection | undefined> =>
  ownedOr(ctx, await inspectionStore.find(ctx, id))
export const findObjective = async (ctx: Ctx, id: string): Promise<Objective | undefined> =>
  ownedOr(ctx, await objectiveStore.find(ctx, id))
export const findDocument = documentStore.find
export const findRequirement = requirementStore.find
export const findExercise = exerciseStore.find
export const findMeeting = meetingStore.find
export const findActivity = activityStore.find

type Rowed = { readonly id: string; readonly version: number }
const most = 500

export async function findingsOf(ctx: Ctx, audit: string): Promise<readonly Finding[]> {
  const rows = await ctx.tx
    .selectFrom('audit_finding')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('audit_id', '=', audit)
    .orderBy(sql`array_position(array['major', 'minor', 'improvement'], grade)`)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(findingFields, row) }))
}
const rowed = ({ id, version }: Rowed) => ({ id, version })

export const objectivesSeenBy = ({ actor }: Ctx): RawBuilder<boolean> =>
  mayReadFindings(actor) ? sql`r.organisation_id = ${actor.organisationId}` : sql`false`

/** The objectives that a document sets. */
export async function objectivesOf(ctx: Ctx, document: string): Promise<readonly Objective[]> {
  const rows = await ctx.tx
    .selectFrom('security_objective')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('document_id', '=', document)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(objectiveFields, row) }))
}

export async function activitiesById(ctx: Ctx, ids: readonly string[]): Promise<readonly Activity[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('control_activity')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', 'in', [...ids])
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(activityFields, row) }))
}

export async function exercisesOf(ctx: Ctx, plan: string): Promise<readonly Exercise[]> {
  const rows = await ctx.tx
    .selectFrom('plan_exercise')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('plan_id', '=', plan)
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
  const all = []
  for (const { id } of rows) all.push(await exerciseStore.find(ctx, id))
  return all.filter((one) => one !== undefined)
}

/** The records of one register whose day lies from one day to another, both included, in the order of that day. */
async function within<F extends Fields>(ctx: Ctx, table: string, day: RawBuilder<unknown>, fields: F, from: LocalDate, to: LocalDate) {
  const { rows } = await sql<Rowed>`select * from ${sql.table(table)}
    where organisation_id = ${ctx.actor.organisationId} and ${day} between ${from} and ${to} order by ${day}, id limit ${most}`.execute(
    ctx.tx,
  )
  return rows.map((row) => ({ ...rowed(row), values: fromRow(fields, row) }))
}
const heldOn = sql.ref('held_on')

/** Audits that were held in the time. */
export const auditsBetween = (ctx: Ctx, from: LocalDate, to: LocalDate): Promise<readonly Audit[]> =>
  within(ctx, 'security_audit', heldOn, auditFields, from, to)
export const inspectionsBetween = (ctx: Ctx, from: LocalDate, to: LocalDate): Promise<readonly Inspection[]> =>
  within(ctx, 'inspection', heldOn, inspectionFields, from, to)
/** Audits that were held in the time, or are planned for it: for the annual wheel. */
export const auditsOfYear = (ctx: Ctx, from: LocalDate, to: LocalDate): Promise<readonly Audit[]> =>
  within(ctx, 'security_audit', sql`coalesce(held_on, planned_on)`, auditFields, from, to)
export const activitiesBetween = (ctx: Ctx, from: LocalDate, to: LocalDate): Promise<readonly Activity[]> =>
  within(ctx, 'control_activity', sql.ref('due_on'), activityFields, from, to)

/** The documents of these kinds that are in force, the last approved first. */
export async function documentsInForce(ctx: Ctx, kinds: readonly DocumentKind[]): Promise<readonly GoverningDocument[]> {
  const rows = await ctx.tx
    .selectFrom('governing_document')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('in_force', '=', 'yes')
    .where('kind', 'in', [...kinds])
    .orderBy(sql`approved_at desc nulls last`)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(documentRecordFields, row) }))
}

export type UnitMeetings = {
  readonly id: string
  readonly name: string
  /** Who answers for it: its own leader, else that of the unit it follows. */
  readonly leader: string | null
  /** The nearest unit above with a leader of its own, and its last meeting; null where the unit has one itself, or nobody above has. */
  readonly follows: { readonly id: string; readonly name: string; readonly last: LocalDate | null } | null
  readonly last: LocalDate | null
  /** Its leader has the task already. */
  readonly told: boolean
}
/** All units, each after the one it follows, with the last meeting where security was on the agenda. `only`: these alone. */
export async function meetingsByUnit(ctx: Ctx, only: readonly string[] | null): Promise<readonly UnitMeetings[]> {
  const among = only === null ? sql`` : sql`and u.id = any(${[...only]}::uuid[])`
  const { rows } = await sql<UnitMeetings>`
    with held as (
      select unit_id, max(held_on) as last from unit_meeting
      where organisation_id = ${ctx.actor.organisationId} and held_on <= ${localDate(ctx.now)}::date group by unit_id)
    select u.id, u.name, coalesce(u.leader_id, above.leader_id) as leader, own.last::text as last,
      case when above.id is not null then json_build_object('id', above.id, 'name', above.name, 'last', led.last::text) end as follows,
      exists (select from task t where t.organisation_id = u.organisation_id and t.subject_id = u.id
        and t.kind = 'unit_meeting.due' and t.status = 'open') as told
    from unit u
    left join lateral (
      select a.id, a.name, a.leader_id, a.sort_key from unit a
      where a.organisation_id = u.organisation_id and u.leader_id is null and a.leader_id is not null and a.id = any(u.path)
      order by cardinality(a.path) desc limit 1) above on true
    left join held own on own.unit_id = u.id
    left join held led on led.unit_id = above.id
    where u.organisation_id = ${ctx.actor.organisationId} ${among}
    order by case when above.id is null then own.last else led.last end nulls first, coalesce(above.sort_key, u.sort_key),
      coalesce(above.id, u.id), above.id is not null, u.sort_key, u.id limit 2000`.execute(ctx.tx)
  return rows
}

export type RequirementLine = { readonly id: string; readonly name: string; readonly source: string; readonly measures: boolean }
/** Requirements in force, for the pack of management's review: each with whether anything is said to meet it. */
export async function requirementsInForce(ctx: Ctx): Promise<readonly RequirementLine[]> {
  const { rows } = await sql<RequirementLine>`
    select id, name, source, (measures is not null or routine is not null) as measures from requirement
    where organisation_id = ${ctx.actor.organisationId} and in_force = 'yes'
    order by array_position(array['law', 'contract', 'privacy', 'ethics'], source), sort_key, id limit ${most}`.execute(ctx.tx)
  return rows
}

/** The units of an activity, in the order of their names, and which of them have done their part. */
export async function unitParts(ctx: Ctx, activity: string): Promise<readonly UnitPart[]> {
  const { rows } = await sql<UnitPart>`
    select u.id as unit, d.done_at as "doneAt", d.done_by as "doneBy"
    from control_activity a
    join unit u on u.organisation_id = a.organisation_id and u.id = any(a.units_ids)
    left join control_activity_unit d on d.organisation_id = a.organisation_id and d.activity_id = a.id and d.unit_id = u.id
    where a.organisation_id = ${ctx.actor.organisationId} and a.id = ${activity}
    order by u.sort_key, u.id`.execute(ctx.tx)
  return rows
}

export async function outageOf(ctx: Ctx, deviation: string): Promise<Outage | undefined> {
  const row = await ctx.tx
    .selectFrom('major_outage')
    .select(['criteria', 'said_by as by', 'said_at as at'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', '=', deviation)
    .executeTakeFirst()
  return row && { ...row, criteria: row.criteria as readonly OutageCriterion[] }
}
