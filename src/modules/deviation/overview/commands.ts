import { hasRole } from '../../../kernel/actor.ts'
import { record } from '../../../kernel/audit.ts'
import type { Happening } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { isId } from '../../../kernel/ids.ts'
import { timelineOf } from '../../audit/public.ts'
import { personsById } from '../../people/public.ts'
import { log } from '../commands-reading.ts'
import { caseView } from '../queries.ts'
import { openReporter } from '../store-reporter.ts'
import type { OpeningReason } from './fields.ts'

const minute = 60_000
/** How long after the reason was given the identity may be shown, once. */
const shownWithin = 2 * minute

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
