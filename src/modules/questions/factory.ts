import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { sendQuestion } from './commands.ts'
import type { Asking } from './question.ts'

/** A question through the real command, sent to the data protection officer where nothing else is said. */
export async function makeQuestion(ctx: Ctx, over: Partial<Asking> = {}): Promise<string> {
  const id = newId(ctx.now)
  const done = await sendQuestion(ctx, id, { kind: 'advice', sentTo: 'dpo', about: 'Kan jeg sende dette?', unit: null, with: [], ...over })
  if (!done.ok) throw new Error(`refused: ${done.why} ${done.fields.join()}`)
  return id
}
