import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'

// Every gate, the cheapest first; the first that fails ends it, with what it said. `npm test` and .ci/run do the same.

/** `counts`: the tests' own report, whose sums make the last line. A gate without `also` waits for those before it. */
export type Gate = { readonly name: string; readonly run: readonly string[]; readonly counts?: string; readonly also?: true }
type Ran = { readonly gate: Gate; readonly ok: boolean; readonly said: string; readonly seconds: number }
type Sum = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] }

const root = join(import.meta.dirname, '..')
const reports = '.cache/check'
const tool = (name: string) => join(root, 'node_modules/.bin', name)
const script = (name: string) => [process.execPath, `scripts/${name}.ts`]
const tests = (report: string, ...what: readonly string[]) => [
  ...[tool('vitest'), 'run', ...what],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--no-color'],
]

export const gates: readonly Gate[] = [
  { name: 'format and lint', run: [tool('biome'), 'ci', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'types', run: [tool('tsc')], also: true },
  { name: 'import direction', run: script('check-imports') },
  { name: 'module shape', run: script('check-shape'), also: true },
  { name: 'names', run: script('check-names'), also: true },
  { name: 'reach', run: script('check-reach'), also: true },
  { name: 'language', run: script('check-language'), also: true },
  { name: 'supply chain', run: script('check-supply'), also: true },
  { name: 'database types', run: [...script('db-types'), '--check'] },
  { name: 'database schema', run: [...script('db-schema'), '--check'], also: true },
  { name: 'requirements page', run: [...script('requirements'), '--check', '--demand'], also: true },
  { name: 'generated documents', run: [tool('tsx'), 'scripts/docs.ts', '--check'], also: true },
  {
    name: 'rules, commands, routes',
    run: tests(`${reports}/tests.json`, '--exclude', 'test/journeys/**', '--exclude', 'test/faults/**'),
    counts: `${reports}/tests.json`,
  },
  { name: 'build', run: ['npm', 'run', '--silent', 'build'] },
  { name: 'dead code', run: [tool('knip')], also: true },
  // What tests alone use decides nothing: a rule among it would be tested in the place of the one that does.
  {
    name: 'what only tests use',
    run: [tool('knip'), '--production', '--config', 'knip.production.json', '--include', 'exports'],
    also: true,
  },
  {
    name: 'journeys and faults',
    run: tests(`${reports}/journeys.json`, 'test/journeys', 'test/faults'),
    counts: `${reports}/journeys.json`,
  },
]

const nothing: Sum = { passed: 0, failed: 0, skipped: [] }
const notRun = new Set(['pending', 'skipped', 'todo', 'disabled'])

if (import.meta.main) process.exitCode = await check()

async function check(): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new Error('Run it as `npm run check`: that uses the Node that the project brings along.')
  rmSync(join(root, reports), { recursive: true, force: true })
  mkdirSync(join(root, reports), { recursive: true })
  const done: Ran[] = []
  for (const group of together(gates)) {
    const ran = await runGroup(group)
    done.push(...ran)
    const broken = ran.filter((one) => !one.ok)
    for (const { gate, said } of broken) console.log(`\n${gate.name}\n${said.trim()}\n`)
    if (broken.length > 0) break
  }
  const sum = summed(done)
  const broken = done.filter((one) => !one.ok).length + Math.min(sum.skipped.length, 1)
  console.log(`${sum.passed} passed, ${Math.max(sum.failed, broken)} failed`)
  if (sum.skipped.length > 0) console.log(`A skipped test shows nothing, so let it run or take it away:\n${sum.skipped.join('\n')}`)
  return broken > 0 ? 1 : 0
}

/** Gates that may run at the same time, in groups one after the other. */
export function together(all: readonly Gate[]): readonly (readonly Gate[])[] {
  const groups: Gate[][] = []
  for (const gate of all) {
    const last = groups.at(-1)
    if (gate.also && last) last.push(gate)
    else groups.push([gate])
  }
  return groups
}

async function runGroup(group: readonly Gate[]): Promise<readonly Ran[]> {
  const waiting = [...group]
  const ran: Ran[] = []
  const worker = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const one = await runGate(gate)
      ran.push(one)
      console.log(`${one.ok ? '✓' : '✗'} ${gate.name} ${one.seconds.toFixed(1)} s`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker))
  return ran
}

export function runGate(gate: Gate): Promise<Ran> {
  const began = performance.now()
  const [command = '', ...args] = gate.run
  return new Promise((resolve) => {
    const said: Buffer[] = []
    const end = (ok: boolean, more = '') =>
      resolve({ gate, ok, said: Buffer.concat(said).toString('utf8') + more, seconds: (performance.now() - began) / 1000 })
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (bytes: Buffer) => said.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes))
    child.on('error', (error) => end(false, `could not be started: ${error.message}. Run npm ci first.`))
    child.on('close', (code) => end(code === 0, code === 0 ? '' : `\n(ended with ${code})`))
  })
}

/** A run that wrote no report, as one that fell before the first test, counts nothing. */
export function summed(done: readonly Ran[]): Sum {
  return done.reduce<Sum>((sum, { gate }) => {
    const counted = gate.counts ? readCounts(gate.counts) : nothing
    return {
      passed: sum.passed + counted.passed,
      failed: sum.failed + counted.failed,
      skipped: [...sum.skipped, ...counted.skipped],
    }
  }, nothing)
}

function readCounts(path: string): Sum {
  try {
    const report: Report = JSON.parse(readFileSync(resolve(root, path), 'utf8'))
    const skipped = report.testResults.flatMap((file) => file.assertionResults.filter((one) => notRun.has(one.status)))
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: skipped.map((one) => one.fullName) }
  } catch {
    return nothing
  }
}

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[]
}
