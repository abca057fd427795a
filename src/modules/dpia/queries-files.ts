import { nobody } from '../../kernel/actor.ts'
import type { Attaches, Ctx, Reviewed } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import type { Dpia } from './dpia.ts'
import { findDpia } from './queries.ts'
import { mayEdit, mayRead } from './rules.ts'

const nameOf = ({ values }: Dpia) => inAll(() => values.name ?? '')

/** Drawings of the data flow and other files that belong to it: for those who may read it. */
export async function filesOfDpia(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findDpia(ctx, id)
  if (!record || !mayRead(record, ctx.actor)) return undefined
  return { page: `/dpia/${id}`, name: nameOf(record), add: mayEdit(record, ctx.actor), protectedBy: false }
}

/** It is gone through again each year (Article 35(11)). The clock, which reads none, makes the task when it comes due. */
export async function reviewOfDpia(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const record = await findDpia(ctx, id)
  if (!record || !(ctx.actor.personId === nobody || mayRead(record, ctx.actor))) return undefined
  const may = mayEdit(record, ctx.actor)
  return {
    page: `/dpia/${id}`,
    name: nameOf(record),
    owner: record.values.owner,
    roles: ['privacyContact', 'dpo'],
    mayPlan: may,
    mayReview: may,
  }
}
