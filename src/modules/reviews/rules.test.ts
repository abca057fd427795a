import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { Plan } from './review.ts'
import { holdReview, isTogether, nextDay, planReview, reviewTasks, soonDays } from './rules.ts'
import { texts } from './texts.ts'

const plan: Plan = { id: 'p', version: 1, subject: { type: 'system', id: 's' }, dueOn: '2026-06-30', everyMonths: 12, owner: 'o' }
const held = { id: 'h', heldOn: '2026-06-20', heldBy: 'o', found: 'Alt vel.', participants: [], checked: null }

describe('the next day of a review', () => {
  it.each([
    ['2026-03-15', 12, '2027-03-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-31'],
    ['2027-01-31', 13, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2029-02-28', 36, '2032-02-29'],
    ['2028-02-28', 12, '2029-02-28'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2026-04-30', 1, '2026-05-31'],
    ['2026-12-31', 6, '2027-06-30'],
    ['2026-11-15', 2, '2027-01-15'],
  ])('%s and %i months is %s', (day, months, next) => {
    expect(nextDay(day, months)).toBe(next)
  })
  it('is always later, in the month so far on, and the last day of a month stays the last', () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('2000-01-01', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (from, months) => {
        const next = nextDay(from, months)
        expect(next > from).toBe(true)
        expect(next.slice(0, 7)).toBe(addMonths(`${from.slice(0, 7)}-01`, months).slice(0, 7))
        if (addDays(from, 1).endsWith('-01')) expect(addDays(next, 1).endsWith('-01')).toBe(true)
      }),
    )
  })
})

describe('a review that is held', () => {
  it('S4-120 is not closed without one of each of those who must take part', () => {
    const one = (...persons: readonly string[]) => ({ label: inAll(() => 'x'), persons })
    const present = [one('ciso', 'adviser'), one('it', 'technician')]
    expect(isTogether(['owner', 'it'], present)).toBe(false)
    expect(isTogether(['owner', 'adviser'], present)).toBe(false)
    expect(isTogether(['adviser', 'it'], present)).toBe(true)
    expect(isTogether(['ciso', 'technician'], present)).toBe(true)
    expect([isTogether([], []), isTogether([], undefined)]).toEqual([true, true])
  })
  it('S4-119 plans the next twelve months after it was held, not after it was due', () => {
    const outcome = holdReview({ ...plan, dueOn: '2026-05-01' }, held, null, '2026-06-21')
    expect(outcome).toMatchObject({ ok: true, next: { plan: { dueOn: '2027-06-20' }, held: { dueOn: '2026-05-01' } } })
    expect(outcome.ok && outcome.events).toEqual([{ type: 'review.held', heldOn: '2026-06-20', next: '2027-06-20' }])
  })
  it('takes the day chosen instead, and plans no more where it was to be once', () => {
    expect(holdReview(plan, held, '2026-09-01', '2026-06-21')).toMatchObject({ next: { plan: { dueOn: '2026-09-01' } } })
    expect(holdReview({ ...plan, everyMonths: null }, held, null, '2026-06-21')).toMatchObject({ ok: true, next: { plan: null } })
  })
  it('S3-01 an older one that is written down late leaves the day that stands, and makes nothing overdue', () => {
    const on = (heldOn: '2025-06-20' | '2025-06-22', dueOn: '2027-06-21' | '2026-06-01' | '2026-03-01') => {
      const outcome = holdReview({ ...plan, dueOn }, { ...held, heldOn }, null, '2026-06-21')
      return outcome.ok && outcome.next.plan?.dueOn
    }
    // What follows by rule has passed, and a later day stands; has not passed; has passed, and so has the day that stood.
    expect([on('2025-06-20', '2027-06-21'), on('2025-06-22', '2027-06-21')]).toEqual(['2027-06-21', '2026-06-22'])
    expect([on('2025-06-20', '2026-06-01'), on('2025-06-20', '2026-03-01')]).toEqual(['2026-06-20', '2026-06-20'])
  })
  it('is not of tomorrow, and the next is after it', () => {
    expect(holdReview(plan, held, null, '2026-06-19')).toMatchObject({ ok: false, why: 'heldLater', fields: ['heldOn'] })
    expect(holdReview(plan, held, null, '2026-06-20')).toMatchObject({ ok: true })
    expect(holdReview(plan, held, '2026-06-20', '2026-06-21')).toMatchObject({ ok: false, why: 'nextBefore', fields: ['nextOn'] })
  })
})

it('a plan that says the same changes nothing', () => {
  expect(planReview(plan, { ...plan })).toMatchObject({ ok: false, why: 'nothingChanged' })
  for (const other of [{ dueOn: '2026-07-01' }, { everyMonths: 6 }, { owner: null }])
    expect(planReview(plan, { ...plan, ...other })).toMatchObject({ ok: true })
})

describe('the task of a review', () => {
  const about = { about: inAll(() => 'Visma'), roles: ['dpo'] as const }
  it('is there from a month before, is the owner’s, and is late when its day has ended in Oslo', () => {
    expect(reviewTasks(plan, about, addDays(plan.dueOn, -soonDays - 1), texts)).toEqual([])
    const [task] = reviewTasks(plan, about, addDays(plan.dueOn, -soonDays), texts)
    expect(task).toMatchObject({ kind: 'review.due', personId: 'o', roles: ['dpo'], dueAt: new Date('2026-06-30T22:00:00Z') })
    expect(reviewTasks({ ...plan, owner: null }, about, plan.dueOn, texts)[0]).not.toHaveProperty('personId')
    expect(reviewTasks(null, about, plan.dueOn, texts)).toEqual([])
  })
})
