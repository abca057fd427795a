import { expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { logReviewFields } from './fields.ts'
import type { Answers } from './log-review.ts'
import { mayAdd, mayKeep, maySee, rules, seesSome, wrongFor } from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (...roles: readonly Role[]): Actor => ({
  ...{ personId: 'p', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
})
const answers = (over: Partial<Answers> = {}): Answers => ({
  ...emptyValues(logReviewFields),
  ...{ name: 'Oktober', system: 's', periodFrom: '2026-02-01', periodTo: '2026-02-28', by: 'p', doneOn: '2026-03-01' },
  ...({ reason: 'routine', result: 'nothing' } as const),
  ...over,
})
const owner = actor('systemOwner')

it('S4-168 what is missing or turned about is refused at its question', () => {
  const refused = (over: Partial<Answers>) => {
    const outcome = rules.add('r', answers(over), owner)
    return outcome.ok ? null : [outcome.why, outcome.fields]
  }
  expect(refused({})).toBeNull()
  expect(refused({ system: null, reason: null })).toEqual(['incomplete', ['system', 'reason']])
  expect(refused({ by: null })).toEqual(['incomplete', ['by']])
  expect(refused({ periodTo: '2026-01-31' })).toEqual(['periodTurned', ['periodTo']])
  expect(refused({ result: 'followUp' })).toEqual(['foundMissing', ['found']])
  expect(refused({ result: 'followUp', found: 'Tre oppslag uten grunn.' })).toBeNull()
})

it('S4-168 a log is reviewed by those who answer for its system, after it was written', () => {
  const wrong = (over: Partial<Answers>, answersFor = true, by = owner) => wrongFor(answers(over), answersFor, by, now)?.why ?? null
  expect([wrong({}), wrong({}, false), wrong({}, false, actor('ciso')), wrong({}, false, actor('auditor'))]).toEqual([
    null,
    'notYours',
    null,
    'notYours',
  ])
  expect([wrong({ doneOn: '2026-03-03' }), wrong({ periodTo: '2026-03-02' }), wrong({ doneOn: '2026-02-27' })]).toEqual([
    'future',
    'doneBefore',
    'doneBefore',
  ])
})

it.each([
  ['begins and ends on the same day', { periodFrom: '2026-02-28' }, null],
  ['has no first day', { periodFrom: null }, 'incomplete'],
  ['has no last day', { periodTo: null }, 'incomplete'],
] as const)('S4-168 a period that %s', (_, over, why) => {
  const outcome = rules.add('r', answers(over), owner)
  expect(outcome.ok ? null : outcome.why).toBe(why)
})

it.each([
  ['on the last day of the period', { periodTo: '2026-03-01' }, null],
  ['today', { doneOn: '2026-03-02' }, null],
  ['tomorrow', { doneOn: '2026-03-03' }, ['future', ['doneOn']]],
  ['of a period that is not over', { periodTo: '2026-03-04', doneOn: '2026-03-05' }, ['future', ['periodTo', 'doneOn']]],
  ['before the period was over', { doneOn: '2026-02-27' }, ['doneBefore', ['doneOn']]],
  ['on a day that is not given', { doneOn: null }, null],
  ['of a period that is not given', { periodTo: null }, null],
] as const)('S4-168 a review done %s', (_, over, blamed) => {
  const refusal = wrongFor(answers(over), true, owner, now)
  expect(refusal && [refusal.why, refusal.fields]).toEqual(blamed)
})

it('S4-168 for a system of others it is the system that is asked again', () => {
  expect(wrongFor(answers(), false, owner, now)?.fields).toEqual(['system'])
})

it('S4-168 owners and leaders see their own, those who oversee see all, and nobody else any', () => {
  const roles: readonly Role[] = ['systemOwner', 'superUser', 'leader', 'unitHead', 'ciso', 'itHead', 'auditor', 'dpo', 'admin', 'employee']
  const said = roles.map((role) => [
    role,
    maySee(false, actor(role)),
    mayKeep(false, actor(role)),
    mayAdd(actor(role)),
    seesSome(actor(role)),
  ])
  expect(said).toEqual([
    ['systemOwner', false, false, true, true],
    ['superUser', false, false, true, true],
    ['leader', false, false, true, true],
    ['unitHead', false, false, true, true],
    ['ciso', true, true, true, true],
    ['itHead', true, true, true, true],
    ['auditor', true, false, false, true],
    ['dpo', true, false, false, true],
    ['admin', false, false, false, false],
    ['employee', false, false, false, false],
  ])
  expect([maySee(true, owner), seesSome({ ...actor(), leads: ['u'] })]).toEqual([true, true])
})
