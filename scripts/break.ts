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

/** What vitest writes of a run. */
export type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly title: string
      readonly ancestorTitles: readonly string[]
    }[]
  }[]
}

/** `unbegun`: files that failed without a test of theirs failing, since what comes before the tests did: they show nothing either way. */
export type Ran = {
  readonly failed: readonly string[]
  readonly passed: number
  readonly unbegun: readonly string[]
  readonly said: string
}

/** The full titles that failed: of the groups and the test, each on a line of its own so that each can name rows. */
export function outcomeOf({ testResults }: Report, said: string): Ran {
  const tests = testResults.flatMap((file) => file.assertionResults)
  const failed = (file: Report['testResults'][number]) => file.assertionResults.filter((one) => one.status === 'failed')
  return {
    failed: testResults.flatMap(failed).map((one) => [...one.ancestorTitles, one.title].join('\n')),
    passed: tests.filter((one) => one.status === 'passed').length,
    unbegun: testResults.filter((file) => file.status === 'failed' && failed(file).length === 0).map((file) => file.name),
    said,
  }
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
