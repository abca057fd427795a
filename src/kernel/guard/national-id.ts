import type { Finding } from './finding.ts'
import { accountWeights, blanked, dash, findAll, inSentenceWith, onlyDigits, partOfCode, space, weighed } from './text.ts'

type Options = { readonly newNationalIdRule: boolean }

/**
 * National identity numbers and their kin, as people write them: 11 digits, 6+5, 6-5, 01.01.90-12345, 01.01.1990 12345, broken over two
 * lines, said digit by digit or in groups. The fewer marks of such a number the writing has, the more must stand beside it.
 */
export const findNationalIds = (text: string, options: Options): Finding[] => {
  const spokenOf = inSentenceWith(text, personWord)
  const usual = findAll(text, written, (match) => {
    const start = match.index
    const end = start + match[0].length
    const kind = nationalIdKind(elevenDigits(match[0]), options)
    if (kind === null || partOfCode(text, start, end)) return null
    if (kind === 'weak' && match[0].length === 11 && !spokenOf(start)) return null
    return { kind: 'nationalId', start, end }
  })
  const rest = blanked(text, usual)
  const namedIn = inSentenceWith(rest, numberWord)
  const grouped: Finding[] = []
  let from = 0
  for (const { start, end, id } of rowsOfEleven(rest)) {
    if (start < from || nationalIdKind(id, options) !== 'dated' || partOfCode(rest, start, end)) continue
    const whole = rest.slice(start, end)
    const goesOn = goesOnBefore.test(rest.slice(Math.max(0, start - 4), start)) || goesOnAfter.test(rest.slice(end, end + 4))
    if (!(isDictated(whole) && !goesOn) && !isBrokenOnce(whole) && !namedIn(start)) continue
    grouped.push({ kind: 'nationalId', start, end })
    from = end
  }
  return [...usual, ...grouped].sort((a, b) => a.start - b.start)
}

/**
 * Every eleven digits (thirteen with the century) with at most three separating signs between any of them. Read by hand and not by a
 * pattern: rows of figures are long, and each place must cost no more than its eleven digits.
 */
function* rowsOfEleven(text: string): Generator<{ readonly start: number; readonly end: number; readonly id: string }> {
  const at: number[] = []
  // How many digits stand joined up to and with this one.
  const joined: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(text.charCodeAt(i))) continue
    const last = at.at(-1)
    let gap = last === undefined || i - last > 4 ? -1 : last + 1
    while (gap >= 0 && gap < i) gap = separators.includes(text[gap] ?? 'x') ? gap + 1 : -1
    joined.push(gap < 0 ? 1 : (joined.at(-1) ?? 0) + 1)
    at.push(i)
  }
  for (let first = 0; first < at.length; first++) {
    const start = at[first] ?? 0
    if (isDigit(text.charCodeAt(start - 1))) continue
    for (const count of [11, 13]) {
      const last = first + count - 1
      const end = (at[last] ?? text.length) + 1
      if ((joined[last] ?? 0) < count || isDigit(text.charCodeAt(end))) continue
      let id = ''
      for (let k = first; k <= last; k++) if (count === 11 || k < first + 4 || k > first + 5) id += text[at[k] ?? 0]
      if (count === 11 || centuries.includes(`${text[at[first + 4] ?? 0]}${text[at[first + 5] ?? 0]}`)) yield { start, end, id }
    }
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const separators = ' \t\n-./_,'
const centuries = ['18', '19', '20']

// The century of a birth date in full is no part of the number.
const elevenDigits = (match: string): string => {
  const digits = onlyDigits(match)
  return digits.length === 13 ? digits.slice(0, 4) + digits.slice(6) : digits
}

/** Said in groups: all by the same sign, and grouped as no amount and no date is. */
const isDictated = (match: string): boolean => {
  const signs = new Set(match.match(/\D+/g)?.map((sign) => sign.trim() || sign[0]))
  const groups = match.split(/\D+/).map((group) => group.length)
  return signs.size === 1 && groups.length > 2 && (groups.length > 9 || groupings.has(groups.join('')))
}

/** Eleven digits and one line break. */
const isBrokenOnce = (match: string): boolean => /^\d+-?[ \t]{0,3}\n[ \t]{0,3}\d+$/.test(match)

// A row that goes on is a row of figures, not eleven of them.
const goesOnBefore = /\d[^\d\p{L}]{1,2}$/u
const goesOnAfter = /^[^\d\p{L}]{1,2}\d/u

// Groups people say such a number in. 2333 is left out: so are amounts grouped.
const groupings = new Set([
  ...[
    '335',
    '344',
    '443',
    '353',
    '434',
    '2225',
    '22232',
    '222212',
    '22223',
    '22221',
    '222221',
    '2243',
    '2234',
    '2324',
    '632',
    '623',
    '6221',
  ],
  ...[
    '3332',
    '3323',
    '3233',
    '6311',
    '42221',
    '4223',
    '425',
    '4232',
    '62111',
    '611111',
    '22211111',
    '614',
    '641',
    '551',
    '515',
    '452',
    '524',
  ],
])

/**
 * For eleven digits. `dated`: fødselsnummer, D-nummer (day + 40), H-nummer and Nav's synthetic (month + 40), Tenor's synthetic (month + 80), and combinations.
 * `weak`: FH-nummer (first digit 8 or 9, no date) and a test series (month + 65). They say less, so eleven digits in a row need a word
 * about a person beside them; else chance numbers found would double. Source: Skatteetaten's published check, old and from 2032.
 */
export const nationalIdKind = (id: string, options: Options): 'dated' | 'weak' | null => {
  if (weighed(id, accountWeights) !== 0 || weighed(id, firstWeights) > (options.newNationalIdRule ? 3 : 0)) return null
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

const one = `[${space}${dash}./_]`
const lineBreak = `[${space}]{0,3}\\n[${space}]{0,3}`
// "15.83.85, personnr. 30181" is one number too.
const between = `[,;]?[${space}]{1,2}(?:og[${space}])?(?:med[${space}])?(?:[Pp]erson(?:nr|nummer)|[Pp]nr)[.:]{0,2}[${space}]{1,2}`
const join = `(?:[${space}]?[${dash}/_][${space}]?|[${dash}]?${lineBreak}|[${space}]{1,2}|\\.|${between})`
const date = `\\d{2}${one}\\d{2}${one}(?:18|19|20)?\\d{2}`
const written = new RegExp(
  `(?<!\\d)(?:\\d{6}${join}?(?:\\d{5}|\\d{3}${one}\\d{2})|(?:\\d{4}(?:18|19|20)\\d{2}|${date})${join}(?:\\d{5}|\\d{3}${one}\\d{2}))(?!\\d)`,
  'g',
)

const numberWord = /(?<![\p{L}[])(?:fødselsn|fødselsdato|person(?:nr|nummer|num)|f\.?nr|dnr|d-n|pnr|hjelpen|national id)/iu

const personWord =
  /(?<![\p{L}[])(?:fødsels|født|fødd|f\.?nr|dnr|d-n|pnr|personn|personid|hjelpen|fh(?!\p{L})|id-?n|pasient|bruker|brukar|elev|barn|søker|søkar|national id|patient)/iu
