import type { Sweep } from '../../../kernel/jobs.ts'
import { carryOutNext } from './commands-planned.ts'

/** What was planned for a day is done when the day has come, each in its own transaction. */
export const plannedSweep: Sweep = {
  name: 'planned-settings',
  everyMs: 600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const id of organisationIds) while (await inOrganisation(id, carryOutNext));
  },
}
