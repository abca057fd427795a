import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, filesBelow, isCode, lineAt, readSource, report, type Source } from './source.ts'

// House words: a deed is the trade's verb, a file is named after what it holds. And the repository speaks of the product,
// never of how or where it was made. test/gates/names.test.ts shows each rule to bite.

/** Words that say nothing about what is inside, whichever place they stand in. */
const vague = new Set(['manager', 'managers', 'util', 'utils', 'helper', 'helpers', 'misc', 'stuff'])
/** First words of a deed that hide which deed it is. "Processing" is a word of the trade, and allowed. */
const hidden = new Set(['handle', 'handler', 'handlers', 'process', 'processor', 'do'])

/** Phrases about the making of the product; a reader of the code has no use for them. */
const making: readonly RegExp[] = [
  /\b(helper|coding|chat) sessions?\b/i,
  /\b(sub-?agents?|co-?pilots?|chatbots?|language models?)\b/i,
  /\btranscripts? of (the|this|a)\b/i,
  /\b(the|this|that) (github |gitlab )?issue\b(?! (of|is|with|at)\b)/i,
  /\b(issue|ticket) #?\d+\b/i,
  /\bas (asked|requested|instructed)( by| in)?\b/i,
  /\b(the|this|my) (task )?brief\b/i,
]
/** Absolute paths of somebody's machine. */
const machine = /(?<![\w.~:$}/-])\/(home|Users|root|tmp\/[a-z]+)\/[\w.-]+|\b[A-Z]:\\Users\\/

/** These three hold the words they forbid, or the lock file's own format. */
const exempt = new Set(['scripts/check-names.ts', 'test/gates/names.test.ts', 'package-lock.json', 'LICENSE'])
const isText = (path: string) => !/\.(png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|pdf|docx|xlsx|zip|gz|wasm)$/.test(path)

export function checkNames(root: string): readonly Finding[] {
  const files = filesBelow(root)
  const code = files.filter((path) => isCode(path) && /^(src|test|scripts|bench)\//.test(path)).map((path) => readSource(root, path))
  const texts = files.filter((path) => isText(path) && !exempt.has(path))
  return [
    ...files.filter((path) => /^(src|test|scripts|bench)\//.test(path)).flatMap(vaguePath),
    ...code.flatMap(vagueExports),
    ...texts.flatMap((path) => unwantedWords(path, readFileSync(join(root, path), 'utf8'))),
  ]
}

function vaguePath(path: string): readonly Finding[] {
  const parts = path.split('/').map((part) => part.replace(/\..*$/, ''))
  const bad = parts.find((part) => saysNothing(part) || hidesDeed(part) || part === 'common')
  return bad ? [{ file: path, line: 1, says: `"${bad}" does not say what is inside: name it after its content, in the trade's words` }] : []
}

function vagueExports({ path, text, parsed }: Source): readonly Finding[] {
  return parsed.module.staticExports.flatMap((one) =>
    one.entries.flatMap((entry) => {
      const name = entry.exportName.name ?? ''
      // A type may be named after its part in a library's play, as a job's Handler; a deed may not.
      if (!saysNothing(name) && (entry.isType || !hidesDeed(name))) return []
      return [
        { file: path, line: lineAt(text, entry.start), says: `"${name}" hides which deed it is: use the trade's verb, as closeDeviation` },
      ]
    }),
  )
}

const saysNothing = (name: string) => wordsOf(name).some((word) => vague.has(word))
const hidesDeed = (name: string) => hidden.has(wordsOf(name)[0] ?? '')
const wordsOf = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]/)

function unwantedWords(path: string, text: string): readonly Finding[] {
  return text.split('\n').flatMap((line, at) => {
    const place = machine.exec(line)?.[0]
    const word = making.map((phrase) => phrase.exec(line)?.[0]).find((match) => match !== undefined)
    return [
      ...(place ? [{ file: path, line: at + 1, says: `"${place}" is a path of one machine: write it relative to the project` }] : []),
      ...(word
        ? [{ file: path, line: at + 1, says: `"${word}" is about how the product was made: say what the product does and why` }]
        : []),
    ]
  })
}

// At the end, because it runs while the file is read.
if (import.meta.main) report('names', checkNames(process.cwd()))
