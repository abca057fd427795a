import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { syncDelegation } from './commands.ts'
import { endingIds, store } from './store.ts'
import { endDays } from './tasks.ts'

const batch = 100

/** What only the clock makes due: a delegation that runs out. */
export const delegationSweep: Sweep = {
  name: 'delegations',
  everyMs: 3_600_000,
  run: (round) =>
    inBatches(round, batch, async (ctx, after) => {
      const ids = await endingIds(ctx, after, addDays(localDate(ctx.now), endDays), batch)
      for (const id of ids) {
        const delegation = await store.lock(ctx, id)
        if (delegation) await syncDelegation(ctx, delegation)
      }
      return ids
    }),
}
