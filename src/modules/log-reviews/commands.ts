import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { registerCommands } from '../../register/commands.ts'
import type { Answers, LogReview, LogReviewEvent } from './log-review.ts'
import { answersFor, findLogReview, references } from './queries.ts'
import { rules, wrongFor } from './rules.ts'
import { store } from './store.ts'

type Done = Promise<Outcome<LogReview, LogReviewEvent>>
const plain = registerCommands(store, rules, references)

const wrong = async (ctx: Ctx, values: Answers) =>
  values.system === null ? null : wrongFor(values, await answersFor(ctx, values.system), ctx.actor, ctx.now)

export const addLogReview = async (ctx: Ctx, id: string, values: Answers): Done => (await wrong(ctx, values)) ?? plain.add(ctx, id, values)

/** Another system than it was of must be theirs as well. */
export async function editLogReview(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = await findLogReview(ctx, id)
  if (!stands) return refuse('notFound')
  return (await wrong(ctx, stands.values)) ?? (await wrong(ctx, values)) ?? plain.edit(ctx, id, version, values)
}
