import type { Sweep } from '../../kernel/jobs.ts'
import { freezeReview, syncDue } from './commands.ts'
import { reviewsToFreeze } from './queries.ts'

/** Management's review by the clock: the papers are frozen on the day of the meeting, and the next meeting becomes a task (S4-173). */
export const managementSweep: Sweep = {
  name: 'management-reviews',
  everyMs: 3_600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const id of organisationIds)
      await inOrganisation(id, async (ctx) => {
        for (const review of await reviewsToFreeze(ctx)) await freezeReview(ctx, review)
        await syncDue(ctx)
      })
  },
}
