import { nobody } from '../../kernel/actor.ts'
import type { Attaches, Ctx, Reviewed } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { findRisk } from './queries.ts'
import type { Risk } from './risk.ts'
import { mayEdit, mayRead } from './rules.ts'

const nameOf = ({ values }: Risk) => inAll(() => values.name ?? '')

/** Reports and minutes that belong to an analysis: for those who may read it. */
export async function filesOfRisk(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findRisk(ctx, id)
  if (!record || !mayRead(record, ctx.actor)) return undefined
  return { page: `/ros/${id}`, name: nameOf(record), add: mayEdit(record, ctx.actor), protectedBy: false }
}

/** An analysis is gone through each year, by its owner. The clock, which reads none, makes the task when it comes due. */
export async function reviewOfRisk(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const record = await findRisk(ctx, id)
  if (!record || !(ctx.actor.personId === nobody || mayRead(record, ctx.actor))) return undefined
  const may = mayEdit(record, ctx.actor)
  return { page: `/ros/${id}`, name: nameOf(record), owner: record.values.owner, roles: ['ciso'], mayPlan: may, mayReview: may }
}
