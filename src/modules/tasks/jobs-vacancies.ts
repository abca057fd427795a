import type { Sweep } from '../../kernel/jobs.ts'
import { handOverShutTasks, type TellTask } from './commands.ts'
import { syncVacancies } from './commands-vacancies.ts'
import { withRoleEnded } from './queries-vacancies.ts'

/** A role also becomes vacant when its last day passes, and nobody does anything: found by asking. */
export const vacancySweep = (tell: TellTask): Sweep => ({
  name: 'vacancies',
  everyMs: 10 * 60_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const id of organisationIds)
      await inOrganisation(id, async (ctx) => {
        await syncVacancies(ctx, tell)
        for (const personId of await withRoleEnded(ctx)) await handOverShutTasks(ctx, personId, tell)
      })
  },
})
