import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, filesBelow } from './source.ts'

// A row is shown only when a small change of the code that breaks it was seen failing. The changes stand in test/breaks, one file a
// module of the catalogue; `npm run breaks` makes each of them and runs the tests that name its row.

/** `from` stands once in `file`; with `to` in its place the row does not hold. `says`: what is then wrong, in plain words. */
export type Break = { readonly row: string; readonly file: string; readonly from: string; readonly to: string; readonly says: string }
/** The same, with the file it is written in. */
export type Written = Break & { readonly at: string }

export function readBreaks(root: string): readonly Written[] {
  const files = filesBelow(root, 'test/breaks').filter((path) => path.endsWith('.json'))
  return files.flatMap((at) => (JSON.parse(readFileSync(join(root, at), 'utf8')) as readonly Break[]).map((one) => ({ ...one, at })))
}

/** Breaks that can no longer be made, or whose row no test names: they would show nothing, silently. */
export function idleBreaks(root: string, breaks: readonly Written[], named: ReadonlyMap<string, unknown>): readonly Finding[] {
  return breaks.flatMap((one) => {
    const why = whyIdle(root, one, named)
    return why ? [{ file: one.at, line: 1, says: `the break of ${one.row} in ${one.file} ${why}` }] : []
  })
}

function whyIdle(root: string, one: Written, named: ReadonlyMap<string, unknown>): string | undefined {
  if (!named.has(one.row)) return 'is of a row that no test names'
  if (!existsSync(join(root, one.file))) return 'is of a file that is gone'
  if (one.from === one.to) return 'changes nothing'
  const times = readFileSync(join(root, one.file), 'utf8').split(one.from).length - 1
  return times === 1 ? undefined : `finds its text ${times} times and must find it once: ${JSON.stringify(one.from)}`
}

/** The file's text with the break made. Throws where its text does not stand there once. */
export function broken(text: string, { file, from, to }: Break): string {
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`${file} holds ${JSON.stringify(from)} ${parts.length - 1} times.`)
  return parts.join(to)
}
