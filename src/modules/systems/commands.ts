import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { leaderOfUnit, personsById, unitsById } from '../people/public.ts'
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
  const strange = await strangeAnswer(ctx, values)
  return strange ?? store.edit(ctx, id, version, values, (system) => rules.editSystem(system, values, ctx.actor))
}

/** Units and people must be ours. */
async function strangeAnswer(ctx: Ctx, { ownerUnit, owner, superUser }: SystemValues) {
  if (ownerUnit && !(await unitsById(ctx, [ownerUnit])).has(ownerUnit)) return refuse('notARecord', ['ownerUnit'])
  const people = await personsById(
    ctx,
    [owner, superUser].filter((one): one is string => one !== null),
  )
  if (owner && !people.has(owner)) return refuse('notARecord', ['owner'])
  return superUser && !people.has(superUser) ? refuse('notARecord', ['superUser']) : null
}
