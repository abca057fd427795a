import { localDate, startOfDay } from '../../../kernel/calendar/calendar.ts'
import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defaultGuardOptions, findPersonalData } from '../../../kernel/guard/guard.ts'
import * as receipt from '../../../kernel/receipt.ts'
import { decideAsReporter } from '../commands.ts'
import type { Deviation } from '../deviation.ts'
import { answer } from '../handling/rules.ts'
import { receiveOpenly } from '../report/commands.ts'
import type { DeviationOutcome } from '../rules.ts'
import { load } from '../store.ts'
import { caseMarked } from '../store-reporter.ts'
import type { OpenReport } from './fields.ts'

// A report by somebody who is not signed in (S4-131).

const what = 'deviation'
const { atMidnight } = receipt

export const openId = (ctx: Ctx, page: string, { whatHappened }: Pick<OpenReport, 'whatHappened'>): string =>
  receipt.openId(ctx, what, page, whatHappened)

/** Until somebody has said when, it counts from the beginning of the day: a guess can only make the deadline earlier (docs/decisions/0007). */
export function reportOpenly(ctx: Ctx, page: string, { discoveredOn, ...answers }: OpenReport): Promise<DeviationOutcome> {
  const day = atMidnight(ctx)
  const id = openId(ctx, page, answers)
  const discoveredAt = startOfDay(discoveredOn ?? localDate(ctx.now))
  return receiveOpenly(day, id, { ...answers, discoveredAt }, receipt.receiptMark(ctx, what, codeOf(ctx, id)))
}

/** By whoever has the code. As of midnight too, but never before it was asked. */
export async function answerOpenly(ctx: Ctx, id: string, inquiryId: string, text: string | null): Promise<DeviationOutcome> {
  const found = findPersonalData(text ?? '', defaultGuardOptions).some(({ kind }) => kind === 'nationalId')
  if (found) return refuse('identityNumber', ['answer'])
  const asked = (await load(ctx, id))?.inquiries.find((one) => one.id === inquiryId)?.askedAt
  const midnight = atMidnight(ctx)
  const at = asked && asked > midnight.now ? { ...ctx, now: asked } : midnight
  return decideAsReporter(at, id, (deviation, by) =>
    deviation.inquiries.some((one) => one.id === inquiryId && one.toReporter) ? answer(deviation, inquiryId, text, by) : refuse('notFound'),
  )
}

export const codeOf = (ctx: Ctx, id: string): string => receipt.receiptCode(ctx, what, id)
export const placeOf = (ctx: Ctx, id: string): string => receipt.sealedPlace(ctx, what, id)

export const caseWithCode = async (ctx: Ctx, code: string): Promise<string | undefined> =>
  caseMarked(ctx, receipt.receiptMark(ctx, what, code))

/** The case at a sealed place, where it is one that a code reads. */
export async function caseAt(ctx: Ctx, sealed: string): Promise<Deviation | undefined> {
  const id = receipt.placeIn(ctx, what, sealed)
  const own = id === undefined ? undefined : await caseMarked(ctx, receipt.receiptMark(ctx, what, codeOf(ctx, id)))
  return own === undefined ? undefined : load(ctx, own)
}
