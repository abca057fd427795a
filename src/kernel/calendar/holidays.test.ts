import { describe, expect, test } from 'vitest'
import { addMonths, isWorkingDay, legalOuterLimit, localInput, parseLocal, workingDayFrom } from './calendar.ts'
import { addWorkingDays, easter, isHoliday } from './holidays.ts'

describe('public holidays', () => {
  test.each([
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2031-04-13',
    '2032-03-28',
    '2019-04-21',
    '2038-04-25',
    '2008-03-23',
  ])('Easter Day %s', (day) => expect(easter(Number(day.slice(0, 4)))).toBe(day))

  test('of 2026 that are not plain Sundays', () => {
    expect(daysOf(2026).filter((d) => isHoliday(d) && new Date(d).getUTCDay() !== 0)).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ])
    expect(isHoliday('2026-05-17')).toBe(true)
    expect(isHoliday('2026-11-29')).toBe(true)
  })

  test('Whit Monday falls on 17 May in 2027 and 2032', () => {
    expect([easter(2027), easter(2032)]).toEqual(['2027-03-28', '2032-03-28'])
    expect(isHoliday('2027-05-17') && isHoliday('2032-05-17')).toBe(true)
  })

  test('the eves are working days, Saturdays are not', () => {
    expect([isWorkingDay('2026-12-24'), isWorkingDay('2026-04-04'), isWorkingDay('2026-11-27')]).toEqual([true, false, true])
  })
})

describe('limits in days and months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28', '2026-03-02'],
    ['2026-01-31', 3, '2026-04-30', '2026-04-30'],
    ['2028-01-31', 1, '2028-02-29', '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28', '2027-03-01'],
    ['2026-12-15', 1, '2027-01-15', '2027-01-15'],
  ])('%s and %i months is %s, answered by %s', (from, months, due, moved) => {
    expect(addMonths(from, months)).toBe(due)
    expect(workingDayFrom(addMonths(from, months))).toBe(moved)
  })

  test('five working days over Easter', () => expect(addWorkingDays('2026-03-30', 5)).toBe('2026-04-09'))
})

describe('the outer limit of Regulation 1182/71, for information', () => {
  test.each([
    ['2026-03-27T17:30', '2026-03-30T19:00', '2026-03-31'],
    ['2026-10-23T16:10', '2026-10-26T16:00', '2026-10-27'],
    ['2026-04-02T10:05', '2026-04-05T11:00', '2026-04-08'],
    ['2026-12-23T15:20', '2026-12-26T16:00', '2026-12-28'],
    ['2026-11-24T10:05', '2026-11-27T11:00', null],
    ['2026-11-25T16:00', '2026-11-28T17:00', null],
  ])('aware %s: hours to %s, two working days to the end of %s', (aware, rounded, lastDay) => {
    const read = parseLocal(aware)
    if (!read.ok) throw new Error(read.why)
    const limit = legalOuterLimit(read.at)
    expect(localInput(limit.hourRounded)).toBe(rounded)
    expect(limit.twoWorkingDays?.lastDay ?? null).toBe(lastDay)
    if (limit.twoWorkingDays) expect(localInput(limit.twoWorkingDays.until).slice(11)).toBe('00:00')
  })
})

function daysOf(year: number): string[] {
  return Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10))
}
