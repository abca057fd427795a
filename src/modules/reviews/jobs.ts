import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { syncReview } from './commands.ts'
import { duePlans } from './queries.ts'
import { soonDays } from './rules.ts'

const batch = 100

/**
 * Makes the task of each review that has come within a month: once, since those that have their task are not asked for again, and two at
 * once make one (the task's own unique index). A restart begins where there is something left.
 */
export const reviewSweep: Sweep = {
  name: 'reviews',
  everyMs: 600_000,
  run: (round) => inBatches(round, batch, sweepBatch),
}

async function sweepBatch(ctx: Ctx, after: string): Promise<readonly string[]> {
  const plans = await duePlans(ctx, addDays(localDate(ctx.now), soonDays), after, batch)
  for (const plan of plans) {
    const reviewed = await ctx.house.reviewed(ctx, plan.subject)
    if (reviewed) await syncReview(ctx, plan.subject, plan, reviewed)
  }
  return plans.map(({ id }) => id)
}
