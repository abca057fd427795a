import { findAccountNumbers, findIbans } from './account.ts'
import { findEmails } from './email.ts'
import { type Finding, type FindingKind, findingKinds, type IdentifierKind } from './finding.ts'
import { findHealthWords } from './health.ts'
import { findNationalIds } from './national-id.ts'
import { findPhones } from './phone.ts'
import { plainText } from './plain.ts'
import { blanked } from './text.ts'

export { type Finding, type FindingKind, findingKinds, type IdentifierKind } from './finding.ts'

/** `newNationalIdRule`: also accept numbers made by the rule Skatteetaten uses from 1 January 2032. The old rule always holds. */
export type GuardOptions = { readonly newNationalIdRule: boolean }

/**
 * On since November 2026, in every organisation: synthetic numbers by the rule of 2032 are in use for testing, and nobody should have to
 * turn it on the night they become real. It lets four times as many chance numbers through (about 0.7 % of all 11-digit strings against 0.2 %).
 */
export const defaultGuardOptions: GuardOptions = { newNationalIdRule: true }

/**
 * Finds what has no place in a deviation report (S1-35, S1-42, S0-17).
 * Answers with places sorted by start, none overlapping, none empty. Runs in time linear in the text; never throws.
 */
export const findPersonalData = (text: string, options: GuardOptions): readonly Finding[] => {
  const plain = plainText(text)
  const identifiers: Finding[] = []
  let rest = plain.text
  // A number may be judged by what stands beside it ("longer digit run", "amount"). When the neighbour is itself found, the judgement
  // is made again, so that masking never uncovers something new. Three rounds settle any text people write; the cap keeps it linear.
  for (let round = 0; round < maxRounds; round++) {
    const before = identifiers.length
    for (const find of finders) {
      const found = find(rest, options)
      identifiers.push(...found)
      rest = blanked(rest, found)
    }
    if (identifiers.length === before) break
  }
  return [...identifiers, ...findHealthWords(rest)]
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => ({ kind, start: plain.start(start), end: plain.end(end) }))
}

/**
 * Replaces identifiers with a mark in words, of a length that tells nothing of the value. `marks`: see `guardTexts`.
 * Health words stay: without "sykmelding" or "barnevern" the case handler cannot judge how serious the deviation is,
 * and a word alone points at nobody once the identifiers are gone. They are only pointed out.
 */
export const maskPersonalData = (text: string, findings: readonly Finding[], marks: Readonly<Record<IdentifierKind, string>>): string => {
  let masked = ''
  let from = 0
  for (const { kind, start, end } of findings) {
    if (kind === 'healthWord') continue
    masked += text.slice(from, start) + marks[kind]
    from = end
  }
  return masked + text.slice(from)
}

/** How many of each kind: all that may be stored or audited. The values never are. */
export const summarise = (findings: readonly Finding[]): Readonly<Record<FindingKind, number>> => {
  const counts = Object.fromEntries(findingKinds.map((kind) => [kind, 0])) as Record<FindingKind, number>
  for (const { kind } of findings) counts[kind] += 1
  return counts
}

const maxRounds = 5

// E-mail first, because an address may hold a number; then national ids, because every one of them also passes the account check.
const finders: readonly ((text: string, options: GuardOptions) => readonly Finding[])[] = [
  findEmails,
  findNationalIds,
  findIbans,
  findAccountNumbers,
  findPhones,
]
