import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { TimelineEntry } from '../audit/public.ts'
import type { DeviationEvent } from './deviation.ts'

const minute = 60_000
/** Reading on in a case is one view: a new line in the log each ten minutes and person. */
const oneView = 10 * minute

/** Somebody other than its reporter has read the case (M23). `known`: the case's events, where they are at hand already. */
export async function recordView(ctx: Ctx, id: string, known: readonly TimelineEntry[] = []): Promise<void> {
  const since = ctx.now.getTime() - oneView
  const lately = known.some(
    ({ type, actorId, at }) => type === 'deviation.viewed' && actorId === ctx.actor.personId && at.getTime() > since,
  )
  if (!lately) await log(ctx, { type: 'deviation', id }, { type: 'deviation.viewed' })
}

/** A page of the case that is confidential beyond the case itself: each reading of it. */
export const recordReading = (ctx: Ctx, id: string, what: string): Promise<void> =>
  log(ctx, { type: 'deviation', id }, { type: 'deviation.viewed', what })

/** One line of the case's log that changes nothing of it. */
export const log = (ctx: Ctx, subject: { readonly type: 'deviation'; readonly id: string | null }, event: DeviationEvent): Promise<void> =>
  record(ctx, subject, [event])
