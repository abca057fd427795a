import type { Ctx } from '../../../kernel/ctx.ts'
import { clockRuns } from '../clock.ts'
import { decideDeviation, decidePart } from '../commands.ts'
import type { Deviation } from '../deviation.ts'
import { keepDocuments } from '../documents/commands.ts'
import { type Closing, closingPart } from '../fields-closing.ts'
import { standingIn } from '../queries-standing.ts'
import type { DeviationOutcome } from '../rules.ts'
import type { Seen } from '../seen.ts'
import { close, editClosing, followUp, memoIsWhole, proposeClosing, reopen, returnToHandling } from './rules.ts'

/** Saves some of the closing answers and leaves the others as they stand: documentation, lessons and memo are pages of their own. */
export const saveClosing = (ctx: Ctx, id: string, seen: Seen | null, answers: Partial<Closing>) =>
  decidePart(
    ctx,
    id,
    seen,
    ({ closing }) => closingPart(closing, Object.keys(answers)),
    (deviation, by) => editClosing(deviation, { ...deviation.closing, ...answers }, by, Object.keys(answers)),
  )

/** Sends the case to whoever decides. The memo is final from here: it is kept whole, in the same transaction (S4-147). */
export async function proposeToClose(ctx: Ctx, id: string, version: number | null, proposal: string | null): Promise<DeviationOutcome> {
  const outcome = await decideDeviation(ctx, id, version, (deviation, by) => proposeClosing(deviation, proposal, by))
  if (outcome.ok && memoIsWhole(outcome.next)) await keepDocuments(ctx, id, ['memo'])
  return outcome
}

/** Closes, and keeps what the case came to: the memo where it was not proposed, the documentation of the breach, and all of it. */
export async function closeDeviation(ctx: Ctx, id: string, version: number | null, reason: string | null): Promise<DeviationOutcome> {
  let before: Deviation['status'] = 'open'
  const outcome = await decideDeviation(ctx, id, version, (deviation, by) => {
    before = deviation.status
    return close(deviation, reason, by)
  })
  if (!outcome.ok) return outcome
  await keepDocuments(ctx, id, [
    ...(before === 'open' && memoIsWhole(outcome.next) ? (['memo'] as const) : []),
    ...(clockRuns(outcome.next) ? (['breachDocumentation'] as const) : []),
    'caseFile',
  ])
  return outcome
}

export const sendBack = (ctx: Ctx, id: string, version: number | null, reason: string | null) =>
  decideDeviation(ctx, id, version, (deviation, by) => returnToHandling(deviation, reason, by))
export const followUpOn = (ctx: Ctx, id: string, measure: string | null, doneOn: string | null, evidence: string | null) =>
  decideDeviation(ctx, id, null, async (deviation, by) =>
    followUp(deviation, measure, doneOn, evidence, (await standingIn(ctx, deviation)).ownsSystem, by),
  )
export const reopenDeviation = (ctx: Ctx, id: string, version: number | null, reason: string | null) =>
  decideDeviation(ctx, id, version, (deviation, by) => reopen(deviation, reason, by))
