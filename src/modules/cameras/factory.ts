import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Answers } from './camera.ts'
import { addCamera } from './commands.ts'
import { wholeAnswers } from './factory-answers.ts'
import { cameraFields } from './fields.ts'

/** A camera through the real command, by somebody who may: all answered but the sign. */
export async function makeCamera(ctx: Ctx, over: Partial<Answers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const unit = ctx.actor.leads[0] ?? ctx.actor.unitId
  const outcome = await addCamera(ctx, id, { ...emptyValues(cameraFields), ...wholeAnswers, name: `Kamera ${id.slice(-6)}`, unit, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
