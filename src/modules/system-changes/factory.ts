import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addChange } from './commands.ts'
import { changeFields } from './fields.ts'
import type { Answers } from './system-change.ts'

/** A change through the real command, by somebody who may. */
export async function makeChange(ctx: Ctx, over: Partial<Answers>): Promise<string> {
  const id = newId(ctx.now)
  const outcome = await addChange(ctx, id, { ...emptyValues(changeFields), name: `Endring ${id.slice(-6)}`, size: 'small', ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
