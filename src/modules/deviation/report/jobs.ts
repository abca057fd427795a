import { record } from '../../../kernel/audit.ts'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Sweep, SweepRound } from '../../../kernel/jobs.ts'
import { inAll } from '../../../kernel/texts.ts'
import { tell } from '../../messages/public.ts'
import { profileOf } from '../queries-profile.ts'
import { reachReporter, reporterOf } from '../store-reporter.ts'
import { forgetDiscarded, lockForgottenDrafts, markReminded } from './store.ts'
import { texts } from './texts.ts'

/** S1-20: a draft that nobody has sent is reminded of, once. */
export const draftSweep: Sweep = { name: 'drafts', everyMs: 60_000, run: (round) => remindOfDrafts(round) }

const batch = 100

async function remindOfDrafts({ organisationIds, inOrganisation }: SweepRound): Promise<void> {
  for (const organisationId of organisationIds) {
    while ((await inOrganisation(organisationId, remindBatch)) === batch);
    await inOrganisation(organisationId, forgetDiscarded)
  }
}

/** One batch in one transaction: told if, and only if, it is marked as told. Answers how many drafts it took. */
export async function remindBatch(ctx: Ctx): Promise<number> {
  const { draftReminderHours } = (await profileOf(ctx)).deviation
  const drafts = await lockForgottenDrafts(ctx, hoursAfter(ctx.now, -draftReminderHours), batch)
  for (const id of drafts) {
    const reporter = await reporterOf(ctx, id)
    // A protected reporter is unsealed for this alone, and the message names no case (S4-131).
    const personId = reporter.kind === 'person' ? reporter.personId : reporter.kind === 'protected' ? await reachReporter(ctx, id) : null
    await markReminded(ctx, id)
    if (!personId) continue
    await tell(ctx, {
      to: { persons: [personId] },
      unlinked: true,
      kind: 'deviation.draftReminder',
      title,
      reference: null,
      href: '/avvik/mine',
    })
    await record(ctx, { type: 'deviation', id }, [{ type: 'deviation.draftReminded' }])
  }
  return drafts.length
}

const title = inAll((locale) => texts(locale).news.draftReminder)
