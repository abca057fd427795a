import { describe, expect, it } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import type { Card } from './card.ts'
import { recordFields } from './fields.ts'
import { cardTasks } from './rules.ts'

const card = (over: Partial<Card['values']>): Card => ({
  ...{ id: 'c', version: 1 },
  values: { ...emptyValues(recordFields), uses: ['access'], holder: 'holder', leader: 'leader', status: 'active', ...over },
})
const due = (over: Partial<Card['values']>, kind: string) => cardTasks(card(over)).find((task) => task.kind === kind)?.dueAt

// Made by hand with a calendar of 2026 to 2028, and not by the code.
describe('a card is handed in on the last working day (S4-205)', () => {
  it.each([
    ['a Tuesday', '2026-03-31', '2026-03-31T22:00:00Z'],
    ['the last Saturday of winter time: the Friday before', '2026-03-28', '2026-03-27T23:00:00Z'],
    ['the Sunday when summer time begins: the Friday before', '2026-03-29', '2026-03-27T23:00:00Z'],
    ['the Sunday when summer time ends: the Friday before, in summer time', '2026-10-25', '2026-10-23T22:00:00Z'],
    ['the Monday after, in winter time', '2026-10-26', '2026-10-26T23:00:00Z'],
    ['Easter Monday: the Wednesday before Maundy Thursday', '2026-04-06', '2026-04-01T22:00:00Z'],
    ['Christmas Day: Christmas Eve', '2026-12-25', '2026-12-24T23:00:00Z'],
    ['New Year’s Day: New Year’s Eve', '2027-01-01', '2026-12-31T23:00:00Z'],
    ['29 February, a Tuesday', '2028-02-29', '2028-02-29T23:00:00Z'],
    ['31 January, a Saturday', '2026-01-31', '2026-01-30T23:00:00Z'],
  ])('S4-205 %s', (_, leavesOn, ends) => {
    expect(due({ leavesOn }, 'id_card.handIn')).toEqual(new Date(ends))
    expect(due({ leavesOn, leader: null }, 'id_card.handIn')).toEqual(new Date(ends))
  })
})

describe('a lost card is deactivated within 24 hours, and a new one ordered within 72 (S4-206, S4-207)', () => {
  it.each([
    ['on a Tuesday at noon', '2026-03-03T11:00:00Z', '2026-03-04T11:00:00Z', '2026-03-06T11:00:00Z'],
    // Hours of the clock on the wall are one more, or one less: what is counted are hours that pass.
    ['at 12 in winter time, the day before summer time', '2026-03-28T11:00:00Z', '2026-03-29T11:00:00Z', '2026-03-31T11:00:00Z'],
    ['at 12 in summer time, the day before winter time', '2026-10-24T10:00:00Z', '2026-10-25T10:00:00Z', '2026-10-27T10:00:00Z'],
    ['on Christmas Eve: the holidays count', '2026-12-24T15:00:00Z', '2026-12-25T15:00:00Z', '2026-12-27T15:00:00Z'],
    ['on the last day of a year', '2026-12-31T22:30:00Z', '2027-01-01T22:30:00Z', '2027-01-03T22:30:00Z'],
    ['on 28 February of a leap year', '2028-02-28T12:00:00Z', '2028-02-29T12:00:00Z', '2028-03-02T12:00:00Z'],
  ])('S4-206 %s', (_, lostAt, deactivated, ordered) => {
    const lost = { status: 'lost', lostAt: new Date(lostAt) } as const
    expect(due(lost, 'id_card.deactivate')).toEqual(new Date(deactivated))
    expect(due(lost, 'id_card.reorder')).toEqual(new Date(ordered))
  })
})
