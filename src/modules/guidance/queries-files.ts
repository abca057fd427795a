import type { Attaches, Ctx } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { findArticle } from './queries.ts'
import { mayEdit } from './rules.ts'

/** Documents that belong to a text, and pictures in it: everybody reads them, its editors add to them (S0-25). */
export async function filesOfArticle(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findArticle(ctx, id)
  if (!record) return undefined
  return { page: `/artikler/${id}`, name: inAll(() => record.values.name ?? ''), add: mayEdit(record, ctx.actor), protectedBy: false }
}
