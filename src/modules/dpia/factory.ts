import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { type MeasureAnswers, measureFields } from '../risks/public.ts'
import { addDpia } from './commands.ts'
import { writeMeasure, writeScenario } from './commands-parts.ts'
import type { Answers, ScenarioAnswers } from './dpia.ts'
import { smallScenario } from './factory-answers.ts'
import { dpiaFields, scenarioFields } from './fields.ts'

/** An assessment through the real command, by somebody who may. */
export async function makeDpia(ctx: Ctx, over: Partial<Answers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const outcome = await addDpia(ctx, id, { ...emptyValues(dpiaFields), name: `DPIA ${id.slice(-6)}`, ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}

export async function makeScenario(ctx: Ctx, dpiaId: string, over: Partial<ScenarioAnswers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const blank = { ...emptyValues(scenarioFields), name: 'Kjent av naboen', cause: 'humanProtection', harms: ['confidentiality'] } as const
  const outcome = await writeScenario(ctx, dpiaId, null, { ...blank, ...smallScenario, ...over, id })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return id
}

export async function makeMeasure(ctx: Ctx, dpiaId: string, over: Partial<MeasureAnswers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const blank = { ...emptyValues(measureFields), name: 'Opplæring', kind: 'training', effect: ['preventing'], dueOn: '2026-06-01' } as const
  const outcome = await writeMeasure(ctx, dpiaId, null, {
    ...blank,
    owner: ctx.actor.personId,
    decidedBy: ctx.actor.personId,
    decidedOn: '2026-02-01',
    ...over,
    id,
  })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return id
}
