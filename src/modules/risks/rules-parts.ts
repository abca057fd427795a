import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import { changed, type Fields, type Values } from '../../kernel/fields.ts'
import { measureFields, planOf } from './fields.ts'
import type { Scale } from './matrix.ts'
import type { Measure, MeasureAnswers } from './risk.ts'

// What holds for scenarios and measures, whichever record they belong to: an analysis, an impact assessment.

const stepFields: readonly string[] = [
  ...(['likelihood', 'forSubjects', 'forOrganisation'] as const),
  ...(['likelihoodAfter', 'forSubjectsAfter', 'forOrganisationAfter'] as const),
]

/** No step is beyond the scale that the record began with; and something must be said that was not. */
export function scenarioRefused<F extends Fields>(fields: F, scale: Scale, before: Values<F> | null, next: Values<F>): Refusal | null {
  const beyond = stepFields.filter((name) => Number(next[name] ?? 0) > Number(scale))
  if (beyond.length > 0) return refuse('beyondScale', beyond)
  return before && changed(fields, before, next).length === 0 ? refuse('nothingChanged') : null
}

/** Written on a longer scale: its highest step is the highest here too, and no risk is smaller for it. */
export const withinScale = (answers: Readonly<Record<string, unknown>>, scale: Scale): Readonly<Record<string, unknown>> => ({
  ...answers,
  ...Object.fromEntries(stepFields.filter((name) => Number(answers[name] ?? 0) > Number(scale)).map((name) => [name, String(scale)])),
})

/** Whether what is written of a measure changes the plan that others approve, and whether it says that the measure is now carried out. */
export function measureWritten(before: Measure | null, next: Measure) {
  const fields = before ? changed(measureFields, before as MeasureAnswers, next as MeasureAnswers) : []
  const changesPlan = before === null || fields.some((name) => (planOf as readonly string[]).includes(name))
  return { changesPlan, carriedOut: next.doneOn !== null && before?.doneOn == null && !changesPlan }
}

/** What is carried out says what shows it, who decided it, and when (S4-005). */
export function measureRefused(before: Measure | null, next: Measure, now: Date): Refusal | null {
  if (before && changed(measureFields, before as MeasureAnswers, next as MeasureAnswers).length === 0) return refuse('nothingChanged')
  if (next.doneOn !== null && next.doneOn > localDate(now)) return refuse('doneLater', ['doneOn'])
  if (next.doneOn === null) return null
  if (next.evidence === null) return refuse('evidenceMissing', ['evidence'])
  const undecided = (['decidedBy', 'decidedOn'] as const).filter((name) => next[name] === null)
  return undecided.length > 0 ? refuse('decisionMissing', undecided) : null
}
