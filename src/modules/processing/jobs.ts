import { addDays, addMonths, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { syncProcessing } from './commands.ts'
import { staleMonths } from './profile.ts'
import { dueIds, store } from './store.ts'
import { soonDays } from './tasks.ts'

/** What only the clock makes due: an activity that nobody has looked at for a year, a review, the end of an approval (S2-20, S0-06, S2-17). */
export const processingSweep: Sweep = { name: 'processing', everyMs: 3_600_000, run: (round) => inBatches(round, batch, syncBatch) }

const batch = 100

async function syncBatch(ctx: Ctx, after: string): Promise<readonly string[]> {
  const today = localDate(ctx.now)
  const touched = endOfDay(addMonths(today, -staleMonths))
  const ids = await dueIds(ctx, after, { touched, soon: addDays(today, soonDays) }, batch)
  for (const id of ids) {
    const record = await store.lock(ctx, id)
    if (record) await syncProcessing(ctx, record)
  }
  return ids
}
