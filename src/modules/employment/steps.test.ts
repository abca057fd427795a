import { describe, expect, it } from 'vitest'
import { endOfDay } from '../../kernel/calendar/calendar.ts'
import type { LeavingProfile } from './profile.ts'
import { dueOf, lastWorkingDay, oneDriveWindow } from './steps.ts'

const profile: LeavingProfile = { oneDriveDays: 30, accountMonths: 3, declarationYears: null, ownList: null, serviceDesk: null }

// Made by hand with a calendar of 2026 to 2028, and not by the code.
describe('what follows the last day of work', () => {
  it.each([
    ['a Saturday at the end of a long month', '2026-01-31', '2026-01-30', '2026-03-02', '2026-04-30'],
    ['the last day of February in a common year, a Saturday', '2026-02-28', '2026-02-27', '2026-03-30', '2026-05-28'],
    ['Easter Monday: the Wednesday before Maundy Thursday', '2026-04-06', '2026-04-01', '2026-05-06', '2026-07-06'],
    ['1 May, a Friday', '2026-05-01', '2026-04-30', '2026-05-31', '2026-08-01'],
    ['17 May, a Sunday, with Ascension Day the Thursday before', '2026-05-17', '2026-05-15', '2026-06-16', '2026-08-17'],
    ['Whit Monday', '2026-05-25', '2026-05-22', '2026-06-24', '2026-08-25'],
    ['30 November: 28 February', '2026-11-30', '2026-11-30', '2026-12-30', '2027-02-28'],
    ['30 November before a leap year: 29 February', '2027-11-30', '2027-11-30', '2027-12-30', '2028-02-29'],
    ['Christmas Eve is a working day', '2026-12-24', '2026-12-24', '2027-01-23', '2027-03-24'],
    ['Christmas Day, a Friday', '2026-12-25', '2026-12-24', '2027-01-24', '2027-03-25'],
    ['the Sunday after Christmas', '2026-12-27', '2026-12-24', '2027-01-26', '2027-03-27'],
    ['New Year’s Eve', '2026-12-31', '2026-12-31', '2027-01-30', '2027-03-31'],
    ['New Year’s Day, a Friday', '2027-01-01', '2026-12-31', '2027-01-31', '2027-04-01'],
    ['30 days to 29 February', '2028-01-30', '2028-01-28', '2028-02-29', '2028-04-30'],
    ['29 February', '2028-02-29', '2028-02-29', '2028-03-30', '2028-05-29'],
    ['three months to Christmas Day, which moves nothing', '2026-09-25', '2026-09-25', '2026-10-25', '2026-12-25'],
  ])('S4-043 S4-045 S4-046 %s', (_, day, tidied, oneDrive, account) => {
    expect(lastWorkingDay(day)).toBe(tidied)
    expect(dueOf({ due: 'lastWorkingDay' }, day, profile)).toBe(tidied)
    expect(dueOf({ due: 'oneDrive' }, day, profile)).toBe(oneDrive)
    expect([oneDriveWindow(day, oneDrive, profile), dueOf({ due: 'day' }, day, profile)]).toEqual(['open', day])
    expect(dueOf({ due: 'account' }, day, profile)).toBe(account)
  })

  it.each([
    ['30 days to the Sunday when summer time begins: a day of 23 hours', '2026-02-27', 'oneDrive', '2026-03-29T22:00:00Z'],
    ['and the day before, which ends in winter time', '2026-02-26', 'oneDrive', '2026-03-28T23:00:00Z'],
    ['30 days to the Sunday when summer time ends: a day of 25 hours', '2026-09-25', 'oneDrive', '2026-10-25T23:00:00Z'],
    ['and the day before, which ends in summer time', '2026-09-24', 'oneDrive', '2026-10-24T22:00:00Z'],
    ['three months to that Sunday', '2026-07-25', 'account', '2026-10-25T23:00:00Z'],
  ] as const)('S4-045 S4-046 %s', (_, day, due, ends) => expect(endOfDay(dueOf({ due }, day, profile))).toEqual(new Date(ends)))
})
