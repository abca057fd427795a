import { localDate } from '../../kernel/calendar/calendar.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { stopWhoLeft } from './commands.ts'
import { endedIds } from './store.ts'

const batch = 100

/** Whoever has had their last day does not come in the day after (S4-044). */
export const leavingSweep: Sweep = {
  name: 'leaving',
  everyMs: 3_600_000,
  run: (round) =>
    inBatches(round, batch, async (ctx, after) => {
      const ids = await endedIds(ctx, after, localDate(ctx.now), batch)
      for (const id of ids) await stopWhoLeft(ctx, id)
      return ids
    }),
}
