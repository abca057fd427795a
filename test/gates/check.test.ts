import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Gate, runGate, summed, together } from '../../scripts/check.ts'
import { planted } from './planted.ts'

const node = (source: string): Gate => ({ name: 'a gate', run: [process.execPath, '-e', source] })

test('a gate that passes, and what it said', async () => {
  expect(await runGate(node(`console.log('fine')`))).toMatchObject({ ok: true, said: 'fine\n' })
})

test.each([
  ['says what is wrong', node(`console.error('wrong'); process.exit(3)`), 'wrong\n\n(ended with 3)'],
  ['has no script', { name: 'a gate', run: [process.execPath, 'scripts/absent.ts'] }, 'Cannot find module'],
  ['has no program', { name: 'a gate', run: ['no-such-program'] }, 'could not be started'],
  ['is killed', node('process.kill(process.pid)'), '(ended with null)'],
])('a gate that %s fails', async (_what, gate, said) => {
  expect(await runGate(gate)).toMatchObject({ ok: false, said: expect.stringContaining(said) })
})

test('gates wait for those before them, except where they may run beside them', () => {
  const [a, b, c] = [node(''), { ...node(''), also: true as const }, node('')]
  expect(together([a, b, c])).toEqual([[a, b], [c]])
})

test('the last line is the sum of the tests’ own reports, with each skipped test by name; a missing report counts nothing', () => {
  const report = (passed: number, failed: number, ...tests: readonly (readonly [status: string, fullName: string])[]) =>
    JSON.stringify({
      numPassedTests: passed,
      numFailedTests: failed,
      testResults: [{ assertionResults: tests.map(([status, fullName]) => ({ status, fullName })) }],
    })
  const root = planted({
    'a.json': report(5, 1, ['passed', 'one'], ['skipped', 'two'], ['todo', 'three']),
    'b.json': report(7, 0, ['pending', 'four']),
  })
  const ran = (counts: string) => ({ gate: { ...node(''), counts: join(root, counts) }, ok: true, said: '', seconds: 1 })
  expect(summed([ran('a.json'), ran('b.json'), ran('absent.json')])).toEqual({
    passed: 12,
    failed: 1,
    skipped: ['two', 'three', 'four'],
  })
})
