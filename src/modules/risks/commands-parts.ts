import type { Happening, Outcome } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide, type Store, type Versioned } from '../../kernel/deed.ts'

/** What is written of a part is written with the change of its record: the version that is kept holds both. */
export async function decideWithPart<R extends Versioned, E extends Happening, T>(
  ctx: Ctx,
  store: Store<R, E>,
  id: string,
  version: number | null,
  rule: (record: R) => Outcome<{ readonly record: R; readonly part: T }, E>,
  write: (part: T) => Promise<void>,
): Promise<Outcome<R, E>> {
  let part: T | undefined
  const writing: Store<R, E> = {
    ...store,
    apply: async (_, made, before) => {
      await write(part as T)
      await store.apply(ctx, made, before)
    },
  }
  return decide<R, E>(ctx, writing, id, version, (record) => {
    const decided = rule(record)
    if (!decided.ok) return decided
    part = decided.next.part
    return { ok: true, next: decided.next.record, events: decided.events }
  })
}
