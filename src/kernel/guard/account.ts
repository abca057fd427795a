import type { Finding } from './finding.ts'
import { accountWeights, checksum, dash, findAll, inSentenceWith, onlyDigits, partOfCode, space } from './text.ts'

/**
 * Norwegian account numbers. One 11-digit number in eleven passes the check by chance, so it must also look like an account
 * (1234.56.78901, or with spaces) or stand in a sentence about one.
 */
export const findAccountNumbers = (text: string): Finding[] => {
  const spokenOf = inSentenceWith(text, accountWord)
  return findAll(text, written, (match) => {
    const start = match.index
    const end = start + match[0].length
    if (!isAccountNumber(onlyDigits(match[0])) || partOfCode(text, start, end)) return null
    return match[1] !== '' || spokenOf(start) ? { kind: 'accountNumber', start, end } : null
  })
}

/** Norwegian IBAN, with or without spaces. */
export const findIbans = (text: string): Finding[] =>
  findAll(text, iban, (match) =>
    isIban(match[0]) ? { kind: 'accountNumber', start: match.index, end: match.index + match[0].length } : null,
  )

/** For eleven digits. */
export const isAccountNumber = (digits: string): boolean => {
  const d = [...digits].map(Number)
  // Some banks leave the bank's own digits out of the check when digits 5 and 6 are 00.
  return checksum(d, accountWeights) === 0 || (d[4] === 0 && d[5] === 0 && checksum(d, [0, 0, 0, 0, ...accountWeights.slice(4)]) === 0)
}

const isIban = (written: string): boolean => {
  const digits = onlyDigits(written)
  // ISO 13616: country and check digits last, letters as numbers (N = 23, O = 24), the whole modulo 97 is 1.
  let rest = 0
  for (const digit of `${digits.slice(2)}2324${digits.slice(0, 2)}`) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

const written = new RegExp(`(?<!\\d)\\d{4}([${space}.]?)\\d{2}\\1\\d{5}(?!\\d)`, 'g')
const iban = new RegExp(`(?<![\\p{L}\\d])NO\\d{2}(?:[${space}${dash}.]?\\d){11}(?![\\p{L}\\d])`, 'giu')

const accountWord =
  /(?<![\p{L}[])(?:(?:bank|lønns|løns|spare|bruks|giro)?konto(?:en|nr|nummer|nummeret|nummera|nummere|numre)?|iban|utbetal\p{L}*|innbetal\p{L}*|tilbakebetal\p{L}*|refusjon\p{L}*|account (?:number|no)|bank account)(?!\p{L})/iu
