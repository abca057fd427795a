import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { syncDpia } from './commands.ts'
import { dueIds, store } from './store.ts'
import { soonDays } from './tasks.ts'

/** What only the clock makes due: the data protection officer's control. */
export const dpiaSweep: Sweep = { name: 'dpia', everyMs: 3_600_000, run: (round) => inBatches(round, batch, syncBatch) }

const batch = 100

async function syncBatch(ctx: Ctx, after: string): Promise<readonly string[]> {
  const ids = await dueIds(ctx, after, addDays(localDate(ctx.now), soonDays), batch)
  for (const id of ids) {
    const record = await store.lock(ctx, id)
    if (record) await syncDpia(ctx, record)
  }
  return ids
}
