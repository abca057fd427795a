import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { syncNext } from './commands.ts'
import { syncOffers } from './commands-offers.ts'

const batch = 200

/** Who has come or changed role, and what has run out since, have their tasks (S4-021); so has whoever keeps what there is nothing to take from. */
export const planSweep: Sweep = {
  name: 'training-plans',
  everyMs: 3_600_000,
  run: async (round) => {
    for (const organisationId of round.organisationIds) await round.inOrganisation(organisationId, syncOffers)
    await inBatches(round, batch, (ctx, after) => syncNext(ctx, batch, after))
  },
}
