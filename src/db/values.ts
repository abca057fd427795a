import { types } from 'pg'

/**
 * How column values become JavaScript values, for Varde's connections only: int8 → number (throws past 2^53), date → 'YYYY-MM-DD',
 * numeric → string. The rest is pg's own: timestamptz → Date, bytea → Buffer, json → parsed.
 */
export const valueParsers = {
  getTypeParser: (oid: number, format?: string): ((value: string) => unknown) =>
    (format === 'binary' ? undefined : ours.get(oid)) ?? types.getTypeParser(oid, format as 'text'),
}

const asText = (value: string): string => value

const asSafeNumber = (value: string): number => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`The number ${value} from the database is larger than JavaScript holds exactly.`)
  return number
}

// Arrays of text are parsed by pg; what they hold, by us.
const arrayOf =
  <T>(element: (value: string) => T) =>
  (value: string): (T | null)[] =>
    (types.getTypeParser(textArray as number as typeof types.builtins.TEXT)(value) as (string | null)[]).map((item) =>
      item === null ? null : element(item),
    )

const textArray = 1009

const ours: ReadonlyMap<number, (value: string) => unknown> = new Map<number, (value: string) => unknown>([
  [20, asSafeNumber], // int8
  [1016, arrayOf(asSafeNumber)], // int8[]
  [1082, asText], // date
  [1182, arrayOf(asText)], // date[]
  [1700, asText], // numeric
  [1231, arrayOf(asText)], // numeric[]
])
