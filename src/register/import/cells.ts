import { type Field, type Fields, type Problem, parse } from '../../kernel/fields.ts'
import type { Called } from '../../kernel/reference.ts'
import { folded } from './columns.ts'
import { marks } from './reader.ts'

/** Why a row, or one cell of it, is not taken. `text`: what stands in the cell. Kept with the row, so codes and no words. */
export type Reason = {
  readonly why: string
  /** The question, where it is about one. */
  readonly field?: string
  readonly text?: string
  readonly row?: number
  readonly problem?: Problem
}

/** What the words of a file may mean here. */
export type Meanings = {
  /** By question and folded word, in every language. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** By question and word as written. */
  readonly references: ReadonlyMap<string, ReadonlyMap<string, readonly Called[]>>
}

export type Read = {
  readonly answers: Readonly<Record<string, unknown>>
  readonly reasons: readonly Reason[]
}

/** What Excel writes in a cell whose formula went wrong. */
const faultCell = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|I\/T|VERDI!|NAVN\?)$/i

/**
 * The answers of one row: those that its cells give. An empty cell answers nothing, so that what stands is kept. `stands`: the record as
 * it is, and what its references are called, so that a name that stands already goes on naming the same.
 */
export function readCells(
  fields: Fields,
  cells: Readonly<Record<string, string>>,
  meanings: Meanings,
  stands?: { readonly values: Readonly<Record<string, unknown>>; readonly called: (field: string, text: string) => boolean },
): Read {
  const answers: Record<string, unknown> = {}
  const reasons: Reason[] = []
  for (const [name, raw] of Object.entries(cells)) {
    const field = fields[name]
    const text = raw.trim()
    if (!field || text === '') continue
    if (stands && (field.kind === 'reference' || field.kind === 'references') && stands.called(name, text)) continue
    const read = readCell(name, field, text, meanings, stands?.values[name])
    if ('why' in read)
      reasons.push({ field: name, text: read.why === 'cellMerged' || read.why === 'formulaEmpty' ? '' : text.slice(0, 200), ...read })
    else answers[name] = read.value
  }
  return { answers, reasons }
}

/** A register may say what time it was where a day is asked for. */
const clockTime = /[T ]+(?:kl\.? ?)?\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:\.\d+)?)?$/i

type ReadCell = { readonly value: unknown } | Reason

function readCell(name: string, field: Field, text: string, { choices, references }: Meanings, stands: unknown): ReadCell {
  if (text === marks.formula) return { why: 'formulaEmpty' }
  if (text === marks.merged) return { why: 'cellMerged' }
  if (faultCell.test(text)) return { why: 'cellFault' }
  switch (field.kind) {
    case 'choice': {
      const meant = choices.get(name)?.get(folded(text)) ?? yesOrNo(field.of, text)
      return meant === undefined ? { why: 'notAChoice' } : { value: meant }
    }
    case 'choices': {
      const meant = chosen(choices.get(name) ?? new Map(), text)
      if (!meant) return { why: 'notAChoice' }
      const value = field.of.filter((one) => meant.includes(one))
      // The same answers in another order are no change.
      return {
        value: Array.isArray(stands) && value.length === stands.length && value.every((one) => stands.includes(one)) ? stands : value,
      }
    }
    case 'reference':
      return pointedAt(references.get(name)?.get(text) ?? [], stands)
    case 'references': {
      // Each on a line, or with a semicolon between: a name may hold a comma.
      const found = severalIn(text).map((part) =>
        pointedAt(references.get(name)?.get(part) ?? [], ...(Array.isArray(stands) ? stands : [])),
      )
      return (
        found.find((one): one is Reason => 'why' in one) ?? {
          value: [...new Set(found.map((one) => ('value' in one ? one.value : '')))].sort(),
        }
      )
    }
    default: {
      const written = field.kind === 'date' ? text.replace(clockTime, '') : text
      const { values, problems } = parse({ [name]: field }, { [name]: written })
      const [problem] = problems
      return problem ? { why: 'problem', problem } : { value: values[name] }
    }
  }
}

/** The parts of a cell that names several. */
export const severalIn = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const yesOrNo = (of: readonly string[], text: string): string | undefined => {
  const meant = /^(true|sann|1)$/i.test(text) ? 'yes' : /^(false|usann|0)$/i.test(text) ? 'no' : undefined
  return meant && of.includes(meant) ? meant : undefined
}

/** Several choices in one cell, with a line, a semicolon or a comma between. A choice may hold a comma itself, so the longest is tried first. */
function chosen(choices: ReadonlyMap<string, string>, text: string): readonly string[] | undefined {
  const parts = text.split(/[;\n]/).flatMap((part) => (choices.has(folded(part)) ? [part] : commaParts(choices, part)))
  const meant = parts.map((part) => choices.get(folded(part)))
  return meant.every((one) => one !== undefined) ? meant : undefined
}

function commaParts(choices: ReadonlyMap<string, string>, text: string): readonly string[] {
  const words = text.split(',').filter((word) => word.trim() !== '')
  const parts: string[] = []
  for (let from = 0; from < words.length; ) {
    let to = words.length
    while (to > from + 1 && !choices.has(folded(words.slice(from, to).join(',')))) to -= 1
    parts.push(words.slice(from, to).join(','))
    from = to
  }
  return parts
}

function pointedAt(called: readonly Called[], ...stands: readonly unknown[]): ReadCell {
  const own = called.find(({ id }) => stands.includes(id))
  if (own) return { value: own.id }
  const open = [...new Map(called.filter(({ gone }) => !gone).map((one) => [one.id, one])).values()]
  if (open.length === 1) return { value: open[0]?.id }
  if (open.length > 1) return { why: 'severalCalled' }
  return { why: called.length > 0 ? 'calledGone' : 'nobodyCalled' }
}

/** The answers as they are kept with the row, back as the questions have them: JSON knows no instants. */
export const revived = (fields: Fields, answers: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      fields[name]?.kind === 'instant' && typeof value === 'string' ? new Date(value) : value,
    ]),
  )
