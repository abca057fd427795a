import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addNotice } from './commands.ts'
import { noticeFields } from './fields.ts'
import type { Answers } from './information-notice.ts'

/** A notice through the real command, by somebody who may. */
export async function makeNotice(ctx: Ctx, processing: string, over: Partial<Answers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const whole = { name: `Informasjon ${id.slice(-6)}`, processing, whenGiven: 'Ved søknad', whereGiven: 'I skjemaet', rights: 'Innsyn.' }
  const outcome = await addNotice(ctx, id, { ...emptyValues(noticeFields), ...whole, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
