import { expect, it } from 'vitest'
import { counts, type RegisterLine, yearsOf } from './register.ts'

const line = (over: Partial<RegisterLine> = {}): RegisterLine => ({
  id: 'x',
  countedYear: 2026,
  year: 2026,
  number: 1,
  status: 'open',
  imported: false,
  told: false,
  unit: 'Skole',
  receivedAt: null,
  closedAt: null,
  categories: [],
  level: null,
  notified: 'running',
  authorityNotifiedAt: null,
  subjectsInformedAt: null,
  hours: null,
  least: null,
  most: null,
  shortName: null,
  whatHappened: null,
  ...over,
})
const at = new Date('2026-03-02T08:00:00Z')

it('S3-23 the sums of a year are those of its lines, and each year has its own', () => {
  const years = yearsOf([
    line({ number: 2, status: 'closed', notified: 'met', authorityNotifiedAt: at, told: true, hours: 4, least: 10, most: 12 }),
    line({ number: 1, notified: 'late', authorityNotifiedAt: at, told: true, subjectsInformedAt: at, hours: 1, least: 1, most: 1 }),
    line({ number: 3, hours: 2 }),
    // Received before the new year, and written in after it: with its number, in the year it was received.
    line({ countedYear: 2025, year: 2026, number: 4 }),
    line({ countedYear: 2025, year: 2025, number: 7, status: 'closed', hours: 8 }),
  ])
  expect(years.map(({ year, lines }) => [year, lines.map(({ number }) => number)])).toEqual([
    [2026, [1, 2, 3]],
    [2025, [7, 4]],
  ])
  expect(years[0]).toMatchObject({ closed: 1, notified: 2, inTime: 1, informed: 1, least: 11, most: 13, hours: 2 })
  expect(years[1]).toMatchObject({ closed: 1, notified: 0, inTime: 0, informed: 0, least: 0, most: 0, hours: 8 })
})

it('the middle of an even number lies between the two, and of none there is none', () => {
  expect(yearsOf([line({ hours: 2 }), line({ hours: 5 })])[0]?.hours).toBe(3.5)
  expect(yearsOf([line()])[0]?.hours).toBeNull()
  expect(yearsOf([])).toEqual([])
})

it('a case with two answers counts under both, the most first, and those with as many by name', () => {
  const lines = [line({ categories: ['b', 'a'] }), line({ categories: ['b'] }), line({ categories: ['c'] })]
  expect(counts(lines, ({ categories }) => categories)).toEqual([
    ['b', 2],
    ['a', 1],
    ['c', 1],
  ])
})
