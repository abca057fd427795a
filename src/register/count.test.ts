import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fewest, hidden, perAnswer } from './count.ts'

it('a record with two answers counts under both, and one that was not asked under none', () => {
  const counts = perAnswer([
    { answer: ['a', 'b'], count: 2 },
    { answer: ['b'], count: 1 },
    { answer: null, count: 9 },
    { answer: 'c', count: 4 },
  ])
  expect([...counts]).toEqual([
    ['a', 2],
    ['b', 3],
    ['c', 4],
  ])
})

it.each([
  { counts: [12, 3, 7], shared: false, hides: [false, true, false] },
  { counts: [12, 3, 7], shared: true, hides: [false, true, true] },
  { counts: [12, 3, 2], shared: true, hides: [false, true, true] },
  { counts: [12, 0, 5], shared: true, hides: [false, false, false] },
  { counts: [4], shared: true, hides: [true] },
])('$counts, sharing a sum: $shared, hides $hides', ({ counts, shared, hides }) => {
  expect(hidden(counts, shared)).toEqual(hides)
})

it('no figure from one to four can be worked out from the sum and the others', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), (counts) => {
      const hides = hidden(counts, true)
      counts.forEach((count, at) => {
        if (count > 0 && count < fewest) expect(hides[at]).toBe(true)
      })
      const among = counts.filter((_, at) => hides[at])
      const rest = counts.filter((count, at) => count > 0 && !hides[at])
      expect(among.length !== 1 || rest.length === 0).toBe(true)
    }),
  )
})
