import { describe, expect, it, test } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import type { Decision, DpoReport, Review, WheelEntry } from './annual-wheel.ts'
import { agenda, decisionFields, dpoReportRecordFields, reviewRecordFields } from './fields.ts'
import {
  approveReview,
  decisionRules,
  deliverReport,
  dpoReportRules,
  freezeReview,
  frozenStays,
  itemRules,
  mayReadDecision,
  mayReadReviews,
  minutesGaps,
  periodBefore,
  reviewDue,
  reviewRules,
  reviewStep,
  systemState,
} from './rules.ts'
import { decisionTasks, dueTasks } from './tasks.ts'
import { missingKinds, monthsOf, placeOf, stateOf, together } from './wheel.ts'

const now = new Date('2026-03-02T08:00:00Z')
const today = '2026-03-02'
const actor = (...roles: readonly Role[]): Actor => ({
  personId: 'p',
  organisationId: 'o',
  roles,
  unitId: 'u',
  leads: [],
  profileVersion: 1,
})
const director = actor('controller')
const wholeMinutes = {
  statusSummary: 'Arbeidet går etter planen.',
  securityJudgement: 'Sikkerheten er god nok.',
  furtherMeasures: 'Rydd i tilganger.',
  goalsDecision: 'keep',
  strategyDecision: 'keep',
  organisationDecision: 'change',
} as const
const review = (over: Partial<Review['values']> = {}): Review => ({
  id: 'r',
  version: 1,
  values: {
    ...emptyValues(reviewRecordFields),
    ...wholeMinutes,
    name: 'Gjennomgang',
    heldOn: today,
    periodFrom: '2026-01-01',
    periodTo: today,
    state: 'planned',
    ...over,
  },
})

describe('management review', () => {
  it('waits for one thing at a time: the meeting, its minutes, their approval', () => {
    expect([
      reviewStep(review({ heldOn: '2026-03-03' }), today),
      reviewStep(review({ goalsDecision: null }), today),
      reviewStep(review(), today),
      reviewStep(review({ state: 'approved' }), today),
    ]).toEqual(['prepare', 'write', 'approve', 'done'])
  })
  it('S4-173 is due twelve months after the last one with approved minutes, and becomes a task two months before', () => {
    expect(reviewDue('2025-02-28', '2020-01-01')).toBe('2026-02-28')
    expect(reviewDue(null, '2026-01-15')).toBe('2026-12-31')
    expect(dueTasks('2026-05-02', today)).toEqual([])
    expect(dueTasks('2026-05-01', today)).toMatchObject([{ kind: 'management_review.hold', roles: ['controller', 'dpo', 'ciso'] }])
    expect(dueTasks('2025-12-01', today)).toHaveLength(1)
    expect(periodBefore('2025-02-28', today)).toEqual({ from: '2025-03-01', to: today })
    expect(periodBefore(null, today)).toEqual({ from: '2025-03-03', to: today })
  })

  test.each(['statusSummary', 'securityJudgement', 'furtherMeasures'] as const)(
    'S4-174 minutes cannot be approved while %s is empty',
    (part) => {
      expect(approveReview(review({ [part]: null }), today, director, now)).toMatchObject({ why: 'minutesIncomplete', fields: [part] })
      expect(approveReview(review({ [part]: '  ' }), today, director, now)).toMatchObject({ why: 'minutesIncomplete', fields: [part] })
    },
  )
  test.each(['goalsDecision', 'strategyDecision', 'organisationDecision'] as const)(
    'S4-175 a decision on each of the three documents is stored: %s',
    (part) => {
      expect(minutesGaps(review({ [part]: null }))).toEqual([part])
      expect(approveReview(review({ [part]: null }), today, director, now)).toMatchObject({ why: 'minutesIncomplete' })
    },
  )
  it('S4-174 is approved by top management, on the day of the meeting or after, once', () => {
    expect(approveReview(review(), today, actor('dpo'), now)).toMatchObject({ why: 'notAllowed' })
    expect(approveReview(review({ heldOn: '2026-03-03' }), today, director, now)).toMatchObject({ why: 'notHeldYet' })
    const approved = approveReview(review(), today, director, now)
    expect(approved).toMatchObject({ ok: true, next: { values: { state: 'approved', approvedAt: now, approvedBy: 'p' } } })
    if (!approved.ok) return
    expect(approveReview(approved.next, today, director, now)).toMatchObject({ why: 'nothingChanged' })
    expect(reviewRules.mayEdit(approved.next, actor('dpo'))).toBe(false)
    expect(reviewRules.mayEdit(review(), actor('dpo'))).toBe(true)
  })
  it('what is frozen is frozen once, and its period is not moved', () => {
    const frozen = freezeReview(review(), now)
    expect(frozen).toMatchObject({ ok: true, next: { values: { frozenAt: now } } })
    if (!frozen.ok) return
    expect(freezeReview(frozen.next, now)).toMatchObject({ why: 'nothingChanged' })
    expect(frozenStays(frozen.next, { periodFrom: '2025-01-01', periodTo: today })).toMatchObject({ why: 'frozen' })
    expect(frozenStays(frozen.next, frozen.next.values)).toBeNull()
    expect(reviewRules.edit(review(), { ...review().values, periodTo: '2025-12-31' }, actor('dpo'))).toMatchObject({ why: 'periodTurned' })
  })
  it('S4-185 has ten items', () => expect(new Set(agenda).size).toBe(10))
  it('S4-174 a decision is its owner’s task until it is closed with what was done', () => {
    const values = { ...emptyValues(decisionFields), name: 'Rydd', review: 'r', owner: 'x', dueOn: '2026-06-01' }
    expect(decisionTasks({ id: 'd', version: 1, values })).toMatchObject([{ kind: 'management_decision.follow', personId: 'x' }])
    expect(decisionTasks({ id: 'd', version: 1, values: { ...values, closedOn: today } })).toEqual([])
    expect(decisionRules.add('d', { ...values, closedOn: today }, director)).toMatchObject({ why: 'closedWithoutOutcome' })
  })
})

it('S4-079 the report is the data protection officer’s, is delivered once, and not empty', () => {
  const values = { ...emptyValues(dpoReportRecordFields), name: 'H1', periodFrom: '2026-01-01', periodTo: today, summary: 'Godt' }
  const report: DpoReport = { id: 'r', version: 1, values }
  expect(deliverReport(report, today, actor('ciso'))).toMatchObject({ why: 'notAllowed' })
  expect(deliverReport({ ...report, values: { ...values, summary: null } }, today, actor('dpo'))).toMatchObject({ why: 'reportEmpty' })
  const delivered = deliverReport(report, today, actor('dpo'))
  expect(delivered).toMatchObject({ ok: true, next: { values: { deliveredOn: today } } })
  if (!delivered.ok) return
  expect(deliverReport(delivered.next, today, actor('dpo'))).toMatchObject({ why: 'nothingChanged' })
  expect(dpoReportRules.mayEdit(delivered.next, actor('dpo'))).toBe(false)
})

it('S4-171 a system is late the day after its day, and soon within two months', () => {
  const states = [null, '2026-03-01', '2026-03-02', '2026-05-02', '2026-05-03'].map((dueOn) =>
    systemState({ dueOn, heldOn: '2025-04-01' }, today),
  )
  expect(states).toEqual(['unplanned', 'late', 'soon', 'soon', 'fine'])
})

it('S4-171 a system that has never been reviewed is not on track, however far off its day is', () => {
  expect(systemState({ dueOn: '2026-12-01', heldOn: null }, today)).toBe('never')
  expect(systemState({ dueOn: '2026-03-01', heldOn: null }, today)).toBe('late')
})

describe('the wheel', () => {
  const entry = (over: Partial<WheelEntry>): WheelEntry => ({
    ...{ key: 'k', kind: 'audit', name: 'n', href: '/x', day: '2026-05-01', state: 'planned', count: 1 },
    ...over,
  })
  it('S4-027 what is not done is late the day after its day', () => {
    expect([stateOf(null, '2026-03-01', today), stateOf(null, today, today), stateOf('2026-03-01', '2026-02-01', today)]).toEqual([
      'late',
      'planned',
      'done',
    ])
  })
  it('S4-027 a year that lacks an audit, reviews of systems, the questionnaire or management’s review says so', () => {
    expect(missingKinds([])).toEqual(['managementReview', 'audit', 'systemReview', 'questionnaire'])
    expect(missingKinds([entry({}), entry({ kind: 'activity' })])).toEqual(['managementReview', 'systemReview', 'questionnaire'])
  })
  it('has twelve months, each in the order of its days', () => {
    const months = monthsOf([entry({ key: 'b', day: '2026-05-09' }), entry({ key: 'a', day: '2026-05-01' }), entry({ day: '2026-12-31' })])
    expect(months).toHaveLength(12)
    expect(months[4]?.entries.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(months[11]?.entries).toHaveLength(1)
    expect([placeOf(1, 100), placeOf(7, 100)]).toEqual([
      { x: 25.9, y: -96.6 },
      { x: -25.9, y: 96.6 },
    ])
  })
  it('few of a kind stand alone, many are one line that opens their list', () => {
    const systems = (n: number) =>
      Array.from({ length: n }, (_, at) => ({ ...entry({ kind: 'systemReview', key: `s${at}`, day: `2026-05-1${at}` }), count: undefined }))
    expect(together(systems(3), { systemReview: '/alle' })).toHaveLength(3)
    expect(together(systems(4), { systemReview: '/alle' })).toMatchObject([{ count: 4, href: '/alle', day: '2026-05-10', name: null }])
    expect(together(systems(4), {})).toHaveLength(4)
  })
})

describe('who', () => {
  it.each<[Role, boolean, boolean, boolean]>([
    // reads reviews, begins and edits one, writes decisions
    ['dpo', true, true, true],
    ['ciso', true, true, true],
    ['controller', true, true, true],
    ['managementGroup', true, false, true],
    ['auditor', true, false, false],
    ['itHead', true, false, false],
    ['unitHead', true, false, false],
    ['leader', false, false, false],
    ['employee', false, false, false],
  ])('S4-174 %s reads reviews: %s, coordinates them: %s, writes decisions: %s', (role, reads, coordinates, decides) => {
    const by = actor(role)
    const decision: Decision = { id: 'd', version: 1, values: { ...emptyValues(decisionFields), owner: 'x' } }
    expect(mayReadReviews(by)).toBe(reads)
    expect(mayReadDecision(decision, by)).toBe(reads)
    expect([reviewRules.mayAdd(by), reviewRules.mayEdit(review(), by), itemRules.mayAdd(by)]).toEqual(Array(3).fill(coordinates))
    expect([decisionRules.mayAdd(by), decisionRules.mayEdit(decision, by)]).toEqual([decides, decides])
  })
  it('S4-174 whoever owns a decision reads it and says what was done', () => {
    const own: Decision = { id: 'd', version: 1, values: { ...emptyValues(decisionFields), owner: 'p' } }
    expect([mayReadDecision(own, actor('employee')), decisionRules.mayEdit(own, actor('employee'))]).toEqual([true, true])
  })
  it('S4-174 both of top management approve', () => {
    for (const role of ['controller', 'managementGroup'] as const)
      expect(approveReview(review(), today, actor(role), now)).toMatchObject({ events: [{ type: 'management_review.approved' }] })
  })
})

describe('what a refusal is blamed on', () => {
  const said = (outcome: { readonly ok: boolean; readonly why?: string; readonly fields?: readonly string[] } | null) =>
    outcome === null || outcome.ok ? 'done' : [outcome.why, ...(outcome.fields ?? [])].join(' ')
  it.each([
    ['2026-01-01', '2025-12-31', 'periodTurned periodTo'],
    ['2026-01-01', '2026-01-01', 'done'],
    ['2026-01-01', '2026-01-02', 'done'],
    [null, '2026-01-02', 'incomplete periodFrom'],
    ['2026-01-01', null, 'incomplete periodTo'],
  ])('the period of a review and of a report, from %s to %s: %s', (periodFrom, periodTo, expected) => {
    expect(said(reviewRules.add('r', { ...review().values, periodFrom, periodTo }, actor('dpo')))).toBe(expected)
    const values = { ...emptyValues(dpoReportRecordFields), name: 'H1', periodFrom, periodTo }
    expect(said(dpoReportRules.add('r', values, actor('dpo')))).toBe(expected)
  })
  it('the papers of a meeting: its period is not moved at either end once they are frozen', () => {
    const [open, frozen] = [review(), review({ frozenAt: now })]
    for (const moved of [{ periodFrom: '2025-01-01' }, { periodTo: '2026-03-01' }]) {
      expect(said(frozenStays(frozen, { ...frozen.values, ...moved }))).toBe('frozen periodFrom periodTo')
      expect(said(frozenStays(open, { ...open.values, ...moved }))).toBe('done')
    }
    expect(freezeReview(open, now)).toMatchObject({ events: [{ type: 'management_review.frozen' }] })
  })
  it('S4-174 a meeting that has not been held, and a decision that is closed with nothing done', () => {
    expect(said(approveReview(review({ heldOn: '2026-03-03' }), today, director, now))).toBe('notHeldYet heldOn')
    const values = { ...emptyValues(decisionFields), name: 'Rydd', review: 'r', owner: 'x', dueOn: '2026-06-01' }
    const closed = (closedOn: string | null, outcome: string | null) =>
      said(decisionRules.add('d', { ...values, closedOn, outcome }, director))
    expect([closed(today, null), closed(today, 'Ryddet'), closed(null, null), closed(null, 'På vei')]).toEqual([
      'closedWithoutOutcome outcome',
      'done',
      'done',
      'done',
    ])
  })
  it('S4-079 a report that is not delivered is edited by the officer alone, and an empty one is not delivered', () => {
    const report: DpoReport = { id: 'r', version: 1, values: { ...emptyValues(dpoReportRecordFields), name: 'H1', summary: 'Godt' } }
    expect([dpoReportRules.mayEdit(report, actor('dpo')), dpoReportRules.mayEdit(report, actor('ciso'))]).toEqual([true, false])
    expect(said(deliverReport({ ...report, values: { ...report.values, summary: null } }, today, actor('dpo')))).toBe('reportEmpty summary')
    expect(deliverReport(report, today, actor('dpo'))).toMatchObject({ events: [{ type: 'dpo_report.delivered' }] })
  })
})
