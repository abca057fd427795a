import { type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import type { Approvals, Ctx } from '../../kernel/ctx.ts'
import { newId, type RecordKey } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { loadActor, personReference } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { ApprovalEvent, Given, StandIn } from './approval.ts'
import type { standInFields } from './fields.ts'
import { givenOf, standInsOf } from './queries.ts'
import type { AfterSaid, Said } from './rules.ts'
import { approvalTasks, fallen, handOn as handedOn, say as said, titleOf, withdraw as withdrawn } from './rules.ts'
import { insertGiven, letFall, saveStandIn } from './store.ts'
import { texts } from './texts.ts'

/** The record as it stands, those who approve one after the other; a refusal where whoever asks may not see it. */
async function inTurn(ctx: Ctx, subject: RecordKey, seen: string): Promise<Approvals | Refusal> {
  await takeTurn(ctx, `approval:${subject.id}`)
  const found = await ctx.house.approvals(ctx, subject)
  if (!found) return refuse('notFound')
  // What they read is compared with what stands when nobody can change it any more: an edit under way was saved, or comes after.
  await found.hold(ctx)
  const asked = await ctx.house.approvals(ctx, subject)
  if (!asked) return refuse('notFound')
  return asked.restsOn === seen ? asked : refuse('stale')
}

/**
 * One of those who must approve says it. `seen`: the fingerprint of what they read; another has changed the record since where it differs.
 * The last approval makes the record approved in the same transaction: both are written, or neither.
 */
export async function say(ctx: Ctx, subject: RecordKey, seen: string, given: Omit<Said, 'id'>): Promise<Outcome<AfterSaid, ApprovalEvent>> {
  const asked = await inTurn(ctx, subject, seen)
  if ('ok' in asked) return asked
  const before = await givenOf(ctx, subject)
  const by = { personId: ctx.actor.personId, now: ctx.now }
  const outcome = said(asked, before, await standInsOf(ctx, subject), { ...given, id: newId(ctx.now) }, by)
  if (!outcome.ok) return outcome
  const refused = outcome.next.whole ? await asked.whole(ctx) : null
  if (refused) return refused
  await replace(ctx, subject, before, outcome.next.said)
  await insertGiven(ctx, subject, outcome.next.said, outcome.events)
  if (outcome.next.said.verdict === 'returned') await asked.returned?.(ctx)
  await syncApprovals(ctx, subject)
  return outcome
}

/** What the same part said before no longer counts. */
const replace = (ctx: Ctx, subject: RecordKey, before: readonly Given[], { part }: Given) =>
  letFall(
    ctx,
    subject,
    before.filter((one) => one.fell === null && one.part === part).map(({ id }) => id),
    'replaced',
    [],
  )

export async function withdraw(ctx: Ctx, subject: RecordKey, seen: string, part: string): Promise<Outcome<Given, ApprovalEvent>> {
  const asked = await inTurn(ctx, subject, seen)
  if ('ok' in asked) return asked
  const outcome = withdrawn(asked, await givenOf(ctx, subject), part, { personId: ctx.actor.personId, now: ctx.now })
  if (!outcome.ok) return outcome
  await letFall(ctx, subject, [outcome.next.id], 'withdrawn', outcome.events)
  await syncApprovals(ctx, subject)
  return outcome
}

export async function handOn(
  ctx: Ctx,
  subject: RecordKey,
  seen: string,
  part: string,
  person: string,
): Promise<Outcome<StandIn, ApprovalEvent>> {
  const asked = await inTurn(ctx, subject, seen)
  if ('ok' in asked) return asked
  const strange = await strangeIn<typeof standInFields>(ctx, { person: personReference }, { person })
  if (strange.length > 0) return refuse('notARecord', strange)
  if (!(await opensFor(ctx, subject, person))) return refuse('cannotOpen', ['person'])
  const outcome = handedOn(asked, await standInsOf(ctx, subject), part, person, { personId: ctx.actor.personId, now: ctx.now })
  if (!outcome.ok) return outcome
  await saveStandIn(ctx, subject, outcome.next, outcome.events)
  await syncApprovals(ctx, subject)
  return outcome
}

/** Whether a person may see the record at all: one who may not would have a task that leads nowhere. */
async function opensFor(ctx: Ctx, subject: RecordKey, person: string): Promise<boolean> {
  const signed = await loadActor(ctx.tx, ctx.actor.organisationId, person, ctx.now)
  return signed !== undefined && (await ctx.house.approvals({ ...ctx, actor: signed.actor }, subject)) !== undefined
}

/**
 * After a change of the record: what was said of what it no longer says falls, and those who must approve have their tasks. For the
 * module of the record, in the transaction of the change.
 */
export async function syncApprovals(ctx: Ctx, subject: RecordKey): Promise<void> {
  const asked = await ctx.house.approvals(ctx, subject)
  if (!asked) return
  const falls = fallen(await givenOf(ctx, subject), asked.restsOn)
  await letFall(
    ctx,
    subject,
    falls.map(({ id }) => id),
    'changed',
    [{ type: 'approval.fell', parts: falls.map(({ part }) => part) }],
  )
  const specs = approvalTasks(
    asked,
    await givenOf(ctx, subject),
    await standInsOf(ctx, subject),
    (part) => `/godkjenninger/${subject.type}/${subject.id}/${part}`,
    titleOf((part, locale) => texts(locale).approve(part)),
  )
  await syncTasks(ctx, { ...subject, reference: null, href: asked.page }, 'approval.', specs)
}
