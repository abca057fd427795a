import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addRisk, writeMeasure, writeScenario } from './commands.ts'
import { measureFields, riskFields, scenarioFields } from './fields.ts'
import type { Answers, MeasureAnswers, ScenarioAnswers } from './risk.ts'

/** All that must be answered before an analysis can be approved, but who owns it and what may happen. */
export const wholeAnswers: Partial<Answers> = {
  about: 'Hele systemet.',
  purpose: 'Føre journal over tjenestene.',
  dataAccount: 'Navn, adresse og helseopplysninger om 900 brukere.',
  content: 'strict',
  context: 'inHouse',
  dpiaNeeded: 'no',
  dpiaReason: 'Ingen av tegnene på høy risiko passer.',
}
export const smallScenario: Partial<ScenarioAnswers> = { likelihood: '1', forSubjects: '2', forOrganisation: '1' }

/** An analysis through the real command, by somebody who may. */
export async function makeRisk(ctx: Ctx, over: Partial<Answers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const outcome = await addRisk(ctx, id, { ...emptyValues(riskFields), name: `ROS ${id.slice(-6)}`, reason: 'new', ...over })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}

export async function makeScenario(ctx: Ctx, riskId: string, over: Partial<ScenarioAnswers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const blank = { ...emptyValues(scenarioFields), name: 'Feil mottaker', cause: 'humanCompetence', touches: ['confidentiality'] } as const
  const outcome = await writeScenario(ctx, riskId, null, { ...blank, ...smallScenario, ...over, id })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return id
}

export async function makeMeasure(ctx: Ctx, riskId: string, over: Partial<MeasureAnswers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const blank = { ...emptyValues(measureFields), name: 'Opplæring', kind: 'training', effect: ['preventing'], dueOn: '2026-06-01' } as const
  const outcome = await writeMeasure(ctx, riskId, null, {
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
