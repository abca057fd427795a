import { record } from '../../kernel/audit.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { syncApprovals } from '../approvals/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { leaderOfUnit } from '../people/public.ts'
import { findProcessing } from '../processing/public.ts'
import { decideWithPart, findRisk, noteDpia, riskProfile } from '../risks/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Answers, Dpia, DpiaEvent } from './dpia.ts'
import type { dpiaFields } from './fields.ts'
import { assessmentOf, isLikeApproved, references } from './queries.ts'
import { knownOwners } from './queries-known.ts'
import * as rules from './rules.ts'
import { store } from './store.ts'
import { dpiaTasks } from './tasks.ts'

export type Done = Promise<Outcome<Dpia, DpiaEvent>>

export async function addDpia(ctx: Ctx, id: string, given: Answers): Done {
  const values = await withKnown(ctx, given)
  const { scale } = riskProfile(await profileOf(ctx))
  const outcome = await store.add(ctx, id, values as Dpia['values'], async (newId) => {
    const strange = await strangeIn<typeof dpiaFields>(ctx, references, values)
    if (strange.length > 0) return refuse('notARecord', strange)
    const likeApproved = await isLikeApproved(ctx, newId, values.like)
    const known = { before: [], after: await knownOwners(ctx, values) }
    return rules.addDpia(newId, values, scale, { likeApproved, known }, ctx.actor, ctx.now)
  })
  if (outcome.ok) for (const risk of outcome.next.values.risks) await noteBegun(ctx, risk)
  return followed(ctx, outcome)
}

/** The analysis that asked for it no longer does (S4-118). */
async function noteBegun(ctx: Ctx, riskId: string): Promise<void> {
  const analysis = await findRisk(ctx, riskId)
  if (analysis?.values.dpiaNeeded === 'yes' && analysis.values.dpiaBegunAt === null) await noteDpia(ctx, riskId)
}

/** What the first activity says already is not asked for again; of none: what the first analysis says. */
async function withKnown(ctx: Ctx, values: Answers): Promise<Answers> {
  const [first] = values.processings
  const [analysed] = values.risks
  const processing = first === undefined ? undefined : (await findProcessing(ctx, first))?.values
  const risk = analysed === undefined ? undefined : (await findRisk(ctx, analysed))?.values
  const known = processing ?? risk
  const unit = values.unit ?? known?.unit ?? null
  const head = unit === null ? undefined : await leaderOfUnit(ctx, unit)
  const owner = values.owner ?? processing?.responsible ?? risk?.owner ?? head?.id ?? null
  if (!known) return { ...values, unit, owner }
  return {
    ...values,
    unit,
    owner,
    systems: values.systems.length > 0 ? values.systems : known.systems,
    purpose: values.purpose ?? known.purpose,
    dataSubjects: values.dataSubjects.length > 0 ? values.dataSubjects : known.dataSubjects,
    dataKinds: values.dataKinds.length > 0 ? values.dataKinds : known.dataKinds,
    shared: values.shared ?? processing?.recipients ?? null,
    kept: values.kept ?? processing?.storageTime ?? null,
  }
}

export async function editDpia(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof dpiaFields>(ctx, references, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const likeApproved = await isLikeApproved(ctx, id, values.like)
  const known = { before: stands ? await knownOwners(ctx, stands) : [], after: await knownOwners(ctx, values) }
  const rule = (record: Dpia) => rules.editDpia(record, values, { likeApproved, known }, ctx.actor, ctx.now)
  const outcome = await store.edit(ctx, id, version, values as Dpia['values'], rule)
  if (outcome.ok) for (const risk of values.risks.filter((one) => !stands?.risks.includes(one))) await noteBegun(ctx, risk)
  return followed(ctx, outcome)
}

export const done = async (ctx: Ctx, id: string, version: number | null, rule: (record: Dpia) => Outcome<Dpia, DpiaEvent>): Done =>
  followed(ctx, await decide(ctx, store, id, version, rule))

export const withPart = async <T>(
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (record: Dpia) => Outcome<{ readonly record: Dpia; readonly part: T }, DpiaEvent>,
  write: (part: T) => Promise<void>,
): Done => followed(ctx, await decideWithPart(ctx, store, id, version, rule, write))

export const reopenDpia = (ctx: Ctx, id: string, version: number | null): Done =>
  done(ctx, id, version, (record) => rules.reopenDpia(record, ctx.actor, ctx.now))
export const endDpia = (ctx: Ctx, id: string, version: number | null): Done =>
  done(ctx, id, version, (record) => rules.endDpia(record, ctx.actor, ctx.now))

async function followed(ctx: Ctx, outcome: Outcome<Dpia, DpiaEvent>): Done {
  if (!outcome.ok) return outcome
  await syncDpia(ctx, outcome.next)
  await syncApprovals(ctx, { type: 'dpia', id: outcome.next.id })
  return outcome
}

/** Its tasks are those that follow from how it stands today. */
export async function syncDpia(ctx: Ctx, record: Dpia): Promise<void> {
  const specs = dpiaTasks(await assessmentOf(ctx, record), ctx.now)
  await syncTasks(ctx, { type: 'dpia', id: record.id, reference: null, href: `/dpia/${record.id}` }, 'dpia.', specs)
}

export const noteDocument = (ctx: Ctx, id: string): Promise<void> => {
  const event: DpiaEvent = { type: 'dpia.documentMade' }
  return record(ctx, { type: 'dpia', id }, [event])
}
