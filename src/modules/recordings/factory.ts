import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addRecording } from './commands.ts'
import { threatened } from './factory-answers.ts'
import { recordingFields } from './fields.ts'
import type { Answers } from './recording.ts'

/** A recording of a threatening call, through the real command, by whoever made it. */
export async function makeRecording(ctx: Ctx, over: Partial<Answers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const { personId, leads, unitId } = ctx.actor
  const mine = { unit: leads[0] ?? unitId, recordedBy: personId, access: [personId] }
  const outcome = await addRecording(ctx, id, { ...emptyValues(recordingFields), ...threatened, ...mine, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
