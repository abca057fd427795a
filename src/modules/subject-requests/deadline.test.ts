import { describe, expect, it } from 'vitest'
import { endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { dueOnFor, extendedDueOn, lawDueOn } from './deadline.ts'

// Made by hand with a calendar of 2026, 2027 and 2028, and not by the code.
describe('one month to answer (GDPR Article 12(3), Regulation 1182/71 Article 3)', () => {
  it.each([
    ['a month on the same number', '2026-03-01', '2026-04-01'],
    ['31 January: February is too short, and its last day is a Saturday', '2026-01-31', '2026-03-02'],
    ['29 January in a common year: 28 February, a Saturday', '2026-01-29', '2026-03-02'],
    ['31 January in a leap year: 29 February, a Tuesday', '2028-01-31', '2028-02-29'],
    ['29 February: 29 March', '2028-02-29', '2028-03-29'],
    ['31 March: 30 April', '2026-03-31', '2026-04-30'],
    ['31 August: 30 September', '2026-08-31', '2026-09-30'],
    ['30 November: 30 December', '2026-11-30', '2026-12-30'],
    ['New Year’s Eve: 31 January is a Sunday', '2026-12-31', '2027-02-01'],
    ['Maundy Thursday: after Easter', '2026-03-02', '2026-04-07'],
    ['Good Friday: after Easter', '2026-03-03', '2026-04-07'],
    ['Easter Eve, a Saturday: after Easter', '2026-03-04', '2026-04-07'],
    ['Easter Day', '2026-03-05', '2026-04-07'],
    ['Easter Monday', '2026-03-06', '2026-04-07'],
    ['the day after Easter', '2026-03-07', '2026-04-07'],
    ['1 May, a Friday', '2026-04-01', '2026-05-04'],
    ['Ascension Day', '2026-04-14', '2026-05-15'],
    ['17 May, a Sunday', '2026-04-17', '2026-05-18'],
    ['Whit Monday', '2026-04-25', '2026-05-26'],
    ['Christmas Eve is a working day', '2026-11-24', '2026-12-24'],
    ['Christmas Day, then a Saturday and a Sunday', '2026-11-25', '2026-12-28'],
    ['Boxing Day', '2026-11-26', '2026-12-28'],
    ['New Year’s Day, a Friday', '2026-12-01', '2027-01-04'],
    ['a Saturday', '2026-05-13', '2026-06-15'],
    ['a Sunday', '2026-05-14', '2026-06-15'],
  ])('%s', (_, received, due) => expect(lawDueOn(received)).toBe(due))

  it.each([
    ['summer time begins on Sunday 29 March: that Friday ends in winter time', '2026-02-27', '2026-03-27', '2026-03-27T23:00:00Z'],
    ['and the Monday after, in summer time', '2026-02-28', '2026-03-30', '2026-03-30T22:00:00Z'],
    ['summer time ends on Sunday 25 October: that Friday ends in summer time', '2026-09-23', '2026-10-23', '2026-10-23T22:00:00Z'],
    ['and the Monday after, in winter time', '2026-09-25', '2026-10-26', '2026-10-26T23:00:00Z'],
  ])('%s', (_, received, due, ends) => {
    expect(lawDueOn(received)).toBe(due)
    expect(endOfDay(lawDueOn(received))).toEqual(new Date(ends))
  })

  it('the day it came is the day in Oslo', () => {
    expect(lawDueOn(localDate(new Date('2026-06-30T22:30:00Z')))).toBe('2026-08-03')
    expect(lawDueOn(localDate(new Date('2026-06-30T21:30:00Z')))).toBe('2026-07-30')
  })

  it.each([
    ['three months on the same number', '2026-03-01', '2026-06-01'],
    ['30 November: 28 February is a Sunday', '2026-11-30', '2027-03-01'],
    ['31 January: 30 April', '2026-01-31', '2026-04-30'],
    ['25 September: Christmas Day', '2026-09-25', '2026-12-28'],
    ['30 November before a leap year: 29 February', '2027-11-30', '2028-02-29'],
  ])('extended, %s', (_, received, due) => expect(extendedDueOn(received)).toBe(due))
})

describe('an own limit in days (S2-31)', () => {
  it.each([
    ['S2-31 received 1 March, due 31 March', '2026-03-01', '2026-03-31'],
    ['30 days after 2 March is 1 April', '2026-03-02', '2026-04-01'],
    [
      'S2-31 never longer than the law: 30 days after 1 February is 3 March, and the month ends on Monday 2 March',
      '2026-02-01',
      '2026-03-02',
    ],
    ['30 days after 24 November is Christmas Eve', '2026-11-24', '2026-12-24'],
    ['and is not moved from a holiday: the own limit is stricter than the law', '2026-11-25', '2026-12-25'],
  ])('%s', (_, received, due) => expect(dueOnFor(received, 30)).toBe(due))
  it('S2-31 another number of days is another day', () => {
    expect([dueOnFor('2026-03-01', 14), dueOnFor('2026-03-01', null)]).toEqual(['2026-03-15', '2026-04-01'])
  })
})
