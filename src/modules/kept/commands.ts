import type { Ctx } from '../../kernel/ctx.ts'
import type { Form } from '../../kernel/fields.ts'
import { forgetAt, forgetOne, keepForm } from './store.ts'

/** A copy of what whoever asks is writing. */
export const keepCopy = ({ tx, house, actor, now }: Ctx, address: string, form: Form): Promise<void> =>
  keepForm(tx, house, actor, { address, form, posted: false }, now)

/** Whoever asks does not want it back. */
export const discardCopy = ({ tx, house, actor }: Ctx, address: string): Promise<void> => forgetAt(tx, house, actor, address)

/** Answers whether there was such a form of whoever asks. */
export const discardKept = ({ tx, house, actor }: Ctx, id: string): Promise<boolean> => forgetOne(tx, house, actor, id)
