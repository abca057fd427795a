import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addArticle, adoptArticle, markReviewed } from './commands.ts'
import { articleFields } from './fields.ts'
import type { Answers } from './guidance.ts'

/** A draft through the real command, by somebody who may. */
export async function makeArticle(ctx: Ctx, over: Partial<Answers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const blank = { ...emptyValues(articleFields), name: `Tekst ${id.slice(-6)}`, kind: 'article', bodyNb: 'Innhold' } as const
  const outcome = await addArticle(ctx, id, { ...blank, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return id
}

/** One that is in force. */
export async function makePublished(ctx: Ctx, over: Partial<Answers> = {}): Promise<string> {
  const id = await makeArticle(ctx, over)
  await adoptNow(ctx, id)
  return id
}

/** The draft as it stands is reviewed and adopted. */
export async function adoptNow(ctx: Ctx, id: string): Promise<void> {
  const reviewed = await markReviewed(ctx, id, null)
  const adopted = await adoptArticle(ctx, id, null, { adoptedBy: 'Ledergruppa', adoptedOn: '2026-03-01', minutes: 'Sak 1/26' })
  if (!reviewed.ok || !adopted.ok) throw new Error('not adopted')
}
