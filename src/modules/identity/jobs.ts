import type { Sweep } from '../../kernel/jobs.ts'
import { forgetAttempts } from './attempts/store.ts'
import { forgetSessions } from './commands.ts'
import { forgetOnce } from './store.ts'

/** Once a day: sessions that have ended and failures that no rule reads any more. They belong to no organisation; any opens the door. */
export const identitySweep: Sweep = {
  name: 'identity',
  everyMs: 24 * 3_600_000,
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
