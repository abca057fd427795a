import type { Finding } from './finding.ts'
import { blanked, findAll, inSentenceWith, partOfCode } from './text.ts'

/**
 * Telephone numbers: any with a country code; Norwegian ones of eight digits together or grouped 3-2-3 or 2-2-2-2.
 * Eight digits are also amounts, dates, case and order numbers, so a bare number must look like a telephone number and stand like one.
 * Service numbers (8…) are nobody's.
 */
export const findPhones = (text: string): Finding[] => {
  const coded = findAll(text, withCountryCode, (match) => phone(match.index, match.index + match[0].length))
  const rest = blanked(text, coded)
  const spokenOf = inSentenceWith(rest, phoneWord)
  const bare = findAll(rest, bareNumber, (match) => {
    const start = match.index
    const end = start + match[0].length
    const before = rest.slice(Math.max(0, start - 40), start)
    const after = rest.slice(end, end + 12)
    if (otherNumberBefore.test(before) || amountOrLetterAfter.test(after)) return null
    if (looksLikeDate(match[0]) || partOfCode(rest, start, end)) return null
    if (spokenOf(start)) return phone(start, end)
    return joinedBefore.test(before) || joinedAfter.test(after) || !typical(match[0]) ? null : phone(start, end)
  })
  return [...coded, ...bare].sort((a, b) => a.start - b.start)
}

const phone = (start: number, end: number): Finding => ({ kind: 'phone', start, end })

const gap = '[ \\u00a0\\u2009\\u202f]'
const eight = `(?:\\d{8}|\\d{2}(?:${gap}\\d{2}){3}|\\d{3}${gap}\\d{2}${gap}\\d{3})(?!\\d)`
const withCountryCode = new RegExp(
  `(?:\\(\\+47\\)|\\+47|(?<!\\d)0047)${gap}?(?=[2-79])${eight}|\\+(?!47)[1-9](?:[ \\u00a0-]?\\d){7,14}(?!\\d)`,
  'g',
)
const bareNumber = new RegExp(`(?<!\\d)(?=[2-79])${eight}`, 'g')

// Without a word about telephones beside it: a mobile number, or a fixed one in the usual four pairs that is not a row such as 20 21 22 23.
const typical = (written: string): boolean => {
  if (written.length === 11) {
    const [a = 0, b = 0, c = 0, d = 0] = written.split(/\D/).map(Number)
    return b - a !== c - b || c - b !== d - c
  }
  return /^[49]/.test(written)
}

// 20261121 and 21112026 are dates before they are telephone numbers.
const looksLikeDate = (written: string): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d$|^[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d\d$/.test(written)

const phoneWord =
  /(?<![\p{L}[])(?:tlf|telefon\p{L}*|mob|mobil(?:en|nr|nummer\p{L}*|telefon\p{L}*)?|ring(?:e|er|te|t|de|ja)?|sms(?:en|-en)?|oppringt|phone|mobile|call)(?!\p{L})/iu

const otherNumberBefore =
  /(?:^|[^\p{L}\d])(?:(?!(?:tele|mob|tlf|privat|kontakt))\p{L}+-?(?:nr|nummer|nummeret)|sak(?:en|a)?|ref|referanse|faktura|ordre|id|kid|versjon|uke|veke|side|port|ticket|case|kr|nok|beløp|sum|[€$£])[\s.:#-]*$/iu
const amountOrLetterAfter = /^(?:[\p{L}_]|[ \u00a0\u202f]?(?:kr|nok|euro?(?!\p{L})|usd|mill|%|[kmg]b(?!\p{L})|byte|stk)|,-|,\d{2}(?!\d))/iu

// Part of a longer row, path, address, file name or reference.
const joinedBefore = /(?:[\p{L}_#=/-]|\d[-/.:]|(?<!\d)\d{1,3}[ \u00a0])$/u
const joinedAfter = /^(?:[-/.:]\d|[ \u00a0]\d{1,3}(?!\d))/
