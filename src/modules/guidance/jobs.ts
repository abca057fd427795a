import type { Ctx } from '../../kernel/ctx.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { syncReaders } from './commands.ts'

const batch = 100

/** Who has come since, and who is too many to be asked when a text is adopted, has their task to read it (S4-012). */
export const readerSweep: Sweep = {
  name: 'article-readers',
  everyMs: 300_000,
  run: (round) => inBatches(round, batch, (ctx: Ctx, after: string) => syncReaders(ctx, batch, after)),
}
