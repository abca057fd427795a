import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

// `npm run mutants`: breaks the rules, permissions, clocks, redaction and guard of every module by small changes, and tells how many
// of them the tests that ask no database see. What is made once when a file is read (tables of steps, lists of words) is left to the
// generated pages and to test/breaks: each such change would need every test anew. A place may be named: `npm run mutants -- src/modules/tasks`.

export type Mutant = { readonly status: string; readonly location: { readonly start: { readonly line: number } } }
export type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>> }
export type Score = { readonly module: string; readonly seen: number; readonly unseen: number; readonly percent: number }

const least = 85
const seen = new Set(['Killed', 'Timeout'])
const unseen = new Set(['Survived', 'NoCoverage'])

/** How many of its breaks each module's tests see, in per cent. What cannot be compiled or run counts as neither. */
export function scores({ files }: Report): readonly Score[] {
  const byModule = Map.groupBy(Object.entries(files), ([path]) => moduleOf(path))
  return [...byModule]
    .map(([module, own]) => {
      const mutants = own.flatMap(([, file]) => file.mutants)
      const count = (of: ReadonlySet<string>) => mutants.filter((mutant) => of.has(mutant.status)).length
      const [found, missed] = [count(seen), count(unseen)]
      return { module, seen: found, unseen: missed, percent: found + missed === 0 ? 100 : (100 * found) / (found + missed) }
    })
    .toSorted((a, b) => (a.module < b.module ? -1 : 1))
}

/** Where the breaks of a module that no test sees lie: `file:line`, each line once, in order. */
export const unseenAt = ({ files }: Report, module: string): readonly string[] =>
  Object.entries(files)
    .filter(([path]) => moduleOf(path) === module)
    .flatMap(([path, file]) => {
      const lines = file.mutants.filter((one) => unseen.has(one.status)).map((one) => one.location.start.line)
      return [...new Set(lines)].toSorted((a, b) => a - b).map((line) => `${path}:${line}`)
    })

const moduleOf = (path: string) => /^src\/(?:modules\/)?([^/]+)/.exec(path)?.[1] ?? path

const homeOf = (path: string) => /^src\/(?:modules\/)?[^/]+/.exec(path)?.[0] ?? ''

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const { mutate } = JSON.parse(readFileSync(join(root, 'stryker.config.json'), 'utf8')) as { readonly mutate: readonly string[] }
  const places = process.argv.slice(2)
  const files = globSync(mutate, { cwd: root }).filter((file) => places.some((place) => file.startsWith(place)))
  if (places.length > 0 && files.length === 0)
    throw new Error(`Nothing at ${places.join(', ')} is broken by this: stryker.config.json says what is.`)
  const only = files.length > 0 ? ['--mutate', files.join(',')] : []
  const ran = spawnSync(resolve(root, 'node_modules/.bin/stryker'), ['run', ...only], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A module's own tests are to see its breaks: others pass by them by chance, and slowly.
    env: { ...process.env, TESTS_OF: [...new Set(files.map(homeOf))].join(',') },
  })
  if (ran.status !== 0) process.exit(ran.status ?? 1)
  const report = JSON.parse(readFileSync(join(root, '.cache/mutants/report.json'), 'utf8')) as Report
  // What was found of other places before is kept in the report, and may be old: told is what was asked.
  const asked = Object.entries(report.files).filter(([path]) => files.length === 0 || files.includes(path))
  const all = scores({ files: Object.fromEntries(asked) })
  for (const one of all) console.log(`${one.percent.toFixed(1).padStart(6)} %  ${one.module}  (${one.seen} seen, ${one.unseen} not)`)
  const low = all.filter((one) => one.percent < least)
  for (const one of low) console.log(`${one.module} is below ${least} %: write tests for ${unseenAt(report, one.module).join(', ')}`)
  process.exitCode = low.length > 0 ? 1 : 0
}
