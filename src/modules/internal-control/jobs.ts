import type { Sweep } from '../../kernel/jobs.ts'
import { profileOf } from '../organisation/public.ts'
import { syncMeetings } from './commands.ts'
import { controlProfile } from './profile.ts'

/** Leaders are told when security is to be on the agenda of the unit again (S4-055). A task that stands is not moved by the day. */
export const meetingSweep: Sweep = {
  name: 'unit-meetings',
  everyMs: 24 * 3_600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const id of organisationIds)
      await inOrganisation(id, async (ctx) => {
        if (controlProfile(await profileOf(ctx)).meetings) await syncMeetings(ctx, null)
      })
  },
}
