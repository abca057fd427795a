import type { Ctx } from '../../kernel/ctx.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { syncSharing } from './commands-take.ts'
import { tellOfIncidents, tellOfWithdrawn } from './commands-told.ts'
import { findShared, untold } from './queries.ts'
import type { Shareables } from './sharing.ts'

const batch = 100

/**
 * Finds what has changed at the source, or is shared no more: the one who shares never writes in another organisation, each looks for itself.
 * Whose source stands as was told is not asked for again, so a restart begins where there is something left.
 */
export const sharingSweep = (kinds: Shareables): Sweep => ({
  name: 'sharing',
  everyMs: 60_000,
  run: async (round) => {
    for (const organisationId of round.organisationIds)
      await round.inOrganisation(organisationId, async (ctx) => {
        await tellOfWithdrawn(ctx, kinds, batch)
        await tellOfIncidents(ctx, kinds, batch)
      })
    await inBatches(round, batch, (ctx, after) => sweepBatch(ctx, kinds, after))
  },
})

async function sweepBatch(ctx: Ctx, kinds: Shareables, after: string): Promise<readonly string[]> {
  const found = await untold(ctx, after, batch)
  for (const { taken, told } of found) {
    const kind = kinds(taken.subject.type)
    if (kind) await syncSharing(ctx, kind, taken, await findShared(ctx, taken.source), told)
  }
  return found.map(({ taken }) => taken.subject.id)
}
