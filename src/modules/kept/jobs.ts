import type { Sweep } from '../../kernel/jobs.ts'
import { forgetOld } from './store.ts'

/** Once a day: what nobody came back for. */
export const keptSweep: Sweep = {
  name: 'kept',
  everyMs: 24 * 3_600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const organisationId of organisationIds) {
      await inOrganisation(organisationId, ({ tx, now }) => forgetOld(tx, organisationId, now))
    }
  },
}
