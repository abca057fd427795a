import { describe, expect, it } from 'vitest'
import { profiles } from '../organisation/public.ts'
import { dueOfCamera, dueOfProcessing, dueOfRecording } from './due.ts'
import { retentionProfile } from './profile.ts'
import { ownLimits } from './rules.ts'
import { goesOn } from './rules-own.ts'

const profile = retentionProfile(profiles.sandnes)
const dueOn = (wanted: ReturnType<typeof dueOfRecording>) => (wanted === null || wanted === 'held' ? wanted : wanted.dueOn)

// Made by hand with a calendar of 2026 to 2028, and not by the code.
describe('the day of a deletion', () => {
  it.each([
    ['a camera that keeps 7 days, taken down on 25 February', '2026-02-25', 7, '2026-03-04'],
    ['7 days over 29 February', '2028-02-25', 7, '2028-03-03'],
    ['taken down on the last day of the year', '2026-12-31', 30, '2027-01-30'],
    ['7 days to Christmas Day: a camera knows no holidays', '2026-12-18', 7, '2026-12-25'],
    ['7 days to the day when summer time begins', '2026-03-22', 7, '2026-03-29'],
    ['7 days to the day when summer time ends', '2026-10-18', 7, '2026-10-25'],
    ['31 January and 30 days', '2026-01-31', 30, '2026-03-02'],
    ['the same in a leap year', '2028-01-31', 30, '2028-03-01'],
  ])('S4-191 %s', (_, removedOn, retentionDays, day) => {
    const camera = { status: 'removed', kind: 'fixed', mode: 'recording', removedOn, retentionDays, erase: 'delete' } as unknown
    expect(dueOn(dueOfCamera(camera as Parameters<typeof dueOfCamera>[0]))).toBe(day)
  })

  it.each([
    ['31 days before: not yet', '2026-03-31', '2026-02-28', null],
    ['30 days before, over the end of February', '2026-03-31', '2026-03-01', '2026-03-31'],
    ['30 days before, over 29 February', '2028-03-30', '2028-02-29', '2028-03-30'],
    ['31 days before, over 29 February', '2028-03-31', '2028-02-29', null],
    ['30 days before Easter Monday, which moves nothing', '2026-04-06', '2026-03-07', '2026-04-06'],
    ['30 days before Christmas Day', '2026-12-25', '2026-11-25', '2026-12-25'],
    ['31 days before it', '2026-12-25', '2026-11-24', null],
    ['30 days before, over the day when summer time begins', '2026-04-05', '2026-03-06', '2026-04-05'],
    ['30 days before, over the day when summer time ends', '2026-11-01', '2026-10-02', '2026-11-01'],
    ['over the end of a year', '2027-01-15', '2026-12-16', '2027-01-15'],
  ])('S2-58 S4-198 it is planned a month of 30 days before: %s', (_, day, today, planned) => {
    expect(dueOn(dueOfRecording({ status: 'kept', eraseOn: day, erase: 'delete' }, today))).toBe(planned)
    expect(dueOn(dueOfProcessing({ purposeEndsOn: day, basisEndsOn: null, erase: 'delete' }, today))).toBe(planned)
    expect(dueOn(dueOfProcessing({ purposeEndsOn: null, basisEndsOn: day, erase: 'delete' }, today))).toBe(planned)
  })
})

describe('the day that one of Varde’s own records goes', () => {
  it.each([
    ['on the same number', '2026-03-02', 1, '2026-04-02'],
    ['31 January: the last of February', '2026-01-31', 1, '2026-02-28'],
    ['31 January of a leap year', '2028-01-31', 1, '2028-02-29'],
    ['29 January of a common year', '2026-01-29', 1, '2026-02-28'],
    ['31 August: 30 September', '2026-08-31', 1, '2026-09-30'],
    ['30 November and three months: 28 February', '2026-11-30', 3, '2027-02-28'],
    ['30 November and three months: 29 February', '2027-11-30', 3, '2028-02-29'],
    ['29 February and a year', '2028-02-29', 12, '2029-02-28'],
    ['29 February and four years', '2028-02-29', 48, '2032-02-29'],
    ['25 September and three months: Christmas Day moves nothing', '2026-09-25', 3, '2026-12-25'],
    ['Maundy Thursday moves nothing', '2026-01-02', 3, '2026-04-02'],
    ['New Year’s Eve and a month', '2026-12-31', 1, '2027-01-31'],
    ['the day when summer time begins', '2026-02-28', 1, '2026-03-28'],
    ['the day when summer time ends', '2026-09-25', 1, '2026-10-25'],
  ])('S2-58 %s', (_, since, months, day) => {
    const ownMonths = { ...profile.ownMonths, loan_card: months }
    expect(goesOn({ ownMonths }, 'loan_card', since)).toBe(day)
  })
  it('S4-198 proofs and traces are counted in whole months and years', () => {
    expect(ownLimits({ ...profile, proofYears: 1, traceMonths: 1 }, '2028-02-29')).toEqual({
      proofs: '2027-02-28',
      recordings: '2028-01-29',
    })
    expect(ownLimits({ ...profile, proofYears: 4, traceMonths: 12 }, '2028-02-29')).toEqual({
      proofs: '2024-02-29',
      recordings: '2027-02-28',
    })
  })
})

it('S2-58 a kind of record that came after an organisation had set how long each is kept, is kept as in its setup', () => {
  const before = { ...profiles.sandnes, retention: { ...profile, ownMonths: { question: 6 } } }
  expect(retentionProfile(before).ownMonths).toEqual({ ...profile.ownMonths, question: 6 })
})
