import { record as note } from '../../kernel/audit.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import type { Locale } from '../../kernel/texts.ts'
import { beginReport, hasBegun } from '../deviation/public.ts'
import { leaderOfUnit } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Answers, Camera, CameraEvent } from './camera.ts'
import type { cameraFields } from './fields.ts'
import { cameraProfileOf, camerasOfDpia, gapsIn, references, reportWords } from './queries.ts'
import * as rules from './rules.ts'
import { store } from './store.ts'
import { cameraTasks } from './tasks.ts'

export type Done = Promise<Outcome<Camera, CameraEvent>>

export async function addCamera(ctx: Ctx, id: string, values: Answers): Done {
  const profile = await cameraProfileOf(ctx)
  const outcome = await store.add(ctx, id, values as Camera['values'], async (newOne) => {
    const strange = await strangeIn<typeof cameraFields>(ctx, references, values)
    return strange.length > 0 ? refuse('notARecord', strange) : rules.addCamera(newOne, values, ctx.actor, profile)
  })
  return followed(ctx, outcome)
}

export async function editCamera(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof cameraFields>(ctx, references, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const profile = await cameraProfileOf(ctx)
  const rule = (record: Camera) => rules.editCamera(record, values, ctx.actor, profile)
  return followed(ctx, await store.edit(ctx, id, version, values as Camera['values'], rule))
}

type Judged = (
  record: Camera,
  gaps: Awaited<ReturnType<typeof gapsIn>>,
  profile: Awaited<ReturnType<typeof cameraProfileOf>>,
) => Outcome<Camera, CameraEvent>
/** The gaps are those of the record under its lock: what was read is what is decided on. */
async function judged(ctx: Ctx, id: string, version: number | null, rule: Judged): Done {
  const profile = await cameraProfileOf(ctx)
  const locked = await store.lock(ctx, id)
  const gaps = locked ? await gapsIn(ctx, locked) : []
  return followed(ctx, await decide(ctx, store, id, version, (record) => rule(record, gaps, profile)))
}
export const approveCamera = (ctx: Ctx, id: string, version: number | null, decision: string): Done =>
  judged(ctx, id, version, (record, gaps, profile) => rules.approveCamera(record, gaps, decision, ctx.actor, ctx.now, profile))
export const activateCamera = (ctx: Ctx, id: string, version: number | null): Done =>
  judged(ctx, id, version, (record, gaps, profile) => rules.activateCamera(record, gaps, ctx.actor, ctx.now, profile))
export const turnOffCamera = (ctx: Ctx, id: string, version: number | null): Done =>
  judged(ctx, id, version, (record, _, profile) => rules.turnOffCamera(record, ctx.actor, profile))
export const removeCamera = (ctx: Ctx, id: string, version: number | null): Done =>
  judged(ctx, id, version, (record, _, profile) => rules.removeCamera(record, ctx.actor, ctx.now, profile))
export const adoptCamera = (ctx: Ctx, id: string, version: number | null): Done =>
  judged(ctx, id, version, (record, _, profile) => rules.adoptCamera(record, ctx.actor, profile))

/** Begins the report of the deviation with what is known; whoever reports goes on there. `draft`: its id, which the page made. */
export async function reportCamera(
  ctx: Ctx,
  id: string,
  version: number | null,
  locale: Locale,
  draft: string,
): Promise<Awaited<Done> & { readonly draft?: string }> {
  // Pressed twice: the one that was begun.
  if (await hasBegun(ctx, draft)) return { ...refuse('nothingChanged'), draft }
  const outcome = await followed(ctx, await decide(ctx, store, id, version, (record) => rules.reportCamera(record, ctx.actor, ctx.now)))
  if (!outcome.ok) return outcome
  const { unit } = outcome.next.values
  const known = { affectedUnit: unit, whatHappened: reportWords(locale, outcome.next), discoveredAt: ctx.now }
  return (await beginReport(ctx, draft, known)) ? { ...outcome, draft } : outcome
}

/** Its tasks are those that follow from how it stands: they go to the head of the unit it hangs in (S4-190). */
async function followed(ctx: Ctx, outcome: Outcome<Camera, CameraEvent>): Done {
  if (outcome.ok) await syncCamera(ctx, outcome.next)
  return outcome
}

/** An assessment has been approved: the cameras that waited for it can be taken into use. */
export async function followDpia(ctx: Ctx, dpia: string): Promise<void> {
  for (const id of await camerasOfDpia(ctx, dpia)) {
    const camera = await store.lock(ctx, id)
    if (camera) await syncCamera(ctx, camera)
  }
}

async function syncCamera(ctx: Ctx, next: Camera): Promise<void> {
  const [gaps, profile] = [await gapsIn(ctx, next), await cameraProfileOf(ctx)]
  const head = next.values.unit === null ? undefined : await leaderOfUnit(ctx, next.values.unit)
  const subject = { type: 'camera', id: next.id, reference: null, href: `/kameraer/${next.id}` }
  await syncTasks(ctx, subject, 'camera.', cameraTasks(next, gaps, profile, head?.id ?? null))
}

export const noteDocument = (ctx: Ctx, id: string): Promise<void> => {
  const event: CameraEvent = { type: 'camera.documentMade' }
  return note(ctx, { type: 'camera', id }, [event])
}
