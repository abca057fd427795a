import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { syncApprovals } from '../approvals/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { leaderOfUnit } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { checkFields, processingFields } from './fields.ts'
import type { Answers, Check, Point, Processing, ProcessingEvent } from './processing.ts'
import { processingProfile } from './profile.ts'
import { checkReferences, references } from './queries.ts'
import {
  addProcessing as added,
  approveProcessing as approved,
  checkProcessing as checked,
  confirmProcessing as confirmed,
  editProcessing as edited,
  endProcessing as ended,
  notifyProcessing as notified,
  permitProcessing as permitted,
  takeBackProcessing as takenBack,
} from './rules.ts'
import { readChecks, store, writeCheck } from './store.ts'
import { dueTasks } from './tasks.ts'

type Done = Promise<Outcome<Processing, ProcessingEvent>>

/** The head of the unit answers for an activity day by day, unless another is named (S4-091). */
export async function addProcessing(ctx: Ctx, id: string, given: Answers): Done {
  const values = await withHead(ctx, given)
  const outcome = await store.add(ctx, id, values as Processing['values'], async (newId) => {
    const strange = await strangeIn<typeof processingFields>(ctx, references, values)
    return strange.length > 0 ? refuse('notARecord', strange) : added(newId, values, ctx.actor, ctx.now)
  })
  return withTasks(ctx, outcome)
}

/** Takes away what an import added, while it is as it was and nothing hangs on it. */
export async function takeBackProcessing(ctx: Ctx, id: string, version: number): Done {
  const isKept = await ctx.house.keeps(ctx, { type: 'processing', id })
  const outcome = await store.takeBack(ctx, id, version, (record) => takenBack(record, isKept, ctx.actor))
  if (outcome.ok) await syncTasks(ctx, subjectOf(id), 'processing.', [])
  return outcome
}

export async function editProcessing(ctx: Ctx, id: string, version: number | null, given: Answers): Done {
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof processingFields>(ctx, references, given, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const values = await withHead(ctx, given)
  return withTasks(
    ctx,
    await store.edit(ctx, id, version, values as Processing['values'], (record) => edited(record, values, ctx.actor, ctx.now)),
  )
}

const withHead = async (ctx: Ctx, values: Answers): Promise<Answers> => {
  const head = values.responsible === null && values.unit !== null ? await leaderOfUnit(ctx, values.unit) : undefined
  return head ? { ...values, responsible: head.id } : values
}

/** `version`: what whoever decides saw; null where it does not matter. */
export const notifyProcessing = (ctx: Ctx, id: string, version: number | null, reason: string | null): Done =>
  done(ctx, id, version, (record) => notified(record, reason, ctx.actor, ctx.now))
export const permitProcessing = (ctx: Ctx, id: string, version: number | null, granted: boolean): Done =>
  done(ctx, id, version, (record) => permitted(record, granted, ctx.actor, ctx.now))
/** What follows when it has been approved (approvals.ts). */
export async function approveProcessing(ctx: Ctx, id: string, version: number | null): Done {
  const profile = processingProfile(await profileOf(ctx))
  return done(ctx, id, version, (record) => approved(record, ctx.actor, ctx.now, profile))
}
export async function confirmProcessing(ctx: Ctx, id: string, version: number | null): Done {
  const checks = await readChecks(ctx, id)
  return done(ctx, id, version, (record) => confirmed(record, checks, ctx.actor, ctx.now))
}
export const endProcessing = (ctx: Ctx, id: string, version: number | null): Done =>
  done(ctx, id, version, (record) => ended(record, ctx.actor, ctx.now))

/** Answers one point of the checks. Two who answer the same at once: the later is told, by the version of the activity. */
export async function checkProcessing(ctx: Ctx, id: string, version: number | null, point: Point, check: Check): Done {
  const before = (await readChecks(ctx, id))[point]
  const strange = await strangeIn<typeof checkFields>(ctx, checkReferences, check, before)
  if (strange.length > 0) return refuse('notARecord', strange)
  const outcome = await decide(ctx, store, id, version, (record) => checked(record, point, check, before, ctx.actor))
  if (outcome.ok) await writeCheck(ctx, id, point, check)
  return withTasks(ctx, outcome)
}

const done = async (
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (record: Processing) => Outcome<Processing, ProcessingEvent>,
): Done => withTasks(ctx, await decide(ctx, store, id, version, rule))

async function withTasks(ctx: Ctx, outcome: Outcome<Processing, ProcessingEvent>): Done {
  if (!outcome.ok) return outcome
  await syncProcessing(ctx, outcome.next)
  await syncApprovals(ctx, { type: 'processing', id: outcome.next.id })
  return outcome
}

/** Its tasks are those that follow from how it stands today. */
export async function syncProcessing(ctx: Ctx, record: Processing): Promise<void> {
  const profile = processingProfile(await profileOf(ctx))
  const head = record.values.unit === null ? undefined : await leaderOfUnit(ctx, record.values.unit)
  const specs = dueTasks(record, await readChecks(ctx, record.id), head?.id ?? null, profile, ctx.now)
  await syncTasks(ctx, subjectOf(record.id), 'processing.', specs)
}

const subjectOf = (id: string) => ({ type: 'processing', id, reference: null, href: `/behandlinger/${id}` })
