import { localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import * as receipt from '../../kernel/receipt.ts'
import { arrived, type Done } from './commands.ts'
import type { AskingOpenly, Question } from './question.ts'
import * as rules from './rules.ts'
import { insertQuestion, readMarked, readQuestion } from './store.ts'

// Of somebody without an account. They are given a code, and read the answer with it (kernel/receipt.ts).

/** `id`: the one its page made, so that a double press asks once. */
export async function askOpenly(ctx: Ctx, id: string, asking: AskingOpenly): Done {
  const stands = await readQuestion(ctx, id)
  if (stands && stands.values.receiptMark !== null && stands.values.about === asking.about) return refuse('nothingChanged')
  const given = stands ? newId(ctx.now) : id
  const day = startOfDay(localDate(ctx.now))
  const outcome = rules.sendOpenly(given, asking, receipt.receiptMark(ctx, what, codeOf(ctx, given)), day)
  if (!outcome.ok) return outcome
  if (!(await insertQuestion(ctx, outcome))) return refuse('nothingChanged')
  await arrived(ctx, outcome.next)
  return outcome
}

const what = 'question'
export const codeOf = (ctx: Ctx, id: string): string => receipt.receiptCode(ctx, what, id)
export const questionByCode = (ctx: Ctx, code: string): Promise<Question | undefined> =>
  readMarked(ctx, receipt.receiptMark(ctx, what, code))
export const sealedPlace = (ctx: Ctx, id: string): string => receipt.sealedPlace(ctx, what, id)

export async function questionAt(ctx: Ctx, sealed: string): Promise<Question | undefined> {
  const id = receipt.placeIn(ctx, what, sealed)
  const found = id === undefined ? undefined : await readQuestion(ctx, id)
  return found?.values.receiptMark ? found : undefined
}
