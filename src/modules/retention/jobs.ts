import { record } from '../../kernel/audit.ts'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Expirings } from '../../kernel/expiring.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { removeNames } from '../people/public.ts'
import { removeErasedRecordings } from '../recordings/public.ts'
import { syncSubject } from './commands.ts'
import { removeExpired } from './commands-own.ts'
import { soonDays } from './due.ts'
import { retentionProfileOf } from './queries.ts'
import type { DeletionEvent, SubjectKind } from './retention.ts'
import { ownLimits } from './rules.ts'
import { dueSubjects, removeOldProofs } from './store.ts'

const batch = 100
const kinds: readonly SubjectKind[] = ['processing', 'recording', 'camera']

/** What only the clock makes due. */
export const dueSweep: Sweep = {
  name: 'deletions',
  everyMs: 3_600_000,
  run: async (round) => {
    for (const kind of kinds) await inBatches(round, batch, (ctx, after) => syncBatch(ctx, kind, after))
  },
}
async function syncBatch(ctx: Ctx, kind: SubjectKind, after: string): Promise<readonly string[]> {
  const ids = await dueSubjects(ctx, kind, after, addDays(localDate(ctx.now), soonDays), batch)
  for (const id of ids) await syncSubject(ctx, kind, id)
  return ids
}

/** Varde's own records go when their time is up, by the same rules as those of others; that they went is in the log. */
export const ownSweep = (expirings: Expirings): Sweep => ({
  name: 'own-records',
  everyMs: 24 * 3_600_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const organisation of organisationIds) {
      await inOrganisation(organisation, removeOwn)
      while (await inOrganisation(organisation, (ctx) => removeExpired(ctx, expirings)));
    }
  },
})
async function removeOwn(ctx: Ctx): Promise<void> {
  const limits = ownLimits(await retentionProfileOf(ctx), localDate(ctx.now))
  const removed = {
    recordings: await removeErasedRecordings(ctx, limits.recordings),
    proofs: await removeOldProofs(ctx, limits.proofs),
    names: await removeNames(ctx),
  }
  for (const kind of ['recordings', 'proofs', 'names'] as const) {
    const event: DeletionEvent = { type: 'deletion.ownRemoved', kind, count: removed[kind] }
    if (removed[kind] > 0) await record(ctx, { type: 'deletion', id: null }, [event])
  }
}
