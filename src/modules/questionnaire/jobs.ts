import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Sweep } from '../../kernel/jobs.ts'
import { openCampaign } from './commands.ts'
import { campaignsToOpen } from './store.ts'

/** Rounds open by themselves on their day; one that cannot, since no unit is left, waits for whoever runs it. */
export const campaignSweep: Sweep = {
  name: 'campaigns',
  everyMs: 600_000,
  run: async ({ organisationIds, inOrganisation, now }) => {
    for (const organisationId of organisationIds)
      await inOrganisation(organisationId, async (ctx) => {
        for (const id of await campaignsToOpen(ctx, localDate(now))) await openCampaign(ctx, id, null, 'clock')
      })
  },
}
