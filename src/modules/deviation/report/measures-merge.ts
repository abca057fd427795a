import { type Form, isEmpty, parse } from '../../../kernel/fields.ts'
import { versionOf, written } from '../../../kernel/merge.ts'
import { findName } from '../../../kernel/reference.ts'
import { fingerprint } from '../../../kernel/seal.ts'
import type { Measure } from '../deviation.ts'
import { measureFields } from '../fields-report.ts'
import { measureName, measureRows, mostMeasures } from './measures.ts'

// Two who edit the list of measures: row by row, as forms are put together question by question (docs/decisions/0013-one-road-for-forms.md).

/** The hidden answer that says what each row held when the list was opened. */
export const rowsName = 'rows'

type Part = keyof typeof measureFields
/** All of one row as it was posted, by what comes behind `measure2.`: the answers, and what was looked for. */
type Row = Readonly<Record<string, Form[string]>>

const parts = (Object.keys(measureFields) as Part[]).filter((part) => part !== 'responsible')

/** One mark a row. `mayName`: the form asks for a person too. */
export const rowMarks = (measures: readonly Measure[], mayName: boolean): string =>
  measures.map((measure) => `${measure.id}:${markOf(rowOf(measure), mayName)}`).join(' ')

export type MetRows = {
  /** What was posted, with the rows put together. */
  readonly form: Form
  /** The rows that both have changed: what stands (null: it was taken away), and which row of the form it is. */
  readonly both: readonly { readonly row: number; readonly stands: Measure | null }[]
}

/**
 * The rows of one editor and those that stand now, against those that were opened. A row that only one has added, changed or removed is as
 * that one left it; a row that both have changed, each in another way, is asked about and stays as it was written here.
 */
export function meetRows(form: Form, now: readonly Measure[], mayName: boolean, version: number): MetRows {
  const opened = openedIn(form)
  if (!opened || versionOf(form) === version || rowMarks(now, mayName) === form[rowsName]) return { form, both: [] }
  const mine = postedRows(form)
  const rows: { readonly row: Row; readonly from: number | null }[] = []
  const both: { row: number; stands: Measure | null }[] = []
  const taken = new Set<number>()
  for (const measure of now) {
    const there = markOf(rowOf(measure), mayName)
    const was = opened.get(measure.id)
    const at = mine.findIndex(({ row }) => row.id === measure.id || (was === undefined && !row.id && markOf(row, mayName) === there))
    const own = mine[at]
    if (own) taken.add(own.from)
    const here = own && !isBlank(own.row) ? markOf(own.row, mayName) : gone
    if (was === undefined || here === was || here === there) rows.push({ row: { ...own?.row, ...rowOf(measure) }, from: own?.from ?? null })
    else {
      if (there !== was) both.push({ row: rows.length, stands: measure })
      if (here !== gone || there !== was) rows.push({ row: { ...own?.row, id: measure.id }, from: own?.from ?? null })
    }
  }
  for (const { row, from } of mine) {
    if (taken.has(from) || isBlank(row)) continue
    const was = typeof row.id === 'string' ? opened.get(row.id) : undefined
    // Taken away by the other, and not touched here.
    if (was !== undefined && was === markOf(row, mayName)) continue
    if (was !== undefined) both.push({ row: rows.length, stands: null })
    rows.push({ row, from })
  }
  return { form: rewritten(form, rows.slice(0, mostMeasures), now, mayName, version), both }
}

const gone = 'gone'

function openedIn(form: Form): ReadonlyMap<string, string> | null {
  const said = form[rowsName]
  if (typeof said !== 'string') return null
  return new Map(said.split(' ').flatMap((one) => (one.includes(':') ? [one.split(':') as [string, string]] : [])))
}

function postedRows(form: Form): readonly { readonly row: Row; readonly from: number }[] {
  return Array.from({ length: measureRows(form) }, (_, from) => {
    const begins = `measure${from}.`
    const own = Object.entries(form).filter(([name]) => name.startsWith(begins))
    return { row: Object.fromEntries(own.map(([name, value]) => [name.slice(begins.length), value])), from }
  })
}

const rowOf = (measure: Measure): Row =>
  Object.fromEntries([['id', measure.id], ...parts.map((part) => [part, written(measureFields[part], measure[part])])])

/** The same for two ways of writing one row; what cannot be read is what was written. */
function markOf(row: Row, mayName: boolean): string {
  const asked = parts.filter((part) => mayName || (part !== 'responsiblePerson' && part !== 'evidence'))
  const { values, problems } = parse(measureFields, Object.fromEntries(asked.map((part) => [part, row[part]])))
  const answer = (part: Part) => (problems.some(({ field }) => field === part) ? ['?', row[part]] : (values[part] ?? null))
  return fingerprint(JSON.stringify(asked.map((part) => (part === 'state' ? (values.state ?? 'planned') : answer(part)))))
}

/** As the page knows an empty row: what it is for and whether it is done are chosen in advance. */
const isBlank = (row: Row): boolean => parts.every((part) => part === 'purpose' || part === 'state' || isEmpty(row[part]))

function rewritten(
  form: Form,
  rows: readonly { readonly row: Row; readonly from: number | null }[],
  now: readonly Measure[],
  mayName: boolean,
  version: number,
): Form {
  const rest = Object.entries(form).filter(([name]) => !/^measure\d{1,2}\./.test(name))
  const own = rows.flatMap(({ row }, at) => Object.entries(row).map(([part, value]) => [`measure${at}.${part}`, value]))
  // Whom somebody looks for, in the row where it lies now.
  const sought = /^measure(\d{1,2})\.(\w+)$/.exec(String(form[findName] ?? ''))
  const at = sought ? rows.findIndex(({ from }) => from === Number(sought[1])) : -1
  return {
    ...Object.fromEntries([...rest, ...own]),
    ...(sought && { [findName]: at < 0 ? '' : measureName(at, sought[2] as Part) }),
    [rowsName]: rowMarks(now, mayName),
    version: String(version),
  }
}
