import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Values } from '../../kernel/fields.ts'
import { personsAtWork } from '../people/public.ts'
import { confirmProcessing } from '../processing/public.ts'
import { syncUnit } from './commands.ts'
import type { doneFields, forwardFields } from './fields.ts'
import { mayAnswer } from './permissions.ts'
import { ownActivities } from './queries-known.ts'
import type { Answer, Answers, Campaign, CampaignUnit, CampaignUnitEvent, Forward } from './questionnaire.ts'
import * as rules from './rules-answering.ts'
import { findCampaign, findQuestionnaire } from './store.ts'
import {
  endForwards,
  findForward,
  findUnit,
  forwardsOf,
  insertForward,
  lockUnit,
  noteRespondent,
  readAnswers,
  writeAnswers,
  writeUnit,
} from './store-units.ts'

type Done<T> = Promise<Outcome<T, CampaignUnitEvent>>
type At = rules.Answering & { readonly campaign: Campaign }

/** The unit is locked, and all that decides is read: two who answer at once do it after each other. */
async function opened(ctx: Ctx, id: string, version: number | null): Promise<At | Refusal> {
  const unit = await lockUnit(ctx, id)
  const campaign = unit && (await findCampaign(ctx, unit.campaignId))
  const questionnaire = campaign?.values.questionnaire ? await findQuestionnaire(ctx, campaign.values.questionnaire) : undefined
  if (!unit || !campaign || !questionnaire) return refuse('notFound')
  if (version !== null && version !== unit.version) return refuse('stale')
  return { campaign, content: questionnaire.content, unit, answers: await readAnswers(ctx, id) }
}

/** Decides, and records a refusal as every deed does; who asked is in neither (S2-06). */
async function deed<T>(
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (at: At) => Outcome<T, CampaignUnitEvent>,
  apply: (at: At, next: T, events: readonly CampaignUnitEvent[]) => Promise<void>,
): Done<T> {
  const at = await opened(ctx, id, version)
  if ('ok' in at) return at
  const outcome = rule(at)
  if (!outcome.ok) {
    const refused = { type: 'campaign_unit.refused' as const, why: outcome.why, fields: outcome.fields }
    await record(ctx, { type: 'campaign_unit', id }, [refused], 'protected')
    return outcome
  }
  await apply(at, outcome.next, outcome.events)
  await syncUnit(ctx, at.campaign, id)
  return outcome
}
/** The unit as it was, with what happened: it has another version for whoever edits beside. */
const touched = (ctx: Ctx, { unit }: At, events: readonly CampaignUnitEvent[]) => writeUnit(ctx, { next: unit, events })
const changedUnit = (ctx: Ctx) => async (_: At, next: CampaignUnit, events: readonly CampaignUnitEvent[]) =>
  writeUnit(ctx, { next, events })

export async function saveAnswers(ctx: Ctx, id: string, version: number | null, given: Answers): Done<Answers> {
  const owners = [...new Set([...given.values()].flatMap(({ owner }) => owner ?? []))]
  const before = await readAnswers(ctx, id)
  const here = await personsAtWork(ctx, owners)
  const strange = [...given].filter(([key, { owner }]) => owner !== null && !here.has(owner) && before.get(key)?.owner !== owner)
  if (strange.length > 0)
    return refuse(
      'notARecord',
      strange.map(([key]) => `${key}_owner`),
    )
  return deed(
    ctx,
    id,
    version,
    (at) => rules.answer(at, given, ctx.actor),
    async (at, next, events) => {
      await writeAnswers(ctx, id, next)
      await noteRespondent(ctx, id)
      await touched(ctx, at, events)
    },
  )
}

/** Questions that are still with others are answered: they are asked no more. */
export const sendAnswers = (ctx: Ctx, id: string, version: number | null, unit: string | null): Done<CampaignUnit> =>
  deed(
    ctx,
    id,
    version,
    (at) => rules.send(at, unit, ctx.actor, ctx.now),
    async (_, next, events) => {
      await noteRespondent(ctx, id, true)
      await endForwards(ctx, { unitId: id }, 'withdrawn')
      await writeUnit(ctx, { next, events })
    },
  )
export const reopenAnswers = (ctx: Ctx, id: string, version: number | null): Done<CampaignUnit> =>
  deed(ctx, id, version, (at) => rules.reopen(at, ctx.actor), changedUnit(ctx))
export async function handOverUnit(ctx: Ctx, id: string, version: number | null, to: string | null): Done<CampaignUnit> {
  const stands = (await findUnit(ctx, id))?.delegate
  if (to !== null && to !== stands && !(await personsAtWork(ctx, [to])).has(to)) return refuse('notARecord', ['delegate'])
  return deed(ctx, id, version, (at) => rules.handOver(at, to, ctx.actor), changedUnit(ctx))
}
export const moveUnitDue = (ctx: Ctx, id: string, version: number | null, dueOn: string | null): Done<CampaignUnit> =>
  deed(ctx, id, version, (at) => rules.moveDue(at, dueOn, ctx.actor), changedUnit(ctx))

export async function forwardQuestion(
  ctx: Ctx,
  unitId: string,
  id: string,
  question: string,
  { asked, note }: Values<typeof forwardFields>,
): Done<Forward> {
  if (asked === null) return refuse('incomplete', ['asked'])
  if (!(await personsAtWork(ctx, [asked])).has(asked)) return refuse('notARecord', ['asked'])
  const open = (await forwardsOf(ctx, unitId)).filter(({ status }) => status === 'open')
  return deed(
    ctx,
    unitId,
    null,
    (at) => rules.forward(at, { id, campaignUnitId: unitId, question, asked, note }, open, ctx.actor, ctx.now),
    async (at, next, events) => {
      await insertForward(ctx, next)
      await touched(ctx, at, events)
    },
  )
}

/** What whoever knows has answered stands in the unit's own answer. */
export async function answerForward(ctx: Ctx, id: string, given: Pick<Answer, 'option' | 'comment'>): Done<Answers> {
  const asking = await findForward(ctx, id)
  if (!asking) return refuse('notFound')
  return deed(
    ctx,
    asking.campaignUnitId,
    null,
    // Read again behind the lock: whoever presses twice has answered once.
    (at) => rules.know(at, asking, given, ctx.actor),
    async (at, next, events) => {
      await writeAnswers(ctx, at.unit.id, next)
      await endForwards(ctx, { id }, 'answered')
      await noteRespondent(ctx, at.unit.id)
      await touched(ctx, at, events)
    },
  )
}

export const finishAction = (ctx: Ctx, unitId: string, question: string, done: Values<typeof doneFields>): Done<Answers> =>
  deed(
    ctx,
    unitId,
    null,
    (at) => rules.finishAction(at, question, done, ctx.actor, localDate(ctx.now)),
    async (at, next, events) => {
      await writeAnswers(ctx, unitId, next)
      await touched(ctx, at, events)
    },
  )

/** Confirms those of the unit's own activities that are ticked (S2-16). Answers how many; what whoever asks may not confirm is left. */
export async function confirmActivities(ctx: Ctx, unitId: string, ids: readonly string[]): Promise<number> {
  const unit = await findUnit(ctx, unitId)
  if (!unit || !mayAnswer(unit, ctx.actor)) return 0
  const own = (await ownActivities(ctx, unit.unitId)).filter(({ id }) => ids.includes(id))
  let confirmed = 0
  for (const { id } of own) if ((await confirmProcessing(ctx, id, null)).ok) confirmed += 1
  return confirmed
}
