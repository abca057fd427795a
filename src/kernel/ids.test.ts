import { expect, it } from 'vitest'
import { isId, newId } from './ids.ts'

it('ids of one millisecond sort in the order they were made, and all are different', () => {
  const now = new Date('2026-03-02T08:00:00Z')
  const made = Array.from({ length: 9000 }, () => newId(now))
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(9000)
  expect(made.every(isId)).toBe(true)
})

it('a later millisecond sorts after', () => {
  expect(newId(new Date(1000)) < newId(new Date(1001))).toBe(true)
})
