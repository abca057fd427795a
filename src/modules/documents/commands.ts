import type { Ctx, Subject } from '../../kernel/ctx.ts'
import type { Document } from './document.ts'
import { renderPdf } from './render.ts'
import { insert } from './store.ts'

export type Finished = { readonly id: string; readonly number: number }

/**
 * Makes the file of a document and keeps both, for good (M22). Call it in the transaction of the deed that finishes the
 * document, with the record locked. Throws on a draft: what says "draft" on every page is not finished.
 */
export async function finish(ctx: Ctx, subject: Subject & { readonly id: string }, document: Document): Promise<Finished> {
  if (document.draft) throw new Error(`A draft cannot be kept as a finished document (${document.kind}).`)
  return insert(ctx, subject, document, renderPdf(document, ctx.now))
}
