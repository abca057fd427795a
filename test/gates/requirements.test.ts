import { describe, expect, test } from 'vitest'
import { broken, idleBreaks, outcomeOf, readBreaks } from '../../scripts/break.ts'
import {
  asJson,
  asPage,
  demanded,
  idleWords,
  type Row,
  readCatalogue,
  readTitles,
  rowsNamed,
  shownBy,
  standings,
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
const shownIn = (source: string) => [...shownBy(rows, titlesOf(source)).keys()]

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
  const named = shownBy(rows, titlesOf(`test('S1-01 a | b', () => {})\ntest('S1-03 c', () => {})`))
  const standing = standings(rows, named, { 'S1-03': 'No file.' }, new Set(['S1-01']))
  const text = asPage(rows, named, standing, new Map([['M04', 'M04 Reporting']]))
  expect(text).toContain('| S1-01 | MUST | Says. | SHOWN | src/a.test.ts: S1-01 a \\| b |')
  expect(text).toContain('| S1-02 | MUST | Says. | OPEN |  |')
  expect(text).toContain('| S1-03 | MUST | Says. | in part: No file. | src/a.test.ts: S1-03 c |')
  expect(text).toContain('| M04 Reporting | 6 | 1 | 1 | 4 |')
})

describe('where a row stands', () => {
  const named = new Map([
    ['S1-01', []],
    ['S1-02', []],
    ['S1-03', []],
  ])
  const standing = asJson(standings(rows, named, { 'S1-02': 'The export is missing.' }, new Set(['S1-01', 'S1-02', 'S1-04'])))

  test('shown only where a change that breaks it is known and nothing is missing', () => expect(standing.shown).toEqual(['S1-01']))
  test('in part where something is missing, or where nothing has been seen failing', () =>
    expect(standing.inPart).toEqual([
      { id: 'S1-02', missing: 'The export is missing.' },
      { id: 'S1-03', missing: 'No small change that breaks it has been seen failing yet.' },
    ]))
  test('open where no test names it, whatever else is written of it', () => expect(standing.open).toEqual(['S1-04', 'S4-001', 'S4-002']))
  test('words about a row that no test names are found', () =>
    expect(idleWords({ 'S1-02': 'x', 'S1-04': 'y' }, named).map((one) => one.says.slice(0, 5))).toEqual(['S1-04']))
})

describe('a change that breaks a row', () => {
  const named = new Map([['S1-01', []]])
  const one = { row: 'S1-01', file: 'src/a.ts', from: 'by: leader', to: 'by: anyone', says: 'anyone may' }
  const idle = (change: Partial<typeof one>, text = 'close { by: leader }') => {
    const root = planted({ 'src/a.ts': text, 'test/breaks/M04.json': JSON.stringify([{ ...one, ...change }]) })
    return idleBreaks(root, readBreaks(root), named)
  }

  test('is kept while it can be made', () => expect(idle({})).toEqual([]))
  test.each([
    ['its row has no test', { row: 'S1-02' }, 'by: leader', 'no test names'],
    ['its file is gone', { file: 'src/b.ts' }, 'by: leader', 'gone'],
    ['its text is gone', {}, 'by: admin', '0 times'],
    ['its text stands twice', {}, 'by: leader, by: leader', '2 times'],
    ['it changes nothing', { to: 'by: leader' }, 'by: leader', 'changes nothing'],
  ])('is found when %s', (_what, changed, text, says) =>
    expect(idle(changed, text).map((each) => each.says)).toEqual([expect.stringContaining(says)]),
  )
  test('is not missed by tests that could not begin', () => {
    const file = (status: string, ...of: readonly string[]) => ({
      ...{ name: `${of.join('-')}.test.ts`, status },
      assertionResults: of.map((one) => ({ status: one, title: `S1-01 ${one}`, ancestorTitles: ['closing'] })),
    })
    const { failed, passed, unbegun } = outcomeOf(
      { testResults: [file('failed', 'skipped'), file('failed'), file('failed', 'failed', 'passed'), file('passed', 'passed')] },
      '',
    )
    expect([failed, passed, unbegun]).toEqual([['closing\nS1-01 failed'], 2, ['skipped.test.ts', '.test.ts']])
  })
  test('is made in one place', () => expect(broken('a by: leader b', one)).toBe('a by: anyone b'))
})
