import type { Ctx } from '../../../kernel/ctx.ts'
import type { Report } from '../fields-report.ts'
import { exists } from '../store.ts'
import { isReporter } from '../store-reporter.ts'
import { startDraft } from './commands.ts'

/** Whether whoever asks has begun, or sent, the report of this id. */
export const hasBegun = async (ctx: Ctx, id: string): Promise<boolean> => (await exists(ctx, id)) && (await isReporter(ctx, id))

/**
 * A report that another page begins with what it knows, under the id that the page made: pressed twice, one is begun, and what has been
 * written in it since stands. Answers with its id; null where it could not be begun.
 */
export async function beginReport(ctx: Ctx, id: string, answers: Partial<Report>): Promise<string | null> {
  if (await hasBegun(ctx, id)) return id
  const begun = await startDraft(ctx, id, 'form', answers)
  return begun.ok || begun.why === 'nothingChanged' ? id : null
}
