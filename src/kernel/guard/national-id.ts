import type { Finding } from './finding.ts'
import { accountWeights, checksum, dash, findAll, inSentenceWith, onlyDigits, partOfCode, space } from './text.ts'

type Options = { readonly newNationalIdRule: boolean }

/** National identity numbers and their kin, as people write them: 11 digits, 6+5, 6-5, 01.01.90-12345, 01.01.1990 12345. */
export const findNationalIds = (text: string, options: Options): Finding[] => {
  const spokenOf = inSentenceWith(text, personWord)
  return findAll(text, written, (match) => {
    const start = match.index
    const end = start + match[0].length
    const digits = onlyDigits(match[0])
    // The century of a birth date in full is no part of the number.
    const id = digits.length === 13 ? digits.slice(0, 4) + digits.slice(6) : digits
    const kind = nationalIdKind(id, options)
    if (kind === null || partOfCode(text, start, end)) return null
    if (kind === 'weak' && match[0].length === 11 && !spokenOf(start)) return null
    return { kind: 'nationalId', start, end }
  })
}

/**
 * For eleven digits. `dated`: fødselsnummer, D-nummer (day + 40), H-nummer and Nav's synthetic (month + 40), Tenor's synthetic (month + 80), and combinations.
 * `weak`: FH-nummer (first digit 8 or 9, no date) and a test series (month + 65). They say less, so eleven digits in a row need a word
 * about a person beside them; else chance numbers found would double. Source: Skatteetaten's published check, old and from 2032.
 */
export const nationalIdKind = (id: string, options: Options): 'dated' | 'weak' | null => {
  const d = [...id].map(Number)
  if (checksum(d, accountWeights) !== 0 || checksum(d, firstWeights) > (options.newNationalIdRule ? 3 : 0)) return null
  if (Number(id[0]) >= 8) return 'weak'
  const day = Number(id.slice(0, 2)) % 40
  const shifted = Number(id.slice(2, 4))
  const shift = monthShifts.find((s) => shifted > s && shifted <= s + 12)
  if (shift === undefined || !isDate(day, shifted - shift, Number(id.slice(4, 6)))) return null
  return shift === 65 ? 'weak' : 'dated'
}

// Two digits of the year are all there is: it is taken as 20yy for the leap day, as Skatteetaten's own check does.
const isDate = (day: number, month: number, year: number): boolean =>
  day > 0 && new Date(Date.UTC(2000 + year, month - 1, day)).getUTCMonth() === month - 1

const monthShifts = [0, 40, 65, 80]

// The second check digit is made as that of an account number.
const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]

const one = `[${space}${dash}./]`
const join = `(?:[${space}]?[${dash}/][${space}]?|[${space}]{1,2}|\\.)`
const date = `\\d{2}${one}\\d{2}${one}(?:18|19|20)?\\d{2}`
const written = new RegExp(
  `(?<!\\d)(?:\\d{6}${join}?(?:\\d{5}|\\d{3}${one}\\d{2})|(?:\\d{4}(?:18|19|20)\\d{2}|${date})${join}(?:\\d{5}|\\d{3}${one}\\d{2}))(?!\\d)`,
  'g',
)

const personWord =
  /(?<![\p{L}[])(?:fødsels|født|fødd|f\.?nr|dnr|d-n|pnr|personn|personid|hjelpen|fh(?!\p{L})|id-?n|pasient|bruker|brukar|elev|barn|søker|søkar|national id|patient)/iu
