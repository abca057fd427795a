import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addProcessing } from './commands.ts'
import { processingFields } from './fields.ts'
import type { Answers } from './processing.ts'

/** Everything that the law asks of an administrative activity without special categories. */
export const wholeAnswers: Partial<Answers> = {
  purpose: 'Ta opp studenter.',
  dataSubjects: ['applicants'],
  dataKinds: ['name', 'contact'],
  basis: ['publicTask'],
  lawReference: 'universitets- og høyskoleloven § 4-15',
  recipients: 'Ingen',
  transfers: 'no',
  securityJudged: 'satisfactory',
  securityJudgedOn: '2026-01-15',
  deletionRoutine: 'Slettes ved årsskiftet.',
}

/** An activity through the real command, by somebody who may. */
export async function makeProcessing(ctx: Ctx, over: Partial<Answers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const blank = {
    ...emptyValues(processingFields),
    name: `Behandling ${id.slice(-6)}`,
    kind: 'administrative',
    ourRole: 'controller',
  } as const
  const outcome = await addProcessing(ctx, id, { ...blank, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return id
}
