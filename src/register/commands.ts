import { type Happening, type Outcome, refuse } from '../kernel/change.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Fields, Values } from '../kernel/fields.ts'
import { type References, strangeIn } from '../kernel/reference.ts'
import type { RegisterEvent, Registered, RegisterRules } from './rules.ts'
import type { Register } from './store.ts'

type Done<F extends Fields, E extends Happening> = Promise<Outcome<Registered<F>, E>>

/**
 * The two deeds of a plain register. What a record points at must be ours; one that is gone stays where it stands, and is not chosen
 * anew. `E`: what is said of its records by deeds of its own, beside what these say.
 */
export function registerCommands<F extends Fields, S extends string, E extends Happening = RegisterEvent<S>>(
  store: Register<F, E | RegisterEvent<S>>,
  rules: RegisterRules<F, S>,
  references: References<F>,
) {
  const strange = async (ctx: Ctx, values: Values<F>, stands?: Values<F>) => {
    const fields = await strangeIn<F>(ctx, references, values, stands)
    return fields.length > 0 ? refuse('notARecord', fields) : null
  }
  return {
    /** `id`: the one its page made, so that a double press adds once. */
    add: (ctx: Ctx, id: string, values: Values<F>): Done<F, E | RegisterEvent<S>> =>
      store.add(ctx, id, values, async (newId) => (await strange(ctx, values)) ?? rules.add(newId, values, ctx.actor)),
    /** `version`: what its editor saw; null where it does not matter. */
    edit: async (ctx: Ctx, id: string, version: number | null, values: Values<F>): Done<F, E | RegisterEvent<S>> =>
      (await strange(ctx, values, (await store.find(ctx, id))?.values)) ??
      store.edit(ctx, id, version, values, (record) => rules.edit(record, values, ctx.actor)),
    /** Takes away what an import added, while it is as it was. */
    takeBack: async (ctx: Ctx, id: string, version: number): Done<F, E | RegisterEvent<S>> => {
      const isKept = await ctx.house.keeps(ctx, { type: store.subject, id })
      return store.takeBack(ctx, id, version, (record) => rules.takeBack(record, isKept, ctx.actor))
    },
  }
}
