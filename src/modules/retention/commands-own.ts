import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { type ExpiringKind, type Expirings, expiringKinds } from '../../kernel/expiring.ts'
import { newId } from '../../kernel/ids.ts'
import { forgetVersions } from '../../kernel/version.ts'
import { meantHold, withHold } from '../../register/holds/holds.ts'
import { readHolds, writeHolds } from '../../register/holds/store.ts'
import { forgetFiles } from '../files/public.tsx'
import { forgetTold } from '../messages/public.ts'
import { forgetTasks, syncTasks } from '../tasks/public.ts'
import type { Archiving, Held, Hold, MovedHold, Own, OwnEvent } from './own.ts'
import { retentionProfileOf } from './queries.ts'
import type { DeletionEvent } from './retention.ts'
import * as rules from './rules-own.ts'
import { expiredIds, forgetOwn, lockRecord, ownStore } from './store-own.ts'

type Done = Promise<Outcome<Own, OwnEvent>>
type Key = { readonly type: ExpiringKind; readonly id: string }

/** One deed with what is said of a record; the first begins it. */
async function said(
  ctx: Ctx,
  { type: kind, id }: Key,
  rule: (own: Own, holds: readonly Held[]) => Outcome<Own, OwnEvent>,
  after?: (holds: readonly Held[]) => Held | null | undefined,
): Done {
  if (!(await lockRecord(ctx, kind, id))) return refuse('notFound')
  const key = { type: 'own_record', id } as const
  const holds = await readHolds<Held['reason']>(ctx, key)
  const outcome = (await ownStore.find(ctx, id))
    ? await decide(ctx, ownStore, id, null, (own) => rule(own, holds))
    : await ownStore.add(ctx, id, rules.blankOwn(id, kind).values, () => rule(rules.blankOwn(id, kind), holds))
  if (!outcome.ok) return outcome
  const written = after?.(holds)
  if (written) await writeHolds(ctx, key, [written])
  await syncTasks(
    ctx,
    { type: 'own_record', id, reference: null, href: `/sletting/egne/${kind}/${id}` },
    'own_record.',
    rules.ownTasks(written ? withHold(holds, written) : holds),
  )
  return outcome
}
export function holdOwn(ctx: Ctx, key: Key, hold: Hold): Done {
  const id = newId(ctx.now)
  return said(
    ctx,
    key,
    (own, holds) => rules.holdOwn(own, holds, hold, id, ctx),
    () => rules.heldAs(id, hold, ctx),
  )
}
/** `hold`: which of the reasons; null: the only one. */
export const moveHold = (ctx: Ctx, key: Key, hold: string | null, given: MovedHold): Done =>
  said(
    ctx,
    key,
    (own, holds) => rules.moveHold(own, holds, hold, given, ctx),
    (holds) => {
      const one = meantHold(holds, hold)
      return one && given.holdReviewOn ? { ...one, reviewOn: given.holdReviewOn } : null
    },
  )
export const releaseOwn = (ctx: Ctx, key: Key, hold: string | null = null): Done =>
  said(
    ctx,
    key,
    (own, holds) => rules.releaseOwn(own, holds, hold, ctx),
    (holds) => {
      const one = meantHold(holds, hold)
      return one && { ...one, endedOn: localDate(ctx.now) }
    },
  )
export const archiveOwn = (ctx: Ctx, key: Key, archiving: Archiving): Done =>
  said(ctx, key, (own) => rules.archiveOwn(own, archiving, ctx.actor, ctx.now))

const batch = 100

/**
 * Takes away those of Varde's own records whose time is out, with all that hung on them. That so many of a kind went, and when, is in the
 * log: the proof, which names nobody. Answers whether there may be more.
 */
export async function removeExpired(ctx: Ctx, expirings: Expirings): Promise<boolean> {
  const profile = await retentionProfileOf(ctx)
  let more = false
  for (const kind of expiringKinds) {
    const of = expirings(kind)
    const ids = await expiredIds(ctx, kind, of, { months: profile.ownMonths[kind], today: localDate(ctx.now) }, batch)
    if (ids.length === 0) continue
    more ||= ids.length === batch
    for (const id of ids) {
      await forgetVersions(ctx, { type: kind, id })
      await forgetVersions(ctx, { type: 'own_record', id })
    }
    await forgetFiles(ctx, kind, ids)
    await forgetTasks(ctx, ids)
    await forgetTold(ctx, ids)
    await forgetOwn(ctx, ids)
    await of.remove(ctx, ids)
    const event: DeletionEvent = { type: 'deletion.ownRemoved', kind, count: ids.length }
    await record(ctx, { type: 'deletion', id: null }, [event])
  }
  return more
}
