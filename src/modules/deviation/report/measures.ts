import { type Form, isEmpty, type Problem, parse } from '../../../kernel/fields.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Measure } from '../deviation.ts'
import { measureFields } from '../fields-report.ts'
import { isGiven } from '../responsible.ts'

export const mostMeasures = 50
type Part = keyof typeof measureFields | 'id'

/** The name of one answer in one row of the list: `measure2.what`. */
export const measureName = (row: number, part: Part): string => `measure${row}.${part}`

/** How many rows are shown: those there are, those that were posted, and always an empty one. */
export const rowsShown = (measures: readonly unknown[], rows: number): number => Math.min(mostMeasures, Math.max(rows, measures.length + 1))

/** How many rows were posted. */
export const measureRows = (form: Form): number => {
  const rows = Object.keys(form).flatMap((name) => /^measure(\d{1,2})\./.exec(name)?.[1] ?? [])
  return Math.min(mostMeasures, Math.max(0, ...rows.map((row) => Number(row) + 1)))
}

/**
 * Reads the rows. A row in which nothing is written is no measure; one that says who or when, but not what, is asked back.
 * Only ids of the case's own measures are kept: another id would reach into another case. What a measure is for may be left
 * unanswered by a reporter, and never by those who handle the case (`asks`): it decides where the notice names it.
 */
export function parseMeasures(
  form: Form,
  own: readonly Measure[],
  newId: () => string,
  asks: 'purpose' | 'what' = 'what',
  /** Whether those who handle the case write: they name persons too (S1-43), and say what shows that it was done (S4-005). */
  mayName = false,
): { readonly measures: readonly Measure[]; readonly problems: readonly Problem[] } {
  const measures: Measure[] = []
  const problems: Problem[] = []
  for (let row = 0; row < measureRows(form); row++) {
    const id = form[measureName(row, 'id')]
    const stood = own.find((measure) => measure.id === id)
    const answers = Object.fromEntries(Object.keys(measureFields).map((name) => [name, form[measureName(row, name as Part)]]))
    const { values, problems: faults } = parse(measureFields, {
      ...answers,
      responsible: '',
      ...(!mayName && { responsiblePerson: '', evidence: '' }),
    })
    problems.push(...faults.map((fault) => ({ ...fault, field: measureName(row, fault.field as Part) })))
    const written =
      !isEmpty(values.what) || isGiven(values) || !isEmpty(values.dueOn) || !isEmpty(values.doneOn) || !isEmpty(values.evidence)
    if (!written) continue
    if (isEmpty(values.what) && !faults.some((fault) => fault.field === 'what'))
      problems.push({ field: measureName(row, 'what'), code: 'missing' })
    if (asks === 'purpose' && values.purpose === null && !faults.some((fault) => fault.field === 'purpose'))
      problems.push({ field: measureName(row, 'purpose'), code: 'missing' })
    const known = stood !== undefined && isId(id) && !measures.some((measure) => measure.id === id)
    const kept = { responsible: stood?.responsible ?? null, ...(!mayName && handlersOwn(stood)) }
    measures.push({ ...values, ...kept, id: known ? id : newId(), state: values.state ?? 'planned' })
  }
  return { measures, problems }
}

/** What a report does not ask of a measure, and those who handle the case do. */
const handlersOwn = (stood: Measure | undefined) => ({
  responsiblePerson: stood?.responsiblePerson ?? null,
  evidence: stood?.evidence ?? null,
})
