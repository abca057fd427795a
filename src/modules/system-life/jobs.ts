import type { Sweep } from '../../kernel/jobs.ts'
import { syncMissing } from './commands.ts'

/** What is missing is the owner's task, whatever has become of the analysis or the agreement since (S4-101). */
export const missingSweep: Sweep = {
  name: 'system-life-missing',
  everyMs: 24 * 3_600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const id of organisationIds) await inOrganisation(id, (ctx) => syncMissing(ctx))
  },
}
