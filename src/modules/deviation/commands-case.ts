import { hasRole } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import type { Happening } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId } from '../../kernel/ids.ts'
import { type TimelineEntry, timelineOf } from '../audit/public.ts'
import { personsById } from '../people/public.ts'
import type { OpeningReason } from './casefile/fields.ts'
import type { DeviationEvent } from './deviation.ts'
import { caseView } from './queries.ts'
import { openReporter } from './store-reporter.ts'

const minute = 60_000
/** Reading on in a case is one view: a new line in the log each ten minutes and person. */
const oneView = 10 * minute
/** How long after the reason was given the identity may be shown, once. */
const shownWithin = 2 * minute

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

/** A search is remembered by which filters were used and how many cases it found, never by what was looked for (S4-167). */
export const recordListing = (ctx: Ctx, filters: readonly string[], hits: number, more: boolean): Promise<void> =>
  log(ctx, { type: 'deviation', id: null }, { type: 'deviation.listed', filters, hits, more })

export type Opening = 'opened' | 'notFound' | 'notAllowed' | 'notProtected'

/**
 * Opens a protected reporter's identity: for the data protection officer alone, with a reason, and logged before anything is
 * shown (S4-131). A refusal is logged too.
 */
export async function openIdentity(ctx: Ctx, id: string, why: OpeningReason): Promise<Opening> {
  const view = await caseView(ctx, id, true)
  if (!view) return 'notFound'
  const refused = !hasRole(ctx.actor, 'dpo') ? 'notAllowed' : view.reporter.kind !== 'protected' ? 'notProtected' : null
  if (refused) {
    await record(ctx, { type: 'deviation', id }, [{ type: 'deviation.refused', ...{ why: refused, fields: ['reporter'] } } as Happening])
    return refused
  }
  await log(ctx, { type: 'deviation', id }, { type: 'deviation.reporterOpened', what: why })
  return 'opened'
}

/** The identity, the one time it is shown after `openIdentity`; undefined where it has been shown, or was not opened by this person. */
export async function showIdentity(ctx: Ctx, id: string): Promise<{ readonly who: string | null } | undefined> {
  // Locked: two requests at once must not both be the one time.
  const view = await caseView(ctx, id, true)
  if (view?.reporter.kind !== 'protected' || !hasRole(ctx.actor, 'dpo')) return undefined
  const mine = (await timelineOf(ctx, id)).findLast(
    ({ type, actorId }) => type === 'deviation.reporterOpened' && actorId === ctx.actor.personId,
  )
  if (!mine || mine.data.what === shown || ctx.now.getTime() - mine.at.getTime() > shownWithin) return undefined
  await log(ctx, { type: 'deviation', id }, { type: 'deviation.reporterOpened', what: shown })
  const sealed = await openReporter(ctx, id)
  if (!sealed || !isId(sealed)) return { who: sealed }
  const person = (await personsById(ctx, [sealed])).get(sealed)
  return { who: person ? [person.name, person.email].filter(Boolean).join(' · ') : null }
}

const shown = 'shown'

const log = (ctx: Ctx, subject: { readonly type: 'deviation'; readonly id: string | null }, event: DeviationEvent): Promise<void> =>
  record(ctx, subject, [event])
