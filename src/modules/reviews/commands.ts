import { addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { refuse } from '../../kernel/change.ts'
import type { Ctx, Reviewed } from '../../kernel/ctx.ts'
import type { Whole } from '../../kernel/fields.ts'
import { newId, type RecordKey } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { personReference } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { heldFields, listedFields, planFields } from './fields.ts'
import { planOf } from './queries.ts'
import type { Plan } from './review.ts'
import { holdReview, isTogether, planReview, reviewTasks } from './rules.ts'
import { deletePlan, insertHeld, lockPlan, savePlan } from './store.ts'
import { texts } from './texts.ts'

/** Makes or changes the plan of a record. `version`: what its editor saw; 0 where there was none. */
export async function plan(ctx: Ctx, subject: RecordKey, version: number, values: Whole<typeof planFields>) {
  const reviewed = await ctx.house.reviewed(ctx, subject)
  if (!reviewed?.mayPlan) return refuse('notAllowed')
  await takeTurn(ctx, `review:${subject.id}`)
  const before = (await lockPlan(ctx, subject)) ?? null
  if ((before?.version ?? 0) !== version) return refuse('stale')
  const strange = await strangeIn<typeof planFields>(ctx, { owner: personReference }, values, { owner: before?.owner ?? null })
  if (strange.length > 0) return refuse('notARecord', strange)
  const everyMonths = values.every === 'once' ? null : Number(values.every)
  const next: Plan = { id: before?.id ?? newId(ctx.now), version: 1, subject, dueOn: values.dueOn, everyMonths, owner: values.owner }
  const outcome = planReview(before, next)
  if (!outcome.ok) return outcome
  await savePlan(ctx, outcome.next, outcome.events)
  await syncReview(ctx, subject, outcome.next, reviewed)
  return outcome
}

/** Writes down a review that was held, and plans the next. `id`: the one its page made, so that a double press writes once. */
export async function hold(
  ctx: Ctx,
  subject: RecordKey,
  id: string,
  { checked = [], ...values }: Whole<typeof heldFields> & Partial<Whole<Pick<typeof listedFields, 'checked'>>>,
) {
  const reviewed = await ctx.house.reviewed(ctx, subject)
  if (!reviewed?.mayReview) return refuse('notAllowed')
  await takeTurn(ctx, `review:${subject.id}`)
  const before = (await lockPlan(ctx, subject)) ?? null
  const { heldOn, found, nextOn, participants } = values
  const strange = await strangeIn<typeof heldFields>(ctx, { participants: personReference }, values)
  if (strange.length > 0) return refuse('notARecord', strange)
  if (!isTogether(participants, reviewed.present)) return refuse('participantsMissing', ['participants'])
  const demanded = await ctx.house.demands(ctx, subject, 'review')
  if (demanded) return demanded
  const outcome = holdReview(
    before,
    { id, heldOn, found, participants, checked: reviewed.checklist ? checked : null, heldBy: ctx.actor.personId },
    nextOn,
    localDate(ctx.now),
  )
  if (!outcome.ok) return outcome
  if (!(await insertHeld(ctx, subject, outcome.next.held, outcome.events))) return refuse('nothingChanged')
  if (outcome.next.plan) await savePlan(ctx, outcome.next.plan, [])
  else if (before) await deletePlan(ctx, subject)
  await syncReview(ctx, subject, outcome.next.plan, reviewed)
  return outcome
}

/**
 * A record that is to be reviewed regularly from its first day: the first is due after so many months, or after `first`. Does nothing where it has a plan.
 * For a later module's reaction to its own record being added.
 */
export async function planFromStart(
  ctx: Ctx,
  subject: RecordKey,
  months: number,
  from: LocalDate = localDate(ctx.now),
  first = months,
): Promise<void> {
  const reviewed = await ctx.house.reviewed(ctx, subject)
  if (!reviewed || (await planOf(ctx, subject))) return
  const next: Plan = { id: newId(ctx.now), version: 1, subject, dueOn: addMonths(from, first), everyMonths: months, owner: reviewed.owner }
  const outcome = planReview(null, next)
  if (!outcome.ok) return
  await savePlan(ctx, next, outcome.events)
  await syncReview(ctx, subject, next, reviewed)
}

/** The record is gone or out of use: nothing more is due. */
export async function endPlan(ctx: Ctx, subject: RecordKey): Promise<void> {
  const before = await lockPlan(ctx, subject)
  if (!before) return
  await deletePlan(ctx, subject)
  await syncTasks(ctx, { ...subject, reference: null, href: '/' }, 'review.', [])
}

/** The tasks that follow from the plan as it stands. Told twice it does nothing. */
export const syncReview = (ctx: Ctx, subject: RecordKey, plan: Plan | null, { name, page, roles, owner }: Reviewed): Promise<void> =>
  syncTasks(
    ctx,
    { ...subject, reference: null, href: page },
    'review.',
    reviewTasks(plan && { ...plan, owner: plan.owner ?? owner }, { about: name, roles }, localDate(ctx.now), texts),
  )
