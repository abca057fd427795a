import type { Fields } from '../../kernel/fields.ts'
import { type Line, marks } from './reader.ts'

/** What a column or a choice may be called: in any case, without the signs around. */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** By what each question is called, in every language and as its column was the last time. Empty: not to be read. */
export type Known = ReadonlyMap<string, string>

/** How far down the headings are looked for. */
const firstLines = 20

/** The row of the headings: the one with most known words among the first; else the first with more than one cell. */
export function headingRow(lines: readonly Line[], known: Known): number {
  const first = lines.slice(0, firstLines)
  const words = (line: Line) => line.cells.filter((cell) => known.has(folded(cell))).length
  const best = first.reduce<Line | undefined>((found, line) => (words(line) > (found ? words(found) : 0) ? line : found), undefined)
  return (best ?? first.find(({ cells }) => cells.filter((cell) => cell !== '').length > 1) ?? first[0])?.at ?? 1
}

/** Which question each column answers, as far as one can tell by its name. One question has one column. */
export function guessed(headings: readonly string[], known: Known): readonly string[] {
  const taken = new Set<string>()
  return headings.map((heading) => {
    const field = known.get(folded(heading)) ?? ''
    if (field === '' || taken.has(field)) return ''
    taken.add(field)
    return field
  })
}

export type Misfit = { readonly why: 'mappedTwice' | 'keyUnmapped'; readonly field: string }

/**
 * What is wrong with a choice of columns: two for one question, none that tells the records apart. A required question without a column
 * is wrong only where records are added, so it is told and not refused.
 */
export function misfits(mapping: readonly string[], fields: Fields, key: string): readonly Misfit[] {
  const twice = Object.keys(fields).filter((field) => mapping.filter((one) => one === field).length > 1)
  return [
    ...twice.map((field) => ({ why: 'mappedTwice' as const, field })),
    ...(mapping.includes(key) ? [] : [{ why: 'keyUnmapped' as const, field: key }]),
  ]
}

/** Headings that stand more than once. */
export const doubled = (headings: readonly string[]): readonly string[] => {
  const seen = headings.filter((heading) => heading !== '').map(folded)
  return [...new Set(headings.filter((heading) => heading !== '' && seen.indexOf(folded(heading)) !== seen.lastIndexOf(folded(heading))))]
}

/** What is shown of a cell: nothing of those that could not be read. */
export const shownCell = (cell: string | undefined): string =>
  cell === undefined || cell === marks.formula || cell === marks.merged ? '' : cell

/**
 * The order rows are done in: as they stand, but one that lies below another of the same file after that one. Rows that lie below each
 * other in a ring stand as they are, and their rule refuses them.
 */
export function turnsOf(
  rows: readonly { readonly at: number; readonly key: string; readonly above: string }[],
): ReadonlyMap<number, number> {
  const byKey = new Map(rows.map((row) => [folded(row.key), row]))
  const turns = new Map<number, number>()
  const begun = new Set<number>()
  const visit = (row: (typeof rows)[number]): void => {
    const way: (typeof rows)[number][] = []
    for (let one: typeof row | undefined = row; one && !begun.has(one.at); one = byKey.get(folded(one.above))) {
      begun.add(one.at)
      way.push(one)
    }
    for (const one of way.reverse()) turns.set(one.at, turns.size + 1)
  }
  rows.forEach(visit)
  return turns
}
