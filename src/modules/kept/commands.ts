import type { Ctx } from '../../kernel/ctx.ts'
import type { Form } from '../../kernel/fields.ts'
import type { Kept, Removal } from '../../kernel/removal.ts'
import { forgetAt, forgetOne, keepForm, rewriteKept } from './store.ts'

/** A copy of what whoever asks is writing. */
export const keepCopy = ({ tx, house, actor, now }: Ctx, address: string, form: Form): Promise<void> =>
  keepForm(tx, house, actor, { address, form, posted: false }, now)

/** Whoever asks does not want it back. */
export const discardCopy = ({ tx, house, actor }: Ctx, address: string): Promise<void> => forgetAt(tx, house, actor, address)

/** Answers whether there was such a form of whoever asks. */
export const discardKept = ({ tx, house, actor }: Ctx, id: string): Promise<boolean> => forgetOne(tx, house, actor, id)

/** What is taken out of a case is taken out of what is kept of its pages, whoever wrote it (S1-42). Nobody is told that anything was there. */
export async function removeFromKept({ tx, house, actor }: Ctx, caseId: string, remove: Removal): Promise<readonly Kept[]> {
  const ofCase = (address: string) => address.split(/[/?#]/).includes(caseId)
  await rewriteKept(tx, house, actor.organisationId, ofCase, remove)
  return []
}
