import type { Finding } from './finding.ts'
import { blanked } from './text.ts'
import { phrases, words } from './words.ts'

/** Words of the list, bokmål, nynorsk and English, as whole words. Composed and decomposed letters (å, or a and a ring) count alike. */
export const findHealthWords = (text: string): Finding[] => {
  const expressions = matches(text, phrase, (_word, start, end) => !letterOrDigit.test(text.charAt(start - 1)) && !continued(text, end))
  return [...expressions, ...matches(blanked(text, expressions), word, (found, start) => isListed(found) && text[start - 1] !== '.')]
}

const matches = (text: string, pattern: RegExp, accept: (word: string, start: number, end: number) => boolean): Finding[] => {
  const found: Finding[] = []
  for (const { 0: match, index: start } of text.matchAll(pattern)) {
    const end = start + match.length
    if (accept(match, start, end)) found.push({ kind: 'healthWord', start, end })
  }
  return found
}

const isListed = (written: string): boolean => {
  const lower = written.toLowerCase().normalize('NFC')
  // A genitive -s, but not on three letters: russ is no genitive of rus.
  const forms = [written, lower, lower.length > 4 ? lower.replace(/s$/, '') : lower]
  return byFirstLetters.get(lower.slice(0, 3))?.some((c) => (c.open ? lower.startsWith(c.word) : forms.includes(c.word))) ?? false
}

type Entry = { readonly word: string; readonly open: boolean }

/** `gravid*` → one open entry; `diagnos/e/en` → one entry an ending; `vold//en` → also the stem. */
const entries = (item: string): readonly Entry[] => {
  if (item.endsWith('*')) return [{ word: item.slice(0, -1), open: true }]
  const [stem = '', ...endings] = item.split('/')
  return (endings.length === 0 ? [''] : endings).map((ending) => ({ word: stem + ending, open: false }))
}

const byFirstLetters = Map.groupBy(words.join(' ').split(' ').flatMap(entries), (entry) => entry.word.slice(0, 3).toLowerCase())

const word = /(?:[A-Za-zÀ-ÖØ-öø-ÿ]|[\u0300-\u036f])+/g
const phrase = new RegExp(phrases.join('|').replaceAll('_', '[\\s\\u00a0]{0,3}'), 'gi')
const letterOrDigit = /[\p{L}\d]/u

/** "kode 65" and "kode 7.1" are other codes. */
const continued = (text: string, end: number): boolean =>
  letterOrDigit.test(text.charAt(end)) || (/\d/.test(text.charAt(end - 1)) && /^[.,]\d/.test(text.slice(end, end + 2)))
