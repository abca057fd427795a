import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Change } from '../../kernel/change.ts'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Store } from '../../kernel/deed.ts'
import type { Content } from './content.ts'
import { campaignFields, questionnaireFields } from './fields.ts'
import type { Campaign, CampaignEvent, Questionnaire, QuestionnaireEvent } from './questionnaire.ts'

const questionnaires = (ctx: Ctx) => ctx.tx.selectFrom('questionnaire').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
type QuestionnaireRow = Awaited<ReturnType<ReturnType<typeof questionnaires>['execute']>>[number]
const questionnaireOf = (row: QuestionnaireRow): Questionnaire => ({
  id: row.id,
  version: row.version,
  familyId: row.family_id,
  edition: row.edition,
  values: fromRow(questionnaireFields, row),
  status: row.status as Questionnaire['status'],
  content: row.content as unknown as Content,
  publishedAt: row.published_at,
  publishedBy: row.published_by_id,
})
const questionnaireRow = ({ values, content, status, publishedAt, publishedBy }: Questionnaire) => ({
  ...toRow(questionnaireFields, values),
  content: JSON.stringify(content),
  status,
  published_at: publishedAt,
  published_by_id: publishedBy,
})

export async function findQuestionnaire(ctx: Ctx, id: string): Promise<Questionnaire | undefined> {
  const row = await questionnaires(ctx).where('id', '=', id).executeTakeFirst()
  return row && questionnaireOf(row)
}

/** The newest first: of each family its latest edition before those it replaces. */
export async function allQuestionnaires(ctx: Ctx): Promise<readonly Questionnaire[]> {
  const rows = await questionnaires(ctx).orderBy('family_id', 'desc').orderBy('edition', 'desc').limit(500).execute()
  return rows.map(questionnaireOf)
}

export async function lastEdition(ctx: Ctx, familyId: string): Promise<Questionnaire | undefined> {
  const row = await questionnaires(ctx).where('family_id', '=', familyId).orderBy('edition', 'desc').limit(1).executeTakeFirst()
  return row && questionnaireOf(row)
}

export async function insertQuestionnaire(ctx: Ctx, { next, events }: Change<Questionnaire, QuestionnaireEvent>): Promise<boolean> {
  const row = { organisation_id: ctx.actor.organisationId, id: next.id, family_id: next.familyId, edition: next.edition }
  const made = await ctx.tx
    .insertInto('questionnaire')
    .values({ ...row, ...questionnaireRow(next) } as never)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await record(ctx, { type: 'questionnaire', id: next.id }, events)
  return true
}

export const questionnaireStore: Store<Questionnaire, QuestionnaireEvent> = {
  subject: 'questionnaire',
  lock: async (ctx, id) => {
    const row = await questionnaires(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
    return row && questionnaireOf(row)
  },
  apply: async (ctx, { next, events }) => {
    if (events.some(({ type }) => type === 'questionnaire.discarded'))
      await ctx.tx.deleteFrom('questionnaire').where('organisation_id', '=', ctx.actor.organisationId).where('id', '=', next.id).execute()
    else
      await ctx.tx
        .updateTable('questionnaire')
        .set({ ...questionnaireRow(next), version: sql`version + 1` } as never)
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('id', '=', next.id)
        .execute()
    await record(ctx, { type: 'questionnaire', id: next.id }, events)
  },
}

const campaigns = (ctx: Ctx) => ctx.tx.selectFrom('campaign').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
type CampaignRow = Awaited<ReturnType<ReturnType<typeof campaigns>['execute']>>[number]
const campaignOf = (row: CampaignRow): Campaign => ({
  id: row.id,
  version: row.version,
  values: fromRow(campaignFields, row),
  administrator: row.administrator_id,
  status: row.status as Campaign['status'],
  openedAt: row.opened_at,
  closedAt: row.closed_at,
})
const campaignRow = ({ values, administrator, status, openedAt, closedAt }: Campaign) => ({
  ...toRow(campaignFields, { ...values, daysALevel: values.daysALevel ?? 0 }),
  administrator_id: administrator,
  status,
  opened_at: openedAt,
  closed_at: closedAt,
})

export async function findCampaign(ctx: Ctx, id: string): Promise<Campaign | undefined> {
  const row = await campaigns(ctx).where('id', '=', id).executeTakeFirst()
  return row && campaignOf(row)
}

/** The latest year first. */
export async function allCampaigns(ctx: Ctx): Promise<readonly Campaign[]> {
  const rows = await campaigns(ctx).orderBy('year', 'desc').orderBy('id', 'desc').limit(200).execute()
  return rows.map(campaignOf)
}

/** The round before this one that asked the same questionnaire, in any edition of it; undefined where this is the first. */
export async function campaignBefore(ctx: Ctx, { id, values }: Campaign): Promise<Campaign | undefined> {
  const { rows } = await sql<{ id: string }>`
    select c.id from campaign c
    join questionnaire q on q.organisation_id = c.organisation_id and q.id = c.questionnaire_id
    where c.organisation_id = ${ctx.actor.organisationId} and c.id <> ${id} and c.year < ${values.year} and c.status <> 'planned'
      and q.family_id = (select family_id from questionnaire where organisation_id = ${ctx.actor.organisationId} and id = ${values.questionnaire})
    order by c.year desc, c.id desc limit 1`.execute(ctx.tx)
  return rows[0] && findCampaign(ctx, rows[0].id)
}

/** Rounds that are to open on this day or should have before. */
export async function campaignsToOpen(ctx: Ctx, today: string): Promise<readonly string[]> {
  const rows = await campaigns(ctx).where('status', '=', 'planned').where('opens_on', '<=', today).execute()
  return rows.map(({ id }) => id)
}

export async function insertCampaign(ctx: Ctx, { next, events }: Change<Campaign, CampaignEvent>): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('campaign')
    .values({ organisation_id: ctx.actor.organisationId, id: next.id, ...campaignRow(next) } as never)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await record(ctx, { type: 'campaign', id: next.id }, events)
  return true
}

export const campaignStore: Store<Campaign, CampaignEvent> = {
  subject: 'campaign',
  lock: async (ctx, id) => {
    const row = await campaigns(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
    return row && campaignOf(row)
  },
  apply: async (ctx, { next, events }) => {
    await ctx.tx
      .updateTable('campaign')
      .set({ ...campaignRow(next), version: sql`version + 1` } as never)
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', next.id)
      .execute()
    await record(ctx, { type: 'campaign', id: next.id }, events)
  },
}
