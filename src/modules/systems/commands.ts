import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { leaderOfUnit, personsById, unitsById } from '../people/public.ts'
import { nameTaken } from './queries.ts'
import * as rules from './rules.ts'
import { store } from './store.ts'
import type { System, SystemEvent, SystemValues } from './system.ts'

/** The owner is the head of the unit that owns the system, unless another is named (S4-100). */
export async function addSystem(ctx: Ctx, id: string, values: SystemValues): Promise<Outcome<System, SystemEvent>> {
  const strange = await strangeAnswer(ctx, id, values)
  if (strange) return strange
  const owner = values.owner ?? (values.ownerUnit ? ((await leaderOfUnit(ctx, values.ownerUnit))?.id ?? null) : null)
  const outcome = rules.addSystem(id, { ...values, owner }, ctx.actor)
  if (outcome.ok) await store.insert(ctx, outcome)
  return outcome
}

export async function editSystem(
  ctx: Ctx,
  id: string,
  version: number | null,
  values: SystemValues,
): Promise<Outcome<System, SystemEvent>> {
  const strange = await strangeAnswer(ctx, id, values)
  return strange ?? decide(ctx, store, id, version, (system) => rules.editSystem(system, values, ctx.actor))
}

/** Units and people must be ours, and a name stands once. */
async function strangeAnswer(ctx: Ctx, id: string, values: SystemValues) {
  const { name, ownerUnit, owner, superUser } = values
  if (name && (await nameTaken(ctx, name, id))) return refuse('nameTaken', ['name'])
  if (ownerUnit && !(await unitsById(ctx, [ownerUnit])).has(ownerUnit)) return refuse('notARecord', ['ownerUnit'])
  const people = await personsById(
    ctx,
    [owner, superUser].filter((one): one is string => one !== null),
  )
  if (owner && !people.has(owner)) return refuse('notARecord', ['owner'])
  return superUser && !people.has(superUser) ? refuse('notARecord', ['superUser']) : null
}
