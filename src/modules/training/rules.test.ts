import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { holds } from '../../kernel/space.ts'
import { needFields, requirementFields } from './fields.ts'
import { matrixOf, planTasks, sharesOf, stateOf } from './plan.ts'
import { completeCourse, decideNeed, isFor, isShown, needTasks, reportNeed, requirementRules, seesNeed, shownLink } from './rules.ts'
import { trainingSeenBy } from './space.ts'
import type { Course, Need, PlanLine } from './training.ts'

const now = new Date('2026-03-02T08:00:00Z')
const today = '2026-03-02'
const actor = (personId: string, roles: readonly Role[] = [], leads: readonly string[] = []): Actor => ({
  personId,
  organisationId: 'o',
  roles,
  unitId: 'unit',
  leads,
  profileVersion: 1,
})
const line: PlanLine = {
  ...{
    personId: 'p',
    person: 'Lærer',
    unitId: 'unit',
    leaderId: null,
    requirementId: 'r',
    requirement: 'Kontorverktøy',
    about: 'officeTools',
  },
  ...{ fulfilledBy: 'course', systemId: null, system: null, superUserId: null, articleId: null },
  ...{ doneOn: null, until: null, dueOn: null, dueDays: 30 },
}

describe('the plan', () => {
  it.each([
    ['missing', {}],
    ['missing', { dueOn: '2026-03-02' }],
    ['late', { dueOn: '2026-03-01' }],
    ['met', { doneOn: '2026-01-01' }],
    ['met', { doneOn: '2026-01-01', until: '2026-04-02' }],
    ['renew', { doneOn: '2026-01-01', until: '2026-04-01' }],
    ['missing', { doneOn: '2025-01-01', until: '2026-03-02' }],
  ] as const)('S4-059 is %s with %o', (state, more) => {
    expect(stateOf({ ...line, ...more }, today)).toBe(state)
  })

  it('S4-021 what is not met is a task with reminders; what is confirmed where it is read has its task there', () => {
    const title = () => 'Ta opplæring'
    const lines = [
      line,
      { ...line, requirementId: 'met', doneOn: '2026-01-01' },
      { ...line, requirementId: 'read', articleId: 'a' },
      { ...line, requirementId: 'soon', doneOn: '2026-01-01', until: '2026-03-20' },
    ]
    const tasks = planTasks(lines, today, title)
    expect(tasks.map(({ key }) => key)).toEqual(['r', 'soon'])
    expect(tasks[0]).toMatchObject({ personId: 'p', remindAtHoursLeft: [168, 48], about: { nb: 'Kontorverktøy' } })
    expect(tasks.map(({ dueAt }) => dueAt?.toISOString().slice(0, 10))).toEqual(['2026-04-01', '2026-03-20'])
  })

  it('S4-059 the matrix has a row a person and a column a requirement, and an empty cell where it is not asked', () => {
    const { columns, rows } = matrixOf([line, { ...line, requirementId: 's' }, { ...line, personId: 'q' }])
    expect(columns.map(({ id }) => id)).toEqual(['r', 's'])
    expect(rows.map(({ personId, cells }) => [personId, cells.size])).toEqual([
      ['p', 2],
      ['q', 1],
    ])
  })

  it('S4-088 a share is hidden where few are on either side of it, and a second where one alone would be', () => {
    const units = [
      { unit: 'a', name: 'A', people: 20, done: 10 },
      { unit: 'b', name: 'B', people: 20, done: 18 },
      { unit: 'c', name: 'C', people: 30, done: 6 },
      { unit: 'd', name: 'D', people: 3, done: 3 },
      { unit: 'e', name: 'E', people: 40, done: 20 },
    ]
    const shown = (whole: boolean) => sharesOf(units, whole).map(({ unit, percent }) => [unit, percent])
    expect(shown(true)).toEqual([
      ['a', 50],
      ['b', 90],
      ['c', 20],
      ['d', 100],
      ['e', 50],
    ])
    // D is too small, and so is what is left of B: C and A go with them, as the least of those that are left on that side.
    expect(shown(false)).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
      ['d', null],
      ['e', 50],
    ])
  })

  it('a person’s training is seen by the person, the leader, the super user of that system and whoever coordinates', () => {
    const seen = { personId: 'p', unitId: 'unit', leaderId: 'leader', superUserId: 'super' }
    const may = (who: Actor) => holds(trainingSeenBy(who), seen, who)
    expect([may(actor('p')), may(actor('x', [], ['unit'])), may(actor('leader')), may(actor('super')), may(actor('x', ['ciso']))]).toEqual(
      Array(5).fill(true),
    )
    expect([
      may(actor('x')),
      may(actor('x', ['admin', 'systemOwner', 'controller', 'superUser'])),
      may(actor('x', ['leader'], ['other'])),
    ]).toEqual(Array(3).fill(false))
  })
})

describe('requirements', () => {
  const values = {
    ...emptyValues(requirementFields),
    ...({ name: 'Krav', about: 'other', fulfilledBy: 'course', appliesTo: 'everybody', dueDays: 30, inForce: 'yes' } as const),
  }
  it.each([
    ['rolesMissing', { appliesTo: 'roles' }],
    ['systemMissing', { appliesTo: 'users' }],
    ['notAnAddress', { link: 'javascript:alert(1)' }],
    ['articleIsConfirmed', { article: 'a' }],
    ['nothingToRead', { fulfilledBy: 'acknowledgement' }],
  ] as const)('is refused as %s', (why, more) => {
    expect(requirementRules.add('r', { ...values, ...more }, actor('x', ['ciso']))).toMatchObject({ ok: false, why })
  })
})

describe('courses', () => {
  const course: Course = {
    id: 'c',
    version: 1,
    values: { name: 'Kurs', requirement: 'r', heldOn: '2026-03-02', place: null, description: null, responsible: 'x', doneOn: null },
  }
  it('S4-103 is completed once it has been held, with somebody in it, and once', () => {
    const held = (heldOn: string, doneOn: string | null = null) => ({ ...course, values: { ...course.values, heldOn, doneOn } })
    expect(completeCourse(held('2026-03-03'), 2, today)).toMatchObject({ why: 'notHeldYet' })
    expect(completeCourse(held('2026-03-02'), 0, today)).toMatchObject({ why: 'nobodyTookPart' })
    expect(completeCourse(held('2026-03-02', '2026-03-02'), 2, today)).toMatchObject({ why: 'nothingChanged' })
    expect(completeCourse(held('2026-03-02'), 2, today)).toMatchObject({ ok: true, next: { values: { doneOn: today } } })
  })
})

describe('resources and posts', () => {
  it.each([
    ['https://kurs.example/', null, 'https://kurs.example/'],
    ['https://kurs.example/', 'yes', 'https://kurs.example/'],
    ['https://kurs.example/', 'no', null],
    [null, 'yes', null],
    ['kurs.example', 'yes', null],
    ['javascript:alert(1)', 'yes', null],
  ] as const)('S0-11 the link %s that works: %s is shown as %s', (link, linkWorks, shown) => {
    expect(shownLink({ link, linkWorks })).toBe(shown)
  })

  it('S0-11 is for everybody where nobody is named, else for those who are', () => {
    expect([isFor([], actor('x')), isFor(['leaders'], actor('x')), isFor(['leaders'], actor('x', [], ['unit']))]).toEqual([
      true,
      false,
      true,
    ])
    expect(isFor(['leaders', 'systemKeepers'], actor('x', ['superUser']))).toBe(true)
    expect([isFor(['systemKeepers'], actor('x', ['superUser'])), isFor(['privacyContacts'], actor('x', ['superUser']))]).toEqual([
      true,
      false,
    ])
  })

  it('S4-088 a post is shown from its first day to its last', () => {
    const post = { name: 'Tips', kind: 'tip', body: 'Lås.', audiences: [], shownFrom: '2026-03-02', shownUntil: '2026-03-03' } as const
    const on = (day: string) => isShown({ values: post }, actor('x'), day)
    expect([on('2026-03-01'), on('2026-03-02'), on('2026-03-03'), on('2026-03-04')]).toEqual([false, true, true, false])
  })
})

describe('needs', () => {
  const reported = { ...emptyValues(needFields), topic: 'Rutine for arkiv', forWhom: 'me' } as const
  const made = reportNeed('n', reported, { leader: 'leader', unit: 'unit' }, actor('p'), now)
  if (!made.ok) throw new Error(made.why)
  const need: Need = made.next
  const decide = (status: 'planned' | 'closed' | 'rejected', more: object = {}, who = actor('leader')) =>
    decideNeed(need, { status, plannedOn: null, reason: null, ...more }, who, now)

  it('S0-09 is planned with a day, closed, or rejected with a reason, by the leader alone', () => {
    expect(decide('planned')).toMatchObject({ why: 'dayMissing', fields: ['plannedOn'] })
    expect(decide('rejected')).toMatchObject({ why: 'reasonMissing', fields: ['reason'] })
    expect(decide('closed', {}, actor('other', ['ciso']))).toMatchObject({ why: 'notAllowed' })
    expect(decide('planned', { plannedOn: '2026-04-01' })).toMatchObject({
      ok: true,
      next: { values: { status: 'planned', plannedOn: '2026-04-01' } },
    })
    expect(decide('rejected', { reason: 'Kurset er lagt ned.' })).toMatchObject({ ok: true, next: { values: { status: 'rejected' } } })
    const closed = decide('closed')
    if (!closed.ok) throw new Error(closed.why)
    expect(decideNeed(closed.next, { status: 'planned', plannedOn: '2026-04-01', reason: null }, actor('leader'), now)).toMatchObject({
      why: 'decidedAlready',
    })
    expect(decideNeed(closed.next, { status: 'closed', plannedOn: null, reason: null }, actor('leader'), now)).toMatchObject({
      why: 'nothingChanged',
    })
  })

  it('S0-09 is the leader’s task, until it is closed; without a leader those who coordinate have it', () => {
    const title = () => 'Svar'
    expect(needTasks(need, title)).toMatchObject([{ kind: 'training_need.decide', personId: 'leader', roles: ['ciso', 'dpo'] }])
    const planned = decide('planned', { plannedOn: '2026-04-01' })
    if (!planned.ok) throw new Error(planned.why)
    expect(needTasks(planned.next, title)[0]?.dueAt?.toISOString().slice(0, 10)).toBe('2026-04-01')
    const closed = decide('closed')
    if (!closed.ok) throw new Error(closed.why)
    expect(needTasks(closed.next, title)).toEqual([])
    const nobodys = { ...need, values: { ...need.values, receiver: null } }
    expect([needTasks(nobodys, title)[0]?.personId, seesNeed(nobodys, actor('x', ['dpo'])), seesNeed(nobodys, actor('x'))]).toEqual([
      undefined,
      true,
      false,
    ])
    expect([seesNeed(need, actor('p')), seesNeed(need, actor('leader')), seesNeed(need, actor('x', ['leader'], ['unit']))]).toEqual([
      true,
      true,
      false,
    ])
  })
})
