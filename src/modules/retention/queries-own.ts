import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { type ExpiringKind, type Expirings, expiringKinds } from '../../kernel/expiring.ts'
import { readHolds } from '../../register/holds/store.ts'
import type { OwnStanding } from './own.ts'
import { retentionProfileOf } from './queries.ts'
import { goesOn } from './rules-own.ts'
import { ownStore, sinceOf, stoppedCount } from './store-own.ts'

/** How one of Varde's own records stands, for whoever may open it; undefined where its time does not run, or it is not theirs. */
export async function standingOf(ctx: Ctx, expirings: Expirings, kind: ExpiringKind, id: string): Promise<OwnStanding | undefined> {
  if (!(await ctx.house.opens(ctx, { type: kind, id }))) return undefined
  const of = expirings(kind)
  const since = await sinceOf(ctx, kind, of, id)
  if (!since) return undefined
  const profile = await retentionProfileOf(ctx)
  return {
    type: kind,
    id,
    since,
    goesOn: goesOn(profile, kind, since),
    needsArchive: of.archived === true,
    own: await ownStore.find(ctx, id),
    holds: await readHolds(ctx, { type: 'own_record', id }),
  }
}

export type Waiting = { readonly kind: ExpiringKind; readonly held: number; readonly unarchived: number }
/** Of each kind, how many have had their time and wait. */
export async function waitingOwn(ctx: Ctx, expirings: Expirings): Promise<readonly Waiting[]> {
  const { ownMonths } = await retentionProfileOf(ctx)
  const all: Waiting[] = []
  for (const kind of expiringKinds) {
    const counted = await stoppedCount(ctx, kind, expirings(kind), { months: ownMonths[kind], today: localDate(ctx.now) })
    if (counted.held + counted.unarchived > 0) all.push({ kind, ...counted })
  }
  return all
}
