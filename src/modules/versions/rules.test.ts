import { expect, it } from 'vitest'
import { changed } from '../../kernel/fields.ts'
import type { VersionedPart } from '../../kernel/version.ts'
import { answersOf, asAnswer, differences, firstCompared, wholeParts } from './rules.ts'

const fields = { name: { kind: 'text', max: 10 }, at: { kind: 'instant' }, kinds: { kind: 'choices', of: ['a', 'b'] } } as const
const part = { fields, texts: {}, references: {} } as unknown as VersionedPart
const only = (key: string) => (key === 'open' ? part : undefined)

it('S4-023 each changed answer has its old and its new value, in the order of the questions, and what is empty in both is none', () => {
  const before = { open: { name: 'Ola', at: null, kinds: ['a'] } }
  const after = { open: { kinds: ['b'], name: 'Kari' } }
  expect(differences(before, after, only)).toEqual([
    { part: 'open', field: 'name', before: 'Ola', after: 'Kari' },
    { part: 'open', field: 'kinds', before: ['a'], after: ['b'] },
  ])
  expect(differences(after, after, only)).toEqual([])
  expect(differences({}, after, only)).toHaveLength(2)
  expect(differences(after, {}, only)).toHaveLength(2)
})

it('S4-023 the same ticks in another order are no difference; one more is', () => {
  const kinds = (...ticked: readonly string[]) => ({ open: { kinds: ticked } })
  expect(differences(kinds('b', 'a'), kinds('a', 'b'), only)).toEqual([])
  expect(differences(kinds('b', 'a'), kinds('a', 'b', 'c'), only)).toHaveLength(1)
  expect(changed(fields, { name: null, at: null, kinds: ['b', 'a'] }, { name: null, at: null, kinds: ['a', 'b'] })).toEqual([])
  expect(changed(fields, { name: null, at: null, kinds: ['b'] }, { name: null, at: null, kinds: ['a', 'b'] })).toEqual(['kinds'])
})

it('a part or a question that the reader may not see is in no difference', () => {
  const [before, after] = [
    { closed: { name: 'a' }, open: { secret: 'a' } },
    { closed: { name: 'b' }, open: { secret: 'b' } },
  ]
  expect(differences(before, after, only)).toEqual([])
})

it('what is kept of a moment is a moment again, and what was not asked then is empty', () => {
  expect(asAnswer(fields.at, '2026-03-02T08:00:00.000Z')).toEqual(new Date('2026-03-02T08:00:00Z'))
  expect(answersOf(fields, { name: 'Ola' })).toEqual({ name: 'Ola', at: null, kinds: null })
  expect(answersOf(fields, undefined)).toEqual({ name: null, at: null, kinds: null })
})

it('a part with a name of its own that came or went whole is told as one; one that was changed is not', () => {
  const named = { ...part, title: 'Tiltak' }
  const of = (key: string) => (key === 'record' ? part : key === 'closed' ? undefined : named)
  const before = { went: { name: 'a' }, stayed: { name: 'a' }, blank: { name: null } }
  const after = { record: { name: 'r' }, stayed: { name: 'b' }, blank: { name: 'x' }, came: { name: 'c' }, closed: { name: 'd' } }
  expect(wholeParts(before, after, of)).toEqual([
    { key: 'came', came: true },
    { key: 'went', came: false },
  ])
})

it('one begins with the last two that were approved; else with what was approved and what stands; else with the newest two', () => {
  const versions = (...approved: readonly number[]) => [5, 4, 3, 2, 1].map((version) => ({ version, approved: approved.includes(version) }))
  expect(firstCompared(versions(4, 2))).toEqual({ from: 2, to: 4 })
  expect(firstCompared(versions(3))).toEqual({ from: 3, to: 5 })
  expect(firstCompared(versions(5))).toEqual({ from: 4, to: 5 })
  expect(firstCompared(versions())).toEqual({ from: 4, to: 5 })
  expect(firstCompared(versions(1).slice(4))).toBeNull()
})
