import type { Sweep } from '../../kernel/jobs.ts'
import { syncConfirmations } from './commands.ts'

/** Leaders are told when the accesses of their unit are to be looked at again (S4-049). */
export const confirmationSweep: Sweep = {
  name: 'access-confirmations',
  everyMs: 24 * 3_600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const id of organisationIds) await inOrganisation(id, (ctx) => syncConfirmations(ctx))
  },
}
