import { findPersonalData, type GuardOptions, type IdentifierKind } from './guard/guard.ts'

/** Takes out of a text what was taken out of another; a text that holds none of it comes back as it was. */
export type Removal = (text: string) => string

/** A text that the removal may not change, because it is sent, signed or decided; and who has it. In words, for whoever removes. */
export type Kept = {
  readonly what: string
  readonly holder: string
  /** Nobody has looked: a file whose content is not read. */
  readonly unread?: true
}

type Marks = Readonly<Record<IdentifierKind, string>> & { readonly removed: string }

/**
 * What disappeared from `before` when it became `after`, looked for everywhere else (S1-42): the text whole, its sentences, the numbers
 * and addresses in whatever way they are written there, and, where `names`, its names and codes as whole words. Words in small letters
 * point at nobody by themselves, and stay.
 */
export function removalOf(before: string, after: string, marks: Marks, options: GuardOptions & { readonly names: boolean }): Removal {
  const gone = new Set(identifiers(before, options).filter((value) => !identifiers(after, options).includes(value)))
  const sentences = before
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 15 && /\S\s+\S+\s+\S/.test(sentence) && !after.includes(sentence))
  const names = options.names ? namesIn(before).filter((name) => !hasWord(after, name)) : []
  const patterns: readonly (readonly [RegExp, string])[] = [
    ...(before.length >= 4 ? [[loosely(before), after] as const] : []),
    ...sentences.map((sentence) => [loosely(sentence), marks.removed] as const),
  ]
  return (text) => {
    let rest = text
    for (const [pattern, instead] of patterns) rest = rest.replace(pattern, () => instead)
    let out = ''
    let from = 0
    for (const { kind, start, end } of findPersonalData(rest, options)) {
      if (kind === 'healthWord' || !gone.has(plain(kind, rest.slice(start, end)))) continue
      out += rest.slice(from, start) + marks[kind]
      from = end
    }
    rest = out + rest.slice(from)
    for (const name of names) rest = rest.replace(wordOf(name), () => marks.removed)
    return rest
  }
}

const identifiers = (text: string, options: GuardOptions): readonly string[] =>
  findPersonalData(text, options)
    .filter(({ kind }) => kind !== 'healthWord')
    .map(({ kind, start, end }) => plain(kind, text.slice(start, end)))

/** One number is the same however it is written. */
const plain = (kind: string, written: string): string =>
  kind === 'email' ? written.toLowerCase() : written.replace(/%[\dA-Fa-f]{2}|\D/g, '').replace(/^(?:00)?47(?=\d{8}$)/, '')

/** Words with a capital letter that do not only begin a sentence, and words with a digit in them that are no small number. */
function namesIn(text: string): readonly string[] {
  const names = new Set<string>()
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)) {
    const before = text.slice(0, index)
    const begins = /(?:^|[.!?:\n]\s*["«]?)$/.test(before)
    const next = text.slice(index + word.length)
    const paired = /^\s\p{Lu}\p{Ll}/u.test(next)
    const named = /^\p{Lu}/u.test(word) && word.length > 1 && (!begins || paired)
    const coded = /\d/.test(word) && (/\p{L}/u.test(word) || word.length >= 5)
    if (named || coded) names.add(word)
  }
  return [...names].sort((a, b) => b.length - a.length)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const wordOf = (word: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?:s|'s|’s)?(?![\\p{L}\\p{N}])`, 'gu')
const hasWord = (text: string, word: string): boolean => wordOf(word).test(text)
/** The same words, whatever space and line breaks stand between them. */
const loosely = (text: string): RegExp => new RegExp(text.trim().split(/\s+/).map(escaped).join('\\s+'), 'gu')
