import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { personsById } from '../people/public.ts'
import { endPlan, planFromStart } from './commands.ts'
import { ReviewPanel } from './pages/panel.tsx'
import { heldOf, planOf } from './queries.ts'

export { planFromStart } from './commands.ts'
export { plansBetween } from './queries.ts'
export type { Plan } from './review.ts'
export { reviewSteps } from './steps.tsx'

/** When a record is to be reviewed, for its page; nothing for those who may not see it. */
export async function reviewPanel(ctx: Ctx, subject: RecordKey, locale: Locale): Promise<ComponentChildren> {
  const [reviewed, plan = null, held] = await Promise.all([
    ctx.house.reviewed(ctx, subject),
    planOf(ctx, subject),
    heldOf(ctx, subject, 10),
  ])
  if (!reviewed) return null
  const owner = plan?.owner ?? reviewed.owner
  const names = await personsById(ctx, [
    ...new Set([...held.flatMap(({ heldBy, participants }) => [heldBy, ...participants]), ...(owner ? [owner] : [])]),
  ])
  return <ReviewPanel {...{ subject, reviewed, plan, held, names, now: ctx.now, locale }} />
}

/**
 * The reactions of a register whose records are reviewed each year from the day they are added. `over`: the events after which one is
 * reviewed no more, beside its being taken back.
 */
export const yearly = (type: string, ...over: readonly string[]) => ({
  [`${type}.added`]: [(ctx: Ctx, id: string) => planFromStart(ctx, { type, id }, 12)],
  ...Object.fromEntries([`${type}.takenBack`, ...over].map((event) => [event, [(ctx: Ctx, id: string) => endPlan(ctx, { type, id })]])),
})
