import { setImmediate } from 'node:timers/promises'
import { record } from '../../../kernel/audit.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { type Document, finish, renderPdf } from '../../documents/public.ts'
import type { DeviationEvent } from '../deviation.ts'
import { type CaseView, caseView } from '../queries.ts'
import { caseDocument } from './documents.ts'
import type { CaseDocument } from './material.ts'
import { materialOf } from './queries.ts'

/**
 * Keeps documents of a case as they are now, for good: what was decided on is what is found again. Call it in the transaction
 * of the deed that makes them final; the case is locked by it. Throws where the case is not there or a document is a draft.
 */
export async function keepDocuments(ctx: Ctx, id: string, kinds: readonly CaseDocument[]): Promise<void> {
  for (const kind of kinds) {
    const view = await caseView(ctx, id)
    if (!view) throw new Error('The case whose documents are to be kept is not there.')
    await finish(ctx, { type: 'deviation', id }, caseDocument(kind, await materialOf(ctx, view)))
    await noteDocument(ctx, view, kind)
    await setImmediate()
  }
}

/** A document as a file, made now, and noted in the log. */
export async function makePdf(ctx: Ctx, view: CaseView, kind: string, document: Document): Promise<Uint8Array> {
  const pdf = renderPdf(document, ctx.now)
  await noteDocument(ctx, view, kind)
  await setImmediate()
  return pdf
}

/** Who took out which document, and when (M23). A protected reporter's own is noted without the name (S4-131). */
export async function noteDocument(ctx: Ctx, view: CaseView, kind: string): Promise<void> {
  const event: DeviationEvent = { type: 'deviation.documentMade', what: kind }
  const by = view.reporter.kind === 'protected' && view.standing.isReporter ? 'protected' : 'actor'
  await record(ctx, { type: 'deviation', id: view.deviation.id }, [event], by)
}
