import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { leaderOfUnit } from '../people/public.ts'
import type { systemFields } from './fields.ts'
import { references } from './queries.ts'
import * as rules from './rules.ts'
import { store } from './store.ts'
import type { System, SystemEvent, SystemValues } from './system.ts'

/** The owner is the head of the unit that owns the system, unless another is named (S4-100). */
export async function addSystem(ctx: Ctx, id: string, values: SystemValues): Promise<Outcome<System, SystemEvent>> {
  return store.add(ctx, id, values, async (newId) => {
    const strange = await strangeAnswer(ctx, values)
    if (strange) return strange
    const owner = values.owner ?? (values.ownerUnit ? ((await leaderOfUnit(ctx, values.ownerUnit))?.id ?? null) : null)
    return rules.addSystem(newId, { ...values, owner }, ctx.actor)
  })
}

export async function editSystem(
  ctx: Ctx,
  id: string,
  version: number | null,
  values: SystemValues,
): Promise<Outcome<System, SystemEvent>> {
  const strange = await strangeAnswer(ctx, values, (await store.find(ctx, id))?.values)
  return strange ?? store.edit(ctx, id, version, values, (system) => rules.editSystem(system, values, ctx.actor))
}

/** Units and people must be ours; whoever has left is not chosen anew. */
async function strangeAnswer(ctx: Ctx, values: SystemValues, stands?: SystemValues) {
  const strange = await strangeIn<typeof systemFields>(ctx, references, values, stands)
  return strange.length > 0 ? refuse('notARecord', strange) : null
}
