import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { syncNext } from './commands.ts'

const batch = 200

/** Who has come or changed role, and what has run out since, have their tasks (S4-021). */
export const planSweep: Sweep = {
  name: 'training-plans',
  everyMs: 3_600_000,
  run: (round) => inBatches(round, batch, (ctx, after) => syncNext(ctx, batch, after)),
}
