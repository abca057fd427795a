import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { addDevice } from './commands.ts'
import type { DeviceAnswers } from './equipment.ts'
import { laptop } from './factory-answers.ts'

/** A laptop with stored information, through the real command, by somebody who may. */
export async function makeDevice(ctx: Ctx, over: Partial<DeviceAnswers>): Promise<string> {
  const id = newId(ctx.now)
  const outcome = await addDevice(ctx, id, {
    ...laptop,
    number: `PC-${id.slice(-6)}`,
    unit: ctx.actor.leads[0] ?? ctx.actor.unitId,
    ...over,
  })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
