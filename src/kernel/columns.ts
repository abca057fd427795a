import { emptyValues, type Fields, type Values } from './fields.ts'

/** A record whose questions are the columns of its table: `whatHappened` is `what_happened`, a reference ends in `_id`, several in `_ids`. */
export const columnOf = (fields: Fields, name: string): string => {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const kind = fields[name]?.kind
  return kind === 'reference' ? `${snake}_id` : kind === 'references' ? `${snake}_ids` : snake
}

export const toRow = <F extends Fields>(fields: F, values: Values<F>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(fields).map((name) => [columnOf(fields, name), values[name as keyof F]]))

export const fromRow = <F extends Fields>(fields: F, row: Readonly<Record<string, unknown>> | undefined): Values<F> =>
  row
    ? (Object.fromEntries(Object.keys(fields).map((name) => [name, row[columnOf(fields, name)] ?? null])) as Values<F>)
    : emptyValues(fields)
