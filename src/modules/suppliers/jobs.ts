import { nobody } from '../../kernel/actor.ts'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Sweep, SweepRound } from '../../kernel/jobs.ts'
import { syncSupplier } from './commands.ts'
import { endingIds, store } from './store.ts'
import { endDays } from './tasks.ts'

/** What only the clock makes due: a contract that runs out. */
export const supplierSweep: Sweep = { name: 'suppliers', everyMs: 3_600_000, run: (round) => sweepSuppliers(round) }

const batch = 100

/** In small transactions, from one record to the next: a restart begins again, and what has its task already is left as it is. */
export async function sweepSuppliers({ organisationIds, inOrganisation }: SweepRound): Promise<void> {
  for (const organisationId of organisationIds) {
    let after = nobody
    for (;;) {
      const ids = await inOrganisation(organisationId, async (ctx) => {
        const found = await endingIds(ctx, after, addDays(localDate(ctx.now), endDays), batch)
        for (const id of found) {
          const supplier = await store.lock(ctx, id)
          if (supplier) await syncSupplier(ctx, supplier)
        }
        return found
      })
      if (ids.length < batch) break
      after = ids.at(-1) ?? after
    }
  }
}
