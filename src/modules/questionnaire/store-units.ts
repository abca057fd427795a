import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { answerFields } from './fields.ts'
import type { Answer, Answers, CampaignUnit, CampaignUnitEvent, Forward } from './questionnaire.ts'
import type { Frozen } from './rules-campaign.ts'

const units = (ctx: Ctx) => ctx.tx.selectFrom('campaign_unit').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
type UnitRow = Awaited<ReturnType<ReturnType<typeof units>['execute']>>[number]
const unitOf = (row: UnitRow): CampaignUnit => ({
  id: row.id,
  version: row.version,
  campaignId: row.campaign_id,
  unitId: row.unit_id,
  name: row.name,
  kind: row.kind,
  parentId: row.parent_id,
  depth: row.depth,
  position: row.position,
  dueOn: String(row.due_on),
  status: row.status as CampaignUnit['status'],
  sentAt: row.sent_at,
  delegate: row.delegate_id,
  people: row.people,
})

/** Writes the units of a round as they stand, in the order of the tree: a parent before what lies below it. */
export async function freezeUnits(ctx: Ctx, campaignId: string, frozen: readonly Frozen[]): Promise<void> {
  const ids = new Map(frozen.map(({ unitId }) => [unitId, newId(ctx.now)]))
  const rows = frozen.map((one) => ({
    organisation_id: ctx.actor.organisationId,
    id: ids.get(one.unitId) as string,
    campaign_id: campaignId,
    unit_id: one.unitId,
    name: one.name,
    kind: one.kind,
    parent_id: one.above === null ? null : (ids.get(one.above) ?? null),
    depth: one.depth,
    position: one.position,
    due_on: one.dueOn,
    status: 'open' as const,
  }))
  for (let from = 0; from < rows.length; from += 500)
    await ctx.tx
      .insertInto('campaign_unit')
      .values(rows.slice(from, from + 500))
      .execute()
  await countPeople(ctx, campaignId)
}

/** Those who are at each unit of the round now, and at those below it. */
async function countPeople(ctx: Ctx, campaignId: string): Promise<void> {
  const ours = ctx.actor.organisationId
  await sql`
    update campaign_unit c set people = n.people
    from (
      select above as id, count(*)::integer as people
      from person p join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id, unnest(u.path) above
      where p.organisation_id = ${ours} and p.active group by 1
    ) n
    where c.organisation_id = ${ours} and c.campaign_id = ${campaignId} and c.unit_id = n.id`.execute(ctx.tx)
}

export async function unitsOfCampaign(ctx: Ctx, campaignId: string): Promise<readonly CampaignUnit[]> {
  const rows = await units(ctx).where('campaign_id', '=', campaignId).orderBy('position').execute()
  return rows.map(unitOf)
}

export async function findUnit(ctx: Ctx, id: string): Promise<CampaignUnit | undefined> {
  const row = await units(ctx).where('id', '=', id).executeTakeFirst()
  return row && unitOf(row)
}

/** The same unit in another round. */
export async function unitInCampaign(ctx: Ctx, campaignId: string, unitId: string): Promise<CampaignUnit | undefined> {
  const row = await units(ctx).where('campaign_id', '=', campaignId).where('unit_id', '=', unitId).executeTakeFirst()
  return row && unitOf(row)
}

export async function lockUnit(ctx: Ctx, id: string): Promise<CampaignUnit | undefined> {
  const row = await units(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && unitOf(row)
}

/** Units that somebody answers for and has not sent, in rounds that are open: those of a leader, and those given to a person. */
export async function unitsOwedBy(ctx: Ctx): Promise<readonly CampaignUnit[]> {
  const { actor } = ctx
  const rows = await units(ctx)
    .where((row) =>
      row.or([row('delegate_id', '=', actor.personId), row('unit_id', 'in', actor.leads.length > 0 ? [...actor.leads] : [actor.personId])]),
    )
    .where('campaign_id', 'in', (sub) =>
      sub.selectFrom('campaign').select('id').where('organisation_id', '=', actor.organisationId).where('status', '=', 'open'),
    )
    .orderBy('position')
    .limit(500)
    .execute()
  return rows.map(unitOf)
}

type Written = { readonly next: CampaignUnit; readonly events: readonly CampaignUnitEvent[] }

/** Nobody's name goes into the log of what a unit answers (S2-06). */
export async function writeUnit(ctx: Ctx, { next, events }: Written): Promise<void> {
  await ctx.tx
    .updateTable('campaign_unit')
    .set({ status: next.status, sent_at: next.sentAt, delegate_id: next.delegate, due_on: next.dueOn, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', next.id)
    .execute()
  await record(ctx, { type: 'campaign_unit', id: next.id }, events, 'protected')
}

export async function readAnswers(ctx: Ctx, unitId: string): Promise<Answers> {
  return (await answersOfUnits(ctx, [unitId])).get(unitId) ?? new Map()
}

/** By unit, then by question. */
export async function answersOfUnits(ctx: Ctx, unitIds: readonly string[]): Promise<ReadonlyMap<string, Answers>> {
  if (unitIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('campaign_answer')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('campaign_unit_id', 'in', [...unitIds])
    .execute()
  const of = new Map<string, Map<string, Answer>>()
  for (const row of rows) {
    const answers = of.get(row.campaign_unit_id) ?? new Map<string, Answer>()
    answers.set(row.question, fromRow(answerFields, row))
    of.set(row.campaign_unit_id, answers)
  }
  return of
}

/**
 * What a report is made of: which option each unit gave, and with `follows` the whole of what is followed up. A round of 400 units has ten
 * thousand answers: they come as one row a unit, and without what people wrote beside them.
 */
export async function countedAnswers(ctx: Ctx, campaignId: string, follows: boolean): Promise<ReadonlyMap<string, Answers>> {
  const ours = ctx.actor.organisationId
  const { rows } = await sql<{ unit: string; options: Readonly<Record<string, string | null>> }>`
    select a.campaign_unit_id as unit, jsonb_object_agg(a.question, a.option) as options
    from campaign_unit u join campaign_answer a on a.organisation_id = u.organisation_id and a.campaign_unit_id = u.id
    where u.organisation_id = ${ours} and u.campaign_id = ${campaignId} group by 1`.execute(ctx.tx)
  const bare = emptyValues(answerFields)
  const of = new Map(
    rows.map(({ unit, options }) => [
      unit,
      new Map<string, Answer>(Object.entries(options).map(([key, option]) => [key, { ...bare, option }])),
    ]),
  )
  if (!follows) return of
  type Followed = Pick<Answer, 'option' | 'reason' | 'follow' | 'action' | 'owner' | 'dueOn' | 'doneOn'>
  const { rows: followed } = await sql<Followed & { unit: string; question: string }>`
    select a.campaign_unit_id as unit, a.question, a.option, a.reason, a.follow, a.action, a.owner_id as owner, a.due_on::text as "dueOn",
      a.done_on::text as "doneOn"
    from campaign_unit u join campaign_answer a on a.organisation_id = u.organisation_id and a.campaign_unit_id = u.id
    where u.organisation_id = ${ours} and u.campaign_id = ${campaignId} and a.follow is not null`.execute(ctx.tx)
  for (const { unit, question, ...answer } of followed) of.get(unit)?.set(question, { ...bare, ...answer })
  return of
}

/** All of them with one statement: a section is saved each time somebody pauses. */
export async function writeAnswers(ctx: Ctx, unitId: string, answers: Answers): Promise<void> {
  if (answers.size === 0) return
  const key = { organisation_id: ctx.actor.organisationId, campaign_unit_id: unitId }
  const rows = [...answers].map(([question, values]) => ({ ...key, question, ...toRow(answerFields, values) }))
  const columns = Object.keys(toRow(answerFields, emptyValues(answerFields)))
  await ctx.tx
    .insertInto('campaign_answer')
    .values(rows as never)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'campaign_unit_id', 'question'])
        .doUpdateSet((row) => Object.fromEntries(columns.map((column) => [column, row.ref(`excluded.${column}` as never)])) as never),
    )
    .execute()
}

/** Kept apart from the answers. `sent`: it was they who sent them. */
export async function noteRespondent(ctx: Ctx, unitId: string, sent = false): Promise<void> {
  await ctx.tx
    .insertInto('campaign_respondent')
    .values({
      organisation_id: ctx.actor.organisationId,
      campaign_unit_id: unitId,
      person_id: ctx.actor.personId,
      first_at: ctx.now,
      last_at: ctx.now,
      sent,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'campaign_unit_id', 'person_id'])
        .doUpdateSet({ last_at: ctx.now, ...(sent ? { sent: true } : {}) }),
    )
    .execute()
}

export type Respondent = { readonly unit: string; readonly person: string; readonly lastAt: Date; readonly sent: boolean }

export async function respondentsOf(ctx: Ctx, campaignId: string): Promise<readonly Respondent[]> {
  const { rows } = await sql<Respondent>`
    select u.name as unit, p.name as person, r.last_at as "lastAt", r.sent
    from campaign_respondent r
    join campaign_unit u on u.organisation_id = r.organisation_id and u.id = r.campaign_unit_id
    join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
    where r.organisation_id = ${ctx.actor.organisationId} and u.campaign_id = ${campaignId}
    order by u.position, r.last_at desc limit 2000`.execute(ctx.tx)
  return rows
}

const forwards = (ctx: Ctx) => ctx.tx.selectFrom('campaign_forward').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
type ForwardRow = Awaited<ReturnType<ReturnType<typeof forwards>['execute']>>[number]
const forwardOf = (row: ForwardRow): Forward => ({
  id: row.id,
  campaignUnitId: row.campaign_unit_id,
  question: row.question,
  askedBy: row.asked_by_id,
  asked: row.asked_id,
  note: row.note,
  askedAt: row.asked_at,
  status: row.status as Forward['status'],
})

export async function forwardsOf(ctx: Ctx, unitId: string): Promise<readonly Forward[]> {
  const rows = await forwards(ctx).where('campaign_unit_id', '=', unitId).orderBy('id').execute()
  return rows.map(forwardOf)
}
/** The questions of these units that somebody is still asked. */
export async function openForwardsOf(ctx: Ctx, unitIds: readonly string[]): Promise<readonly Forward[]> {
  if (unitIds.length === 0) return []
  const rows = await forwards(ctx)
    .where('campaign_unit_id', 'in', [...unitIds])
    .where('status', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(forwardOf)
}
export async function findForward(ctx: Ctx, id: string): Promise<Forward | undefined> {
  const row = await forwards(ctx).where('id', '=', id).executeTakeFirst()
  return row && forwardOf(row)
}
export async function insertForward(ctx: Ctx, one: Forward): Promise<void> {
  await ctx.tx
    .insertInto('campaign_forward')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: one.id,
      campaign_unit_id: one.campaignUnitId,
      question: one.question,
      asked_by_id: one.askedBy,
      asked_id: one.asked,
      note: one.note,
      asked_at: one.askedAt,
      status: one.status,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
/** Of one forward, or of all that are open of a unit. */
export async function endForwards(
  ctx: Ctx,
  which: { readonly id: string } | { readonly unitId: string },
  status: 'answered' | 'withdrawn',
): Promise<void> {
  await ctx.tx
    .updateTable('campaign_forward')
    .set({ status, ended_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'open')
    .where((row) => ('id' in which ? row('id', '=', which.id) : row('campaign_unit_id', '=', which.unitId)))
    .execute()
}
