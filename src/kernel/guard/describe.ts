import { type Finding, type FindingKind, findingKinds, summarise } from './guard.ts'
import type { GuardTexts } from './texts.ts'

export type NoticeItem = {
  readonly kind: FindingKind
  readonly name: string
  /** "linje 2 og 5"; null when the text has one line only, or is not at hand. */
  readonly place: string | null
  readonly why: string
  readonly instead: string
}

/** What the notice says, the same in the browser and from the server. Places, never values. `items` is empty when nothing was found. */
export type Notice = { readonly sentence: string; readonly items: readonly NoticeItem[]; readonly canMask: boolean }

export const describeFindings = (findings: readonly Finding[], texts: GuardTexts, text = ''): Notice => {
  const kinds = findingKinds.filter((kind) => findings.some((f) => f.kind === kind))
  return {
    sentence: fill(texts.found, { list: listed(findings, kinds, texts) }),
    items: kinds.map((kind) => {
      const lines = lineNumbers(text, findings, kind)
      const place = fill(lines.length === 1 ? texts.line : texts.lines, { lines: listedLines(lines, texts) })
      const { name, why, instead } = texts.kinds[kind]
      return { kind, name, place: text.includes('\n') ? place : null, why, instead }
    }),
    canMask: kinds.some(isIdentifier),
  }
}

/** "Vi har skjult et fødselsnummer og 2 e-postadresser." */
export const describeMasking = (findings: readonly Finding[], texts: GuardTexts): string =>
  fill(texts.masked, { list: listed(findings, findingKinds.filter(isIdentifier), texts) })

const isIdentifier = (kind: FindingKind): boolean => kind !== 'healthWord'

const listed = (findings: readonly Finding[], kinds: readonly FindingKind[], texts: GuardTexts): string => {
  const counts = summarise(findings)
  const parts = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => (counts[kind] === 1 ? texts.kinds[kind].one : fill(texts.kinds[kind].many, { count: String(counts[kind]) })))
  return joined(parts, texts)
}

const joined = (parts: readonly string[], texts: GuardTexts): string =>
  parts.length < 2 ? (parts[0] ?? '') : fill(texts.and, { a: parts.slice(0, -1).join(', '), b: parts.at(-1) ?? '' })

/** A reader goes to the first few; the rest are only said to be there. */
const listedLines = (lines: readonly number[], texts: GuardTexts): string =>
  lines.length > 6 ? fill(texts.andMore, { list: lines.slice(0, 5).join(', ') }) : joined(lines.map(String), texts)

const lineNumbers = (text: string, findings: readonly Finding[], kind: FindingKind): readonly number[] => {
  const lines = new Set<number>()
  let line = 1
  let from = 0
  for (const finding of findings) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < finding.start; at = text.indexOf('\n', from)) {
      line++
      from = at + 1
    }
    if (finding.kind === kind) lines.add(line)
  }
  return [...lines]
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
