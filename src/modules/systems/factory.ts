import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addSystem } from './commands.ts'
import { systemFields } from './fields.ts'
import type { SystemValues } from './system.ts'

/** A system through the real command, by somebody who may. */
export async function makeSystem(ctx: Ctx, over: Partial<SystemValues> = {}): Promise<string> {
  const id = newId(ctx.now)
  const outcome = await addSystem(ctx, id, { ...emptyValues(systemFields), name: `Fagsystem ${id.slice(-6)}`, inUse: 'yes', ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why}`)
  return id
}
