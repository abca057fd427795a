import type { Attaches, Ctx, Reviewed } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { findSystem } from './queries.ts'
import { mayEdit } from './rules.ts'

/** Everybody reads of the systems; those who keep one add to it. */
export async function filesOfSystem(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const system = await findSystem(ctx, id)
  return (
    system && { page: `/systemer/${id}`, name: inAll(() => system.values.name ?? ''), add: mayEdit(system, ctx.actor), protectedBy: false }
  )
}

/** The owner answers for the yearly review of the system (S4-119). */
export async function reviewOfSystem(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const [system, shelf] = [await findSystem(ctx, id), await filesOfSystem(ctx, id)]
  return system && shelf && { ...shelf, owner: system.values.owner, roles: ['ciso', 'dpo'], mayPlan: shelf.add, mayReview: shelf.add }
}
