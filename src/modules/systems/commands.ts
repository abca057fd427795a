import type { Ctx } from '../../kernel/ctx.ts'
import { registerCommands } from '../../register/commands.ts'
import { leaderOfUnit } from '../people/public.ts'
import { references } from './queries.ts'
import { rules } from './rules.ts'
import { store } from './store.ts'
import type { SystemValues } from './system.ts'

const { add, edit } = registerCommands(store, rules, references)
export const editSystem = edit

/** The owner is the head of the unit that owns the system, unless another is named (S4-100). */
export async function addSystem(ctx: Ctx, id: string, values: SystemValues): ReturnType<typeof add> {
  const leader = values.owner === null && values.ownerUnit !== null ? await leaderOfUnit(ctx, values.ownerUnit) : undefined
  return add(ctx, id, leader ? { ...values, owner: leader.id } : values)
}
