import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesBelow, isCode, isTest } from '../../scripts/source.ts'

/** Lines of code that a plain register may cost beside its words, its tests and its table (docs/decisions/0016). */
const most = 150

/** A factory makes records for tests. */
const counted = (path: string) => isCode(path) && !isTest(path) && !/\/(texts\.(nb|nn|en)|factory)\.ts$/.test(path)
const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1

test('the smallest plain register is small: what they have in common stands once', () => {
  const registers = filesBelow('.', 'src/modules')
    .filter((path) => path.endsWith('/store.ts') && readFileSync(path, 'utf8').includes('registerStore'))
    .map((path) => path.slice(0, -'/store.ts'.length))
  const sizes = registers.map((folder) => filesBelow('.', folder).filter(counted).map(linesOf))
  expect(sizes.length).toBeGreaterThan(0)
  expect(Math.min(...sizes.map((lines) => lines.reduce((sum, one) => sum + one, 0)))).toBeLessThanOrEqual(most)
})
