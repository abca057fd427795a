import { writeDue } from '../../kernel/audit-later.ts'
import type { Sweep } from '../../kernel/jobs.ts'

const batch = 500

/** Writes the lines that were kept until their hour or day was over (kernel/audit-later.ts). */
export const logSweep: Sweep = {
  name: 'log',
  everyMs: 60_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const organisationId of organisationIds) {
      while ((await inOrganisation(organisationId, (ctx) => writeDue(ctx, batch))) === batch);
    }
  },
}
