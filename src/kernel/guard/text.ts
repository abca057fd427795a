import type { Finding } from './finding.ts'

/** In the text as `plainText` gives it, spaces and dashes of every kind are these. */
export const space = ' \\t'
export const dash = '\\-'

export const onlyDigits = (text: string): string => text.replace(/\D/g, '')

/** Modulo 11. The check digit is weighed with 1, so that a right number gives 0. */
export const checksum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11

/** The same, of digits as they are written. */
export function weighed(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (digits.charCodeAt(i) - 48)
  return sum % 11
}

export const accountWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/**
 * The text with found places filled in, of the same length. Filled as a mark in brackets, so that what stands beside it is judged
 * exactly as it will be after masking.
 */
export const blanked = (text: string, found: readonly Finding[]): string => {
  let out = ''
  let from = 0
  for (const { start, end } of found) {
    out += `${text.slice(from, start)}[${'█'.repeat(end - start - 2)}]`
    from = end
  }
  return out + text.slice(from)
}

/** Every match, also those overlapping one that `accept` refused. `pattern` must be global and its matches bounded in length. */
export const findAll = (text: string, pattern: RegExp, accept: (match: RegExpExecArray) => Finding | null): Finding[] => {
  const found: Finding[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const finding = accept(match)
    if (finding) found.push(finding)
    pattern.lastIndex = finding ? finding.end : match.index + 1
  }
  return found
}

/** A number that is part of something longer: a GUID, a payment reference (KID), or a code mixing letters and digits such as a hash. */
export const partOfCode = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 56), start)
  if (kidBefore.test(before) || codeBefore.test(before) || codeAfter.test(text.slice(end, end + 21))) return true
  const from = Math.max(0, start - 36)
  const guidAt = text.slice(from, end + 36).search(guid)
  return guidAt >= 0 && from + guidAt < end && from + guidAt + 36 > start
}

/**
 * Does a word stand in the same sentence as this place? Places must be asked in rising order;
 * a sentence is read once, so that many numbers in a row cost no more than one.
 */
export const inSentenceWith = (text: string, word: RegExp): ((at: number) => boolean) => {
  let ends: readonly number[] | undefined
  let sentence = 0
  let answer: boolean | undefined
  return (at) => {
    ends ??= [...text.matchAll(sentenceEnd)].map((match) => match.index)
    for (; at >= (ends[sentence] ?? text.length + 1); sentence++) answer = undefined
    answer ??= word.test(text.slice(ends[sentence - 1] ?? 0, ends[sentence]))
    return answer
  }
}

const kidBefore = /(?:^|[^\p{L}])kid(?:-?n(?:umme)?r)?[\d\s.:=-]{0,40}$/iu
const codeBefore = /\d[a-z]{1,20}$/i
const codeAfter = /^[a-z]{1,20}\d/i
const guid = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i

// "Kontonr. 1234…" goes on after its full stop, and "Kontonummer:" goes on over the line break. A mark in brackets opens a sentence as a
// capital letter does, so that masking can only make sentences shorter.
const sentenceEnd = /(?<![:\s])[^\S\n]*\n|[.!?]\s+(?=[\p{Lu}[])/gu
