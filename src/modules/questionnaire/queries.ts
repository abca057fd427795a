import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Named, Reference } from '../../kernel/reference.ts'
import { profileOf } from '../organisation/public.ts'
import { personReference, unitReference } from '../people/public.ts'
import { type Content, noContent } from './content.ts'
import { mayReadUnit } from './permissions.ts'
import { questionnaireProfile } from './profile.ts'
import type { Answers, Campaign, CampaignUnit, Questionnaire } from './questionnaire.ts'
import { type Round, sparing } from './small.ts'
import { campaignBefore, findCampaign, findQuestionnaire } from './store.ts'
import { answersOfUnits, countedAnswers, unitInCampaign, unitsOfCampaign } from './store-units.ts'
import { texts } from './texts.ts'

export type { Round } from './small.ts'
export { allCampaigns, allQuestionnaires, findCampaign, findQuestionnaire } from './store.ts'
export { findForward, findUnit, forwardsOf, readAnswers, respondentsOf, unitsOfCampaign, unitsOwedBy } from './store-units.ts'

/** A round asks an edition that is published; one that is taken out of use keeps its name. */
export const questionnaireReference: Reference = {
  to: 'questionnaire',
  choices: async (ctx) => (await editions(ctx)).filter(({ gone }) => !gone),
  named: async (ctx, ids) => new Map((await editions(ctx)).filter(({ id }) => ids.includes(id)).map((one) => [one.id, one])),
  called: async (ctx, names) =>
    (await editions(ctx)).flatMap((one) => names.filter((name) => name === one.name).map((as) => ({ ...one, as }))),
  gone: (locale) => texts(locale).statuses.retired,
}

async function editions(ctx: Ctx): Promise<readonly Named[]> {
  const { rows } = await sql<{ id: string; name: string; edition: number; status: Questionnaire['status'] }>`
    select id, name, edition, status from questionnaire
    where organisation_id = ${ctx.actor.organisationId} and status <> 'draft' order by family_id desc, edition desc limit 500`.execute(
    ctx.tx,
  )
  return rows.map(({ id, name, edition, status }) => ({ id, name: `${name} · ${edition}`, gone: status === 'retired' }))
}

export const campaignReferences = { questionnaire: questionnaireReference, units: unitReference }
export const delegateReferences = { delegate: personReference }
export const forwardReferences = { asked: personReference }

/** How many units of each round have sent, for the list of rounds. */
export async function sentOf(ctx: Ctx): Promise<ReadonlyMap<string, { readonly sent: number; readonly of: number }>> {
  const { rows } = await sql<{ id: string; sent: number; of: number }>`
    select campaign_id as id, count(*) filter (where status = 'sent')::int as sent, count(*)::int as of
    from campaign_unit where organisation_id = ${ctx.actor.organisationId} group by campaign_id`.execute(ctx.tx)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

const fewestOf = async (ctx: Ctx): Promise<number> => questionnaireProfile(await profileOf(ctx)).fewestPeople
export const readsUnit = async (ctx: Ctx, unit: CampaignUnit): Promise<boolean> => mayReadUnit(unit, ctx.actor, await fewestOf(ctx))

/** `follows`: with what is followed up, which only the report of the round itself shows. */
export async function roundOf(ctx: Ctx, campaign: Campaign, follows = false): Promise<Round> {
  const questionnaire = campaign.values.questionnaire === null ? undefined : await findQuestionnaire(ctx, campaign.values.questionnaire)
  const units = await unitsOfCampaign(ctx, campaign.id)
  const answers = await countedAnswers(ctx, campaign.id, follows)
  const content = questionnaire?.content ?? noContent
  return sparing({ campaign, content, units, answers }, await fewestOf(ctx))
}

export async function roundBefore(ctx: Ctx, campaign: Campaign): Promise<Round | null> {
  const before = await campaignBefore(ctx, campaign)
  return before ? roundOf(ctx, before) : null
}

/** What the same unit answered the last time, with the questions of that time: last year's words stand as they were. */
export type Before = { readonly campaign: Campaign; readonly content: Content; readonly answers: Answers }

export async function answeredBefore(ctx: Ctx, campaign: Campaign, unit: CampaignUnit): Promise<Before | null> {
  const before = await campaignBefore(ctx, campaign)
  const same = before && (await unitInCampaign(ctx, before.id, unit.unitId))
  if (!before || !same || same.sentAt === null) return null
  const questionnaire = before.values.questionnaire === null ? undefined : await findQuestionnaire(ctx, before.values.questionnaire)
  if (!questionnaire) return null
  return { campaign: before, content: questionnaire.content, answers: (await answersOfUnits(ctx, [same.id])).get(same.id) ?? new Map() }
}

/** What the units right below have answered, for whoever answers for the one above. */
export async function answeredBelow(ctx: Ctx, campaignId: string, unitId: string) {
  const below = (await unitsOfCampaign(ctx, campaignId)).filter(({ parentId }) => parentId === unitId)
  const answers = await answersOfUnits(
    ctx,
    below.filter(({ status }) => status === 'sent').map(({ id }) => id),
  )
  return below.map((unit) => ({ unit, answers: answers.get(unit.id) ?? null }))
}
export type Below = Awaited<ReturnType<typeof answeredBelow>>[number]

/** The campaign and the edition that a unit answers in. */
export async function contextOf(
  ctx: Ctx,
  unit: CampaignUnit,
): Promise<{ readonly campaign: Campaign; readonly questionnaire: Questionnaire } | null> {
  const campaign = await findCampaign(ctx, unit.campaignId)
  const questionnaire = campaign?.values.questionnaire ? await findQuestionnaire(ctx, campaign.values.questionnaire) : undefined
  return campaign && questionnaire ? { campaign, questionnaire } : null
}
