import { describe, expect, test } from 'vitest'
import {
  asJson,
  asPage,
  demanded,
  type Row,
  readCatalogue,
  readTitles,
  rowsNamed,
  shownBy,
  unknownRows,
} from '../../scripts/requirements.ts'
import { planted } from './planted.ts'

const rows: readonly Row[] = ['S1-01', 'S1-02', 'S1-03', 'S1-04', 'S4-001', 'S4-002'].map((id) => ({
  id,
  kind: 'MUST',
  says: 'Says.',
  modules: ['M04'],
}))
const titlesOf = (source: string) => readTitles(planted({ 'src/a.test.ts': source }))
const shownIn = (source: string) => asJson(rows, shownBy(rows, titlesOf(source))).shown

test('the catalogue is whole: 415 rows, none twice', () => {
  const ids = readCatalogue(process.cwd()).map((row) => row.id)
  expect(ids).toHaveLength(415)
  expect(new Set(ids).size).toBe(415)
})

describe('which rows a title names', () => {
  test.each([
    ['S1-02 a name', ['S1-02']],
    ['S1-01, S4-001 and S1-03: names', ['S1-01', 'S4-001', 'S1-03']],
    ['S1-02 to S1-04 names', ['S1-02', 'S1-03', 'S1-04']],
    ['S1-03…S4-002 names', ['S1-03', 'S1-04', 'S4-001', 'S4-002']],
    ['S1-01–S1-02, S4-002', ['S1-01', 'S1-02', 'S4-002']],
    ['a title that mentions S1-02 later shows nothing', []],
  ])('%s', (title, named) => expect(rowsNamed(title, rows)).toEqual(named))
})

describe('which titles are read', () => {
  test.each([
    ['a test', `test('S1-01 a', () => {})`],
    ['an it in a group', `describe('x', () => { it('S1-01 a', () => {}) })`],
    ['a group with a test in it', `describe('S1-01 a', () => { test('b', () => {}) })`],
    ['a group of our own', `describeOnBoth('S1-01 a', () => { test('b', () => {}) })`],
    ['a template', `test(\`S1-01 a \${b}\`, () => {})`],
    ['a table of objects', `test.each([{ row: 'S1-01' }])('$row a', () => {})`],
    ['a table of lists', `test.each([['S1-01', 1]] as const)('%s a', () => {})`],
    ['a table named above', `const cases = [{ row: 'S1-01' }] as const\ntest.each(cases)('$row a', () => {})`],
    ['a loop', `for (const { row } of [{ row: 'S1-01' }]) test(\`\${row} a\`, () => {})`],
    ['a loop over a table named above', `const cases = [{ row: 'S1-01' }]\nfor (const one of cases) test(\`\${one.row} a\`, () => {})`],
  ])('%s', (_what, source) => expect(shownIn(source)).toEqual(['S1-01']))

  test.each([
    ['a skipped test', `test.skip('S1-01 a', () => {})`],
    ['a promise', `test.todo('S1-01 a')`],
    ['a test skipped by an option', `test('S1-01 a', { skip: true }, () => {})`],
    ['a test that may be skipped', `test.skipIf(noServer)('S1-01 a', () => {})`],
    ['a test in a skipped group', `describe.skip('x', () => { test('S1-01 a', () => {}) })`],
    ['a group of skipped tests', `describe('S1-01 a', () => { test.skip('b', () => {}) })`],
    ['a group without a test', `describe('S1-01 a', () => {})`],
    ['a comment', `// test('S1-01 a')`],
    ['something that is no test', `expect('S1-01 a')`],
  ])('not %s', (_what, source) => expect(shownIn(source)).toEqual([]))
})

test('a row that the catalogue lacks is found, with file and line', () => {
  expect(unknownRows(rows, titlesOf(`\ntest('S1-99 a', () => {})`))).toMatchObject([{ file: 'src/a.test.ts', line: 2 }])
})

test('a row that the main job must show is demanded until a test shows it', () => {
  const open = demanded(rows, shownBy(rows, titlesOf(`test('S1-01 to S1-04, S4-001', () => {})`)))
  expect(open.map((one) => one.says.slice(0, 6))).toEqual(['S4-002'])
})

test('the page lists every row with the tests that show it', () => {
  const text = asPage(rows, shownBy(rows, titlesOf(`test('S1-01 a | b', () => {})`)), new Map([['M04', 'M04 Reporting']]))
  expect(text).toContain('| S1-01 | MUST | Says. | src/a.test.ts: S1-01 a \\| b |')
  expect(text).toContain('| S1-02 | MUST | Says. | OPEN |')
  expect(text).toContain('| M04 Reporting | 6 | 1 | 5 |')
})
