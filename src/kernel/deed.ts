import { record } from './audit.ts'
import { type Change, type Happening, type Outcome, refuse } from './change.ts'
import type { Ctx } from './ctx.ts'

export type Versioned = { readonly id: string; readonly version: number }

/** What a module's store offers: lock one record, apply one change. It accepts nothing but a Change, so nothing changes unaudited. */
export type Store<T extends Versioned, E extends Happening> = {
  readonly subject: string
  /** Whoever acts must not be known in the log. */
  readonly by?: 'protected'
  readonly lock: (ctx: Ctx, id: string) => Promise<T | undefined>
  readonly apply: (ctx: Ctx, change: Change<T, E>, before: T) => Promise<void>
}

/**
 * Lock, decide, apply: the road of every deed. `version` is what the editor saw; another one has been there since when it
 * differs, and then nothing is written (S4-023). A refusal is recorded too.
 */
export async function decide<T extends Versioned, E extends Happening>(
  ctx: Ctx,
  store: Store<T, E>,
  id: string,
  version: number | null,
  rule: (record: T) => Outcome<T, E>,
): Promise<Outcome<T, E>> {
  const before = await store.lock(ctx, id)
  if (!before) return refuse('notFound')
  const outcome = version !== null && version !== before.version ? refuse('stale') : rule(before)
  if (outcome.ok) await store.apply(ctx, outcome, before)
  else
    await record(
      ctx,
      { type: store.subject, id },
      [{ type: `${store.subject}.refused`, why: outcome.why, fields: outcome.fields } as Happening],
      store.by ?? 'actor',
    )
  return outcome
}
