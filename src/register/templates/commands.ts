import { sql } from 'kysely'
import type { Refusal } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import type { Template } from './template.ts'

export type Beginning<V> = {
  readonly subject: string
  /** The names among these that records have, in any letters. */
  readonly names: (ctx: Ctx, names: readonly string[]) => Promise<readonly { readonly id: string; readonly name: string }[]>
  /** The register's own deed, with its rule and its permission. `said`: what the page asks of all of them was ticked. */
  readonly add: (ctx: Ctx, id: string, values: V, unit: string, said: boolean) => Promise<{ readonly ok: true } | Refusal>
}
export type Begun = { readonly ok: true; readonly made: number } | (Refusal & { readonly name: string })

/**
 * Begins a record for each template, by the register's own deed: all of them, or none. A name that stands is passed over, so whoever
 * presses twice waits for the first press, and finds it done.
 */
export async function beginFrom<V>(
  ctx: Ctx,
  register: Beginning<V>,
  chosen: readonly Template<V>[],
  unit: string,
  said = false,
): Promise<Begun> {
  await takeTurn(ctx, register.subject)
  const stands = await register.names(
    ctx,
    chosen.map(({ name }) => name),
  )
  const taken = new Set(stands.map(({ name }) => name.toLowerCase()))
  const fresh = chosen.filter(({ name }) => !taken.has(name.toLowerCase()))
  await sql`savepoint templates`.execute(ctx.tx)
  for (const { name, values } of fresh) {
    const outcome = await register.add(ctx, newId(ctx.now), values, unit, said)
    if (outcome.ok) continue
    await sql`rollback to savepoint templates`.execute(ctx.tx)
    return { ...outcome, name }
  }
  await sql`release savepoint templates`.execute(ctx.tx)
  return { ok: true, made: fresh.length }
}
