import type { Sweep } from '../../kernel/jobs.ts'
import type { TellTask } from './commands.ts'
import { syncVacancies } from './commands-vacancies.ts'

/** A role also becomes vacant when its last day passes, and nobody does anything: found by asking. */
export const vacancySweep = (tell: TellTask): Sweep => ({
  name: 'vacancies',
  everyMs: 10 * 60_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const id of organisationIds) await inOrganisation(id, (ctx) => syncVacancies(ctx, tell))
  },
})
