import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { openCampaign, planCampaign } from './commands.ts'
import { saveAnswers, sendAnswers } from './commands-answering.ts'
import { beginStandard, publishQuestionnaire } from './commands-writing.ts'
import { numbered } from './content.ts'
import { campaignFields } from './fields.ts'
import { contextOf, findUnit, unitsOfCampaign } from './queries.ts'
import type { Answer, Answers, CampaignUnit } from './questionnaire.ts'
import { noAnswer } from './rules-answering.ts'

/** The yearly internal control, published, through the real commands. */
export async function makeQuestionnaire(ctx: Ctx): Promise<string> {
  const id = newId(ctx.now)
  must(await beginStandard(ctx, id))
  must(await publishQuestionnaire(ctx, id, null))
  return id
}

/** A round that is open, of these units. */
export async function makeCampaign(ctx: Ctx, over: Partial<Values<typeof campaignFields>> = {}, people = 20): Promise<string> {
  const id = newId(ctx.now)
  const today = localDate(ctx.now)
  const year = Number(today.slice(0, 4))
  const questionnaire = over.questionnaire ?? (await makeQuestionnaire(ctx))
  const blank = { name: `Årlig internkontroll ${year}`, year, opensOn: today, dueOn: addDays(today, 30), daysALevel: 0 }
  must(await planCampaign(ctx, id, { ...emptyValues(campaignFields), ...blank, ...over, questionnaire }))
  must(await openCampaign(ctx, id, null))
  await peopled(ctx, id, people)
  return id
}

/** The example has one person for each role: a unit has as many people as one that is real. */
export const peopled = async (ctx: Ctx, campaignId: string, people: number): Promise<void> =>
  void (await ctx.tx
    .updateTable('campaign_unit')
    .set({ people })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('campaign_id', '=', campaignId)
    .execute())

/** By the name it had when the round opened. */
export async function unitNamed(ctx: Ctx, campaignId: string, name: string): Promise<CampaignUnit> {
  const unit = (await unitsOfCampaign(ctx, campaignId)).find((one) => one.name === name)
  if (!unit) throw new Error(`no unit called ${name} answers`)
  return unit
}

/** Everything as it should be, but for what is given. */
export async function answersFor(ctx: Ctx, unit: CampaignUnit, over: Readonly<Record<string, Partial<Answer>>> = {}): Promise<Answers> {
  const context = await contextOf(ctx, unit)
  if (!context) throw new Error('the round is gone')
  const { content } = context.questionnaire
  return new Map(
    numbered(content).map((question) => {
      const good = question.scoring === 'straight' ? 'yes' : 'no'
      const option = content.scales[question.scale].find(({ meaning }) => meaning === good)?.key ?? null
      return [question.key, { ...noAnswer, option, ...over[question.key] }]
    }),
  )
}

/** Answers and sends for a unit, by somebody who may. */
export async function sendUnit(ctx: Ctx, unitId: string, over: Readonly<Record<string, Partial<Answer>>> = {}): Promise<void> {
  const unit = await findUnit(ctx, unitId)
  if (!unit) throw new Error('no such unit')
  must(await saveAnswers(ctx, unitId, null, await answersFor(ctx, unit, over)))
  must(await sendAnswers(ctx, unitId, null, unit.unitId))
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string; readonly fields: readonly string[] }): void {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
}
