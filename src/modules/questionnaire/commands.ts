import { record } from '../../kernel/audit.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import type { Values } from '../../kernel/fields.ts'
import { takeTurn } from '../../kernel/once.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { personsAtWork, units } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { type Content, noContent } from './content.ts'
import type { campaignFields } from './fields.ts'
import { campaignReferences } from './queries.ts'
import type { Campaign, CampaignEvent, CampaignUnit } from './questionnaire.ts'
import * as rules from './rules-campaign.ts'
import { campaignStore, findCampaign, findQuestionnaire, insertCampaign } from './store.ts'
import { answersOfUnits, forwardsOf, freezeUnits, lockUnit, openForwardsOf, unitsOfCampaign, writeUnit } from './store-units.ts'
import { unitAddress, unitTasks } from './tasks.ts'

type Done = Promise<Outcome<Campaign, CampaignEvent>>
type Planned = Values<typeof campaignFields>

export async function planCampaign(ctx: Ctx, id: string, values: Planned): Done {
  await takeTurn(ctx, 'campaign')
  if (await findCampaign(ctx, id)) return refuse('nothingChanged')
  const strange = await strangeOf(ctx, values)
  if (strange) return strange
  const outcome = rules.plan(id, values, ctx.actor)
  if (!outcome.ok) return outcome
  return (await insertCampaign(ctx, outcome)) ? outcome : refuse('nothingChanged')
}

/** Only what is published is asked: a draft may still be changed. */
async function strangeOf(ctx: Ctx, values: Planned, stands?: Planned) {
  const strange = await strangeIn<typeof campaignFields>(ctx, campaignReferences, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  if (values.questionnaire === null || values.questionnaire === stands?.questionnaire) return null
  return (await findQuestionnaire(ctx, values.questionnaire))?.status === 'published' ? null : refuse('notPublished', ['questionnaire'])
}

/** Another date moves the dates of the units that have not been given their own. */
export async function editCampaign(ctx: Ctx, id: string, version: number | null, values: Planned): Done {
  const before = await findCampaign(ctx, id)
  const strange = before?.status === 'planned' ? await strangeOf(ctx, values, before.values) : null
  if (strange) return strange
  const outcome = await decide(ctx, campaignStore, id, version, (record) => rules.edit(record, values, ctx.actor))
  if (!outcome.ok || outcome.next.status !== 'open' || !before || before.values.dueOn === outcome.next.values.dueOn) return outcome
  for (const unit of await unitsOfCampaign(ctx, id)) {
    const was = rules.dueAt(before.values, unit.depth)
    if (unit.dueOn !== was) continue
    await writeUnit(ctx, { next: { ...unit, dueOn: rules.dueAt(outcome.next.values, unit.depth) }, events: [] })
  }
  await syncCampaign(ctx, outcome.next)
  return outcome
}

/** Opens a round: the units are written down as they stand now, and each has its task. */
export async function openCampaign(ctx: Ctx, id: string, version: number | null, by: 'actor' | 'clock' = 'actor'): Done {
  const planned = await findCampaign(ctx, id)
  if (!planned) return refuse('notFound')
  const frozen = planned.status === 'planned' ? rules.frozen(await units(ctx), planned.values) : []
  const outcome = await decide(ctx, campaignStore, id, version, (one) =>
    rules.open(one, frozen.length, by === 'clock' ? 'clock' : ctx.actor, ctx.now),
  )
  if (!outcome.ok) return outcome
  await freezeUnits(ctx, id, frozen)
  await syncCampaign(ctx, outcome.next)
  return outcome
}

export async function closeCampaign(ctx: Ctx, id: string, version: number | null): Done {
  const outcome = await decide(ctx, campaignStore, id, version, (one) => rules.close(one, ctx.actor, ctx.now))
  if (outcome.ok) await syncCampaign(ctx, outcome.next)
  return outcome
}

/** Who took the report out, in which form. */
export const noteReport = (ctx: Ctx, id: string): Promise<void> => record(ctx, { type: 'campaign', id }, [{ type: 'campaign.reported' }])

/** The tasks of all its units are those that follow from how they stand. */
async function syncCampaign(ctx: Ctx, campaign: Campaign): Promise<void> {
  const all = await unitsOfCampaign(ctx, campaign.id)
  const ids = all.map(({ id }) => id)
  const answers = await answersOfUnits(ctx, ids)
  const forwards = Map.groupBy(await openForwardsOf(ctx, ids), ({ campaignUnitId }) => campaignUnitId)
  const holderOf = await holders(ctx, all)
  const content = await contentOf(ctx, campaign)
  for (const unit of all)
    await syncOne(ctx, {
      campaign,
      content,
      unit,
      answers: answers.get(unit.id) ?? new Map(),
      forwards: forwards.get(unit.id) ?? [],
      holder: holderOf(unit),
    })
}

export async function syncUnit(ctx: Ctx, campaign: Campaign, unitId: string): Promise<void> {
  const unit = await lockUnit(ctx, unitId)
  if (!unit) return
  const answers = (await answersOfUnits(ctx, [unitId])).get(unitId) ?? new Map()
  const forwards = await forwardsOf(ctx, unitId)
  await syncOne(ctx, {
    campaign,
    content: await contentOf(ctx, campaign),
    unit,
    answers,
    forwards,
    holder: (await holders(ctx, [unit]))(unit),
  })
}

const contentOf = async (ctx: Ctx, { values }: Campaign): Promise<Content> =>
  (values.questionnaire && (await findQuestionnaire(ctx, values.questionnaire))?.content) || noContent

async function syncOne(ctx: Ctx, owed: Parameters<typeof unitTasks>[0]): Promise<void> {
  const subject = { type: 'campaign_unit', id: owed.unit.id, reference: null, href: unitAddress(owed.unit) }
  await syncTasks(ctx, subject, 'campaign.', unitTasks(owed))
}

/** Whose each unit is: whoever it was given to; else its leader, or the nearest above who works here. Two questions, however many units. */
async function holders(ctx: Ctx, all: readonly CampaignUnit[]): Promise<(unit: CampaignUnit) => string | null> {
  const tree = new Map((await units(ctx)).map((one) => [one.id, one]))
  const leaders = [...tree.values()].flatMap(({ leaderId }) => leaderId ?? [])
  const here = await personsAtWork(ctx, [...new Set([...leaders, ...all.flatMap(({ delegate }) => delegate ?? [])])])
  const atWork = (id: string | null | undefined) => (id && here.has(id) ? id : null)
  return ({ unitId, delegate }) => {
    const path = tree.get(unitId)?.path.toReversed() ?? []
    return atWork(delegate) ?? path.map((id) => atWork(tree.get(id)?.leaderId)).find((id) => id !== null) ?? null
  }
}
