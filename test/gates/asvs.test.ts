import { describe, expect, test } from 'vitest'
import { asvsFaults, asvsPage, type Requirement, readAsvs, wanted } from '../../scripts/asvs.ts'
import { planted } from './planted.ts'

test('G-12 the list is that of ASVS 5.0.0: 70 requirements of level 1, 183 of level 2', () => {
  const levels = [...wanted.values()]
  expect([levels.length, levels.filter((level) => level === 1).length]).toEqual([253, 70])
  expect([wanted.get('V6.2.8'), wanted.get('V6.2.9'), wanted.get('V6.4.5'), wanted.get('V17.3.2')]).toEqual([1, 2, undefined, 2])
})

describe('G-12 each requirement has a row that holds', () => {
  const whole = [...wanted.keys()].map((id): Requirement => ({ id, asks: 'asks', is: 'notApplicable', gap: 'There is none.' }))
  const first: Requirement = {
    id: 'V1.1.1',
    asks: 'asks',
    is: 'met',
    how: 'so',
    files: ['src/a.ts'],
    shown: ['src/a.test.ts: a: b', 'gate: types'],
  }
  const saysOf = (rows: readonly Requirement[]) => {
    const root = planted({ 'src/a.ts': '', 'src/a.test.ts': `test('a: b', () => {})\ntest.skip('c', () => {})` })
    return asvsFaults(root, rows, ['types']).map(({ says }) => says)
  }
  const changed = (change: object) => saysOf([{ ...first, ...change } as Requirement, ...whole.slice(1)])

  test('and nothing is found where they all do', () => expect([saysOf(whole), changed({})]).toEqual([[], []]))
  test('one that is missing, is none, stands twice or out of order is found', () => {
    expect(saysOf(whole.slice(1))).toEqual(['V1.1.1 has no row'])
    expect(saysOf([...whole, { ...first, id: 'V1.2.10' }])).toEqual([expect.stringContaining('V1.2.10 is no requirement')])
    expect(saysOf([...whole, whole[5] as Requirement])).toEqual([expect.stringContaining('stands twice')])
    expect(saysOf(whole.toReversed())).toEqual([expect.stringContaining('order')])
  })
  test.each([
    ['a file that is gone', { files: ['src/b.ts'] }, 'src/b.ts, which is not there'],
    ['a test file that is gone', { shown: ['src/b.test.ts: a: b'] }, 'src/b.test.ts, which is not there'],
    ['a test of another title', { shown: ['src/a.test.ts: a'] }, 'no test'],
    ['a test that is skipped', { shown: ['src/a.test.ts: c'] }, 'no test'],
    ['a gate that is none', { shown: ['gate: beauty'] }, 'beauty'],
    ['met without how', { how: undefined }, 'how and where'],
    ['met without a place', { files: [] }, 'how and where'],
    ['met and never seen', { shown: [] }, 'has seen it'],
    ['met with something missing', { gap: 'half' }, 'yet something is missing'],
    ['in part, and not what is missing', { is: 'part' }, 'what is missing'],
    ['not met, and not why', { is: 'notMet' }, 'what is missing'],
    ['one that does not apply and is met', { is: 'notApplicable', gap: 'none' }, 'yet is met'],
    ['a state that is none', { is: 'nearly', gap: 'x' }, 'no state'],
  ])('%s is found', (_, change, says) => expect(changed(change)).toEqual([expect.stringContaining(says)]))
})

test('G-12 the page counts what stands, by chapter and in all', () => {
  const rows = readAsvs(process.cwd())
  const page = asvsPage(rows)
  const count = (is: Requirement['is']) => rows.filter((row) => row.is === is).length
  expect(page).toContain(`| **All** | 253 | ${count('met')} | ${count('part')} | ${count('notMet')} | ${count('notApplicable')} |`)
  expect(page.match(/^\| V\d+\.\d+\.\d+ \|/gm)).toHaveLength(253)
  expect(page.match(/^## /gm)).toHaveLength(17)
})
