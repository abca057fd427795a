import type { Sweep } from '../../kernel/jobs.ts'
import { forgetTokens, forgetWaiting } from './store.ts'

export const directorySweep: Sweep = {
  name: 'directory',
  everyMs: 86_400_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const one of organisationIds)
      await inOrganisation(one, async (ctx) => {
        await forgetTokens(ctx)
        await forgetWaiting(ctx)
      })
  },
}
