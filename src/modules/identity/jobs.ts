import type { Sweep } from '../../kernel/jobs.ts'
import { forgetAttempts } from './attempts/store.ts'
import { forgetSessions } from './commands.ts'
import { forgetOnce } from './store.ts'

/**
 * Sessions that have ended, failures that no rule reads any more, and at the day's end who came to an open door (S4-131). They belong to no
 * organisation; any opens the door.
 */
export const identitySweep: Sweep = {
  name: 'identity',
  everyMs: 600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const one of organisationIds) await inOrganisation(one, forgetOnce)
    const [any] = organisationIds
    if (any === undefined) return
    await inOrganisation(any, async ({ tx, now }) => {
      await forgetSessions(tx, now)
      await forgetAttempts(tx, now)
    })
  },
}
