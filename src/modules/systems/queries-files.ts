import type { Attaches, Ctx } from '../../kernel/ctx.ts'
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
