import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import * as receipt from '../../kernel/receipt.ts'
import { arrived, type Done } from './commands.ts'
import type { AskingOpenly, Question } from './question.ts'
import * as rules from './rules.ts'
import { insertQuestion, readMarked, readQuestion } from './store.ts'

// Of somebody without an account. They are given a code, and read the answer with it (kernel/receipt.ts). Of when, the day is kept.

const what = 'question'

export const openId = (ctx: Ctx, page: string, { about }: Pick<AskingOpenly, 'about'>): string => receipt.openId(ctx, what, page, about)

/** `page`: the id its page made, so that a double press asks once. */
export async function askOpenly(ctx: Ctx, page: string, asking: AskingOpenly): Done {
  const day = receipt.atMidnight(ctx)
  const id = openId(ctx, page, asking)
  const outcome = rules.sendOpenly(id, asking, receipt.receiptMark(ctx, what, codeOf(ctx, id)), day.now)
  if (!outcome.ok) return outcome
  if (!(await insertQuestion(day, outcome))) return refuse('nothingChanged')
  await arrived(day, outcome.next)
  return outcome
}

export const codeOf = (ctx: Ctx, id: string): string => receipt.receiptCode(ctx, what, id)
export const questionByCode = (ctx: Ctx, code: string): Promise<Question | undefined> =>
  readMarked(ctx, receipt.receiptMark(ctx, what, code))
export const sealedPlace = (ctx: Ctx, id: string): string => receipt.sealedPlace(ctx, what, id)

export async function questionAt(ctx: Ctx, sealed: string): Promise<Question | undefined> {
  const id = receipt.placeIn(ctx, what, sealed)
  const found = id === undefined ? undefined : await readQuestion(ctx, id)
  return found?.values.receiptMark ? found : undefined
}
