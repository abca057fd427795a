import type { Sweep } from '../../kernel/jobs.ts'
import { forgetTokens } from './store.ts'

export const directorySweep: Sweep = {
  name: 'directory',
  everyMs: 86_400_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const one of organisationIds) await inOrganisation(one, forgetTokens)
  },
}
