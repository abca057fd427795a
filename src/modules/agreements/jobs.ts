import { nobody } from '../../kernel/actor.ts'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Sweep, SweepRound } from '../../kernel/jobs.ts'
import { syncAgreement } from './commands.ts'
import { dueIds, store } from './store.ts'
import { endDays, soonDays } from './tasks.ts'

/** What only the clock makes due: an agreement that runs out, and an audit that was planned (S4-121, S4-109). */
export const agreementSweep: Sweep = { name: 'agreements', everyMs: 3_600_000, run: (round) => sweepAgreements(round) }

const batch = 100

/** In small transactions, from one record to the next: a restart begins again, and what has its tasks already is left as it is. */
export async function sweepAgreements({ organisationIds, inOrganisation }: SweepRound): Promise<void> {
  for (const organisationId of organisationIds) {
    let after = nobody
    for (;;) {
      const ids = await inOrganisation(organisationId, (ctx) => syncBatch(ctx, after))
      if (ids.length < batch) break
      after = ids.at(-1) ?? after
    }
  }
}

async function syncBatch(ctx: Ctx, after: string): Promise<readonly string[]> {
  const today = localDate(ctx.now)
  const ids = await dueIds(ctx, after, { soon: addDays(today, soonDays), ends: addDays(today, endDays) }, batch)
  for (const id of ids) {
    const record = await store.lock(ctx, id)
    if (record) await syncAgreement(ctx, record)
  }
  return ids
}
