import type { Sweep } from '../../../kernel/jobs.ts'
import { endOverdue } from './store-outside.ts'

/** A link that nobody used in time leads nowhere, and whom it was sent to is then deleted. */
export const outsideSweep: Sweep = {
  name: 'questions outside',
  everyMs: 3_600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const organisationId of organisationIds) await inOrganisation(organisationId, endOverdue)
  },
}
