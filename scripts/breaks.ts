import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { broken, outcomeOf, type Ran, type Report, readBreaks, type Written } from './break.ts'
import { type Row, readCatalogue, readTitles, rowsNamed, shownBy } from './requirements.ts'
import { filesBelow } from './source.ts'

// `npm run breaks`: makes each small change of test/breaks in a copy of the project, one at a time, and runs the tests that name its
// row, on the embedded database. A change that none of them sees is a fault in the tests. `npm run breaks -- S1-42 M05` tries those alone.

const root = join(import.meta.dirname, '..')
const work = join(root, '.cache/breaks')

async function main(wanted: readonly string[]): Promise<number> {
  const rows = readCatalogue(root)
  const named = shownBy(rows, readTitles(root))
  const chosen = readBreaks(root).filter((one) => wanted.length === 0 || wanted.some((word) => one.row === word || one.at.includes(word)))
  if (chosen.length === 0) throw new Error(`test/breaks holds nothing for ${wanted.join(', ')}.`)
  const literal = (row: string) => named.get(row)?.every((title) => title.text.includes(row)) ?? false
  /** The tests that name these rows: by their words where all of their titles hold them (a range names rows it does not spell out). */
  const only = (of: readonly string[]) => (of.every(literal) ? ['-t', of.join('|')] : [])
  const testsOf = ({ row }: Written) => testFiles(named.get(row)?.map((title) => title.file) ?? [])
  rmSync(work, { recursive: true, force: true })

  const copies = Array.from({ length: Math.min(2, availableParallelism()) }, (_, at) => copyOf(join(work, String(at))))
  const before = await run(copies[0] ?? root, [...new Set(chosen.flatMap(testsOf))], only(chosen.map((one) => one.row)))
  if (before.failed.length > 0 || before.unbegun.length > 0 || before.passed === 0) {
    const why = [...before.failed, ...before.unbegun.map((file) => `${file}: could not begin`), before.passed === 0 ? before.said : '']
    console.log(`The tests fail before anything is broken:\n${why.join('\n')}`)
    return 1
  }
  const waiting = [...chosen]
  const missed: Written[] = []
  const untried: Written[] = []
  const worker = async (copy: string) => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const whole = readFileSync(join(copy, one.file), 'utf8')
      writeFileSync(join(copy, one.file), broken(whole, one))
      const { failed, unbegun } = await run(copy, testsOf(one), only([one.row]))
      writeFileSync(join(copy, one.file), whole)
      const seen = failed.some((title) => titleNames(title, one.row, rows))
      if (!seen && unbegun.length > 0) {
        untried.push(one)
        console.log(`? ${one.row} ${one.says} (not tried: ${unbegun.join(', ')} could not begin)`)
        continue
      }
      if (!seen) missed.push(one)
      console.log(`${seen ? '✓' : '✗'} ${one.row} ${one.says}${seen ? '' : ` (${one.file}: no test that names ${one.row} failed)`}`)
    }
  }
  await Promise.all(copies.map(worker))
  rmSync(work, { recursive: true, force: true })
  const tried = chosen.length - untried.length
  console.log(`${tried - missed.length} of ${tried} breaks seen by the tests of their row`)
  if (untried.length > 0) console.log(`${untried.length} could not be tried: run them again when the machine has less to do`)
  return missed.length + untried.length > 0 ? 1 : 0
}

/** A browser needs the built project: journeys are run only where no other test names the row. */
function testFiles(files: readonly string[]): readonly string[] {
  const quick = files.filter((file) => !/^test\/(journeys|faults)\//.test(file))
  return [...new Set(quick.length > 0 ? quick : files)]
}

function copyOf(copy: string): string {
  for (const path of filesBelow(root)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(join(root, path), join(copy, path))
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

async function run(copy: string, files: readonly string[], which: readonly string[]): Promise<Ran> {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const built = files.some((file) => file.startsWith('test/journeys/')) ? await said(copy, 'npm', ['run', '--silent', 'build']) : ''
  const vitest = ['run', ...files, ...which, '--reporter=json', `--outputFile=${report}`, '--no-color', '--maxWorkers=1']
  const text = built + (await said(copy, join(root, 'node_modules/.bin/vitest'), vitest))
  try {
    return outcomeOf(JSON.parse(readFileSync(report, 'utf8')) as Report, text)
  } catch {
    return { failed: [], passed: 0, unbegun: files, said: text }
  }
}

const titleNames = (title: string, row: string, rows: readonly Row[]) =>
  title.split('\n').some((line) => rowsNamed(unquoted(line), rows).includes(row))

/** Vitest puts quotation marks around a text that a table of cases fills into its title. */
const unquoted = (line: string) => line.replace(/^'([^']*)'/, '$1')

function said(cwd: string, command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const out: Buffer[] = []
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TEST_KINDS: 'pglite' } })
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => out.push(bytes))
    child.on('error', (error) => resolve(error.message))
    child.on('close', () => resolve(Buffer.concat(out).toString('utf8')))
  })
}

// At the end, because it runs while the file is read.
if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
