import { describe, expect, it } from 'vitest'
import { type Actor, type Role, roles } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { holds } from '../../kernel/space.ts'
import { completionFields, needFields, postFields, requirementFields, resourceFields } from './fields.ts'
import { matrixOf, planTasks, sharesOf, stateOf } from './plan.ts'
import {
  acknowledge,
  changeParticipants,
  completeCourse,
  completionRules,
  courseRules,
  decideNeed,
  editCourse,
  isAhead,
  isFor,
  isShown,
  mayDecide,
  mayHold,
  mayHoldSome,
  mayKeepCourse,
  mayKeepRequirement,
  mayRequire,
  mayTrain,
  mayWrite,
  moveCompletion,
  needTasks,
  postRules,
  readAgainRefused,
  reportNeed,
  requirementRules,
  resourceRules,
  sayBroken,
  seesFigures,
  seesNeed,
  shownLink,
  teachesOther,
} from './rules.ts'
import { trainingSeenBy } from './space.ts'
import type { Course, Need, PlanLine, Requirement, Resource } from './training.ts'

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
  ...{ fulfilledBy: 'course', systemId: null, system: null, superUserId: null, articleId: null, isOffered: true },
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
    values: {
      name: 'Kurs',
      requirement: 'r',
      heldOn: '2026-03-02',
      place: null,
      description: null,
      responsible: 'x',
      correction: null,
      doneOn: null,
    },
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

/** What happened, or why not and what is asked again. */
type Said =
  | { readonly ok: true; readonly events: readonly unknown[] }
  | { readonly ok: false; readonly why: string; readonly fields: readonly string[] }
const said = (outcome: Said) => (outcome.ok ? outcome.events : [outcome.why, ...outcome.fields])

describe('who', () => {
  const requirement = (over: Partial<Requirement['values']>) => ({ values: { ...emptyValues(requirementFields), ...over } })
  it.each<readonly [string, (one: Actor) => boolean, readonly Role[]]>([
    ['writes what others learn from', mayWrite, ['privacyContact', 'dpo', 'privacyAdviser', 'ciso', 'gdprUnit', 'admin']],
    ['S4-103 holds courses', mayTrain, ['dpo', 'privacyAdviser', 'ciso', 'superUser']],
    ['sees the figures of every unit', seesFigures, ['dpo', 'privacyAdviser', 'ciso', 'controller', 'managementGroup', 'auditor']],
    [
      'keeps what all must learn',
      (one) => mayKeepRequirement(requirement({ appliesTo: 'everybody' }), null, one),
      ['dpo', 'privacyAdviser', 'ciso'],
    ],
    ['holds a course in a system', (one) => mayHold('super', one), ['dpo', 'privacyAdviser', 'ciso']],
    ['S0-11 is a leader to those who write for leaders', (one) => isFor(['leaders'], one), ['leader', 'unitHead']],
    ['S0-11 keeps systems', (one) => isFor(['systemKeepers'], one), ['systemOwner', 'superUser']],
    ['S0-11 is a contact for privacy', (one) => isFor(['privacyContacts'], one), ['privacyContact', 'dpo', 'privacyAdviser']],
    ['S0-09 decides a need where there is no leader', (one) => mayDecide(nobodys, one), ['dpo', 'ciso']],
  ])('of all roles %s', (_, may, who) => {
    expect(roles.filter((role) => may(actor('x', [role])))).toEqual(who)
  })
  it('a leader holds courses, and keeps no requirement', () => {
    const leader = actor('x', [], ['unit'])
    expect([
      mayTrain(leader),
      mayHold(null, leader),
      mayHoldSome(leader, false),
      mayRequire(leader, false),
      mayKeepRequirement(requirement({ system: 's', appliesTo: 'users' }), 'super', leader),
    ]).toEqual([...[true, true, true, false, false]])
  })
  it('S4-103 the role of super user opens no form without a system to be super user of', () => {
    const held = actor('x', ['superUser'])
    expect([mayRequire(held, false), mayHoldSome(held, false)]).toEqual([false, false])
    expect([mayRequire(actor('x'), true), mayHoldSome(actor('x'), true)]).toEqual([true, true])
  })
  it.each([
    ['its users', { system: 's', appliesTo: 'users' }, 'super', true],
    ['its users, and is not the super user of it', { system: 's', appliesTo: 'users' }, 'another', false],
    ['everybody', { system: 's', appliesTo: 'everybody' }, 'super', false],
    ['the users of no system', { system: null, appliesTo: 'users' }, 'super', false],
  ] as const)('S4-103 a super user keeps what is asked of %s: %o', (_, over, superUser, may) => {
    expect(mayKeepRequirement(requirement(over), superUser, actor('super', ['superUser']))).toBe(may)
  })
  it('S4-103 a course is kept by whoever holds it, the super user of the system, and whoever coordinates', () => {
    const of = (responsible: string | null, superUser: string | null) => ({ values: { ...held.values, responsible }, superUser })
    const me = actor('me', [], ['unit'])
    expect([mayKeepCourse(of('me', null), me), mayKeepCourse(of(null, 'me'), me), mayKeepCourse(of('x', 'y'), me)]).toEqual([
      true,
      true,
      false,
    ])
    expect([
      mayKeepCourse(of('x', 'y'), actor('me', ['ciso'])),
      mayHold('me', me),
      mayHold('me', actor('me')),
      mayHold(null, actor('me')),
    ]).toEqual([...[true, true, true, false]])
  })
})

const held: Course = {
  ...{ id: 'c', version: 1 },
  values: {
    name: 'Kurs',
    requirement: 'r',
    heldOn: '2026-03-02',
    place: null,
    description: null,
    responsible: 'x',
    correction: null,
    doneOn: null,
  },
}
const need: Need = (() => {
  const made = reportNeed(
    'n',
    { ...emptyValues(needFields), topic: 'Arkiv', forWhom: 'me' },
    { leader: 'leader', unit: 'unit' },
    actor('p'),
    now,
  )
  if (!made.ok) throw new Error(made.why)
  return made.next
})()
const needs = (over: Partial<Need['values']>): Need => ({ ...need, values: { ...need.values, ...over } })
const nobodys = needs({ receiver: null })

describe('a requirement', () => {
  const whole = {
    ...emptyValues(requirementFields),
    ...({ name: 'Krav', about: 'other', fulfilledBy: 'course', appliesTo: 'everybody', dueDays: 30, inForce: 'yes' } as const),
  }
  const toRead = { ...whole, fulfilledBy: 'acknowledgement', description: 'Les dette.' } as const
  it.each<readonly [string, Partial<Requirement['values']>, readonly string[]]>([
    ['of some roles, and none is named', { appliesTo: 'roles' }, ['rolesMissing', 'roles']],
    ['of some roles', { appliesTo: 'roles', roles: ['leader'] }, []],
    ['of the users of no system', { appliesTo: 'users' }, ['systemMissing', 'system']],
    ['of the users of a system', { appliesTo: 'users', system: 's' }, []],
    ['with a link that runs', { link: 'javascript:alert(1)' }, ['notAnAddress', 'link']],
    ['with a link to a page', { link: 'https://kurs.example/' }, []],
    ['of a text that is learned otherwise than by confirming it', { article: 'a' }, ['articleIsConfirmed', 'fulfilledBy']],
    ['of a text that is confirmed', { article: 'a', fulfilledBy: 'acknowledgement' }, []],
    ['of nothing to read', { fulfilledBy: 'acknowledgement' }, ['nothingToRead', 'description']],
    ['of words to read', { fulfilledBy: 'acknowledgement', description: 'Les dette.' }, []],
    ['of a course without words', { fulfilledBy: 'course', description: null }, []],
  ])('%s', (_, over, blamed) => {
    const outcome = requirementRules.add('r', { ...whole, ...over }, actor('x'))
    expect(outcome.ok ? [] : said(outcome)).toEqual(blamed)
  })
  it('is changed by whoever the command lets, also a super user alone', () => {
    expect(requirementRules.edit({ id: 'r', version: 1, values: whole }, { ...whole, name: 'Annet' }, actor('x')).ok).toBe(true)
    expect(courseRules.add('c', held.values, actor('x')).ok).toBe(true)
    expect(courseRules.edit(held, { ...held.values, heldOn: '2026-05-01' }, actor('x')).ok).toBe(true)
  })
  it.each([
    ['new words', { description: 'Les dette i stedet.' }, true],
    ['a new link', { link: 'https://kurs.example/' }, true],
    ['the same', {}, false],
    ['a text with editions of its own', { description: 'Les dette i stedet.', article: 'a' }, false],
  ] as const)('asks whether all read again where it teaches other things and somebody has met it: %s', (_, over, other) => {
    const next = { ...toRead, ...over }
    expect([teachesOther(toRead, next), teachesOther(next, toRead)]).toEqual([other, other])
    expect(readAgainRefused(toRead, next, null, true)).toEqual(other ? { ok: false, why: 'readAgainMissing', fields: ['readAgain'] } : null)
    expect([readAgainRefused(toRead, next, null, false), readAgainRefused(toRead, next, 'no', true)]).toEqual([null, null])
  })
  it.each<readonly [string, Partial<Requirement['values']>, boolean, readonly unknown[]]>([
    ['read and understood', {}, false, [{ type: 'training_requirement.acknowledged' }]],
    ['confirmed twice', {}, true, ['nothingChanged']],
    ['of a course', { fulfilledBy: 'course' }, false, ['notNow']],
    ['of a text, which is confirmed where it is read', { article: 'a' }, false, ['notNow']],
    ['that is not in force', { inForce: 'no' }, false, ['notNow']],
  ])('S4-065 is confirmed: %s', (_, over, met, expected) => {
    expect(said(acknowledge({ id: 'r', version: 1, values: { ...toRead, ...over } }, met))).toEqual(expected)
  })
})

describe('a course and what is learned elsewhere', () => {
  const on = (over: Partial<Course['values']>) => ({ ...held, values: { ...held.values, ...over } })
  it.each([
    ['held today', {}, 2, [{ type: 'training_course.completed', participants: 2 }]],
    ['to be held tomorrow', { heldOn: '2026-03-03' }, 2, ['notHeldYet', 'heldOn']],
    ['on no day', { heldOn: null }, 2, ['notHeldYet', 'heldOn']],
    ['held for nobody', {}, 0, ['nobodyTookPart']],
    ['completed already', { doneOn: '2026-03-01' }, 2, ['nothingChanged']],
  ] as const)('S4-103 is completed: %s', (_, over, participants, expected) => {
    expect(said(completeCourse(on(over), participants, today))).toEqual(expected)
  })
  it.each([
    ['somebody new signs up', 'signedUp', false, [{ type: 'training_course.signedUp' }]],
    ['somebody signs up twice', 'signedUp', true, ['nothingChanged']],
    ['somebody is taken off', 'takenOff', true, [{ type: 'training_course.takenOff' }]],
    ['somebody who was never there is taken off', 'takenOff', false, ['nothingChanged']],
  ] as const)('%s', (_, type, there, expected) => {
    expect(said(changeParticipants(held, type, there, null))).toEqual(expected)
    const after = on({ doneOn: today })
    const changes = expected[0] !== 'nothingChanged'
    expect(said(changeParticipants(after, type, there, null))).toEqual(changes ? ['correctionMissing', 'correction'] : expected)
    const put = changeParticipants(after, type, there, 'Feil liste.')
    expect(said(put)).toEqual(changes ? [...expected, { type: 'training_course.corrected' }] : expected)
    if (put.ok) expect(put.next.values).toEqual({ ...after.values, correction: 'Feil liste.' })
  })
  const other = (over: Partial<Course['values']>) => {
    const { doneOn: _, ...values } = { ...held.values, correction: null, ...over }
    return values
  }
  it.each<readonly [string, Partial<Course['values']>, Partial<Course['values']>, readonly unknown[], string | null]>([
    ['another day before it is held', {}, { heldOn: '2026-03-01' }, ['training_course.edited'], null],
    ['another place after it', { doneOn: today }, { place: 'Rådhuset' }, ['training_course.edited'], today],
    ['another day after it, and no reason', { doneOn: today }, { heldOn: '2026-03-01' }, ['correctionMissing', 'correction'], null],
    [
      'another day after it',
      { doneOn: today },
      { heldOn: '2026-03-01', correction: 'Feil dag.' },
      ['training_course.edited', 'training_course.corrected'],
      today,
    ],
    [
      'a reason given once is not given for the next day too',
      { doneOn: today, correction: 'Feil dag.' },
      { heldOn: '2026-03-01' },
      ['correctionMissing', 'correction'],
      null,
    ],
    [
      'another requirement after it',
      { doneOn: today },
      { requirement: 's', correction: 'Feil krav.' },
      ['training_course.edited', 'training_course.corrected'],
      today,
    ],
    [
      'a day that is ahead: it has not been held',
      { doneOn: today },
      { heldOn: '2026-03-03', correction: 'Utsatt.' },
      ['training_course.edited', 'training_course.corrected'],
      null,
    ],
  ])('is put right: %s', (_, stands, written, expected, doneOn) => {
    const outcome = editCourse(on(stands), other(written), actor('x'), today)
    expect(outcome.ok ? outcome.events.map(({ type }) => type) : said(outcome)).toEqual(expected)
    if (outcome.ok) expect(outcome.next.values.doneOn).toBe(doneOn)
  })
  it('what a course gave follows to its day and what it teaches, once', () => {
    const values = { number: 'V-1', person: 'p', requirement: 'r', completedOn: '2026-03-01', how: 'course' } as const
    const moved = moveCompletion({ id: 'd', version: 1, values }, { requirement: 'r', completedOn: today })
    expect(said(moved)).toEqual([{ type: 'training_completion.edited', fields: ['completedOn'] }])
    if (moved.ok) expect(said(moveCompletion(moved.next, { requirement: 'r', completedOn: today }))).toEqual(['nothingChanged'])
  })
  it('what is completed elsewhere is entered by whoever coordinates, and not ahead of its day', () => {
    expect([
      isAhead({ completedOn: '2026-03-03' }, today),
      isAhead({ completedOn: today }, today),
      isAhead({ completedOn: null }, today),
    ]).toEqual([...[{ ok: false, why: 'notYet', fields: ['completedOn'] }, null, null]])
    const values = {
      ...emptyValues(completionFields),
      number: '1',
      person: 'p',
      requirement: 'r',
      completedOn: today,
      how: 'test',
    } as const
    const record = { id: 'e', version: 1, values }
    for (const [who, may] of [
      [actor('x', ['ciso']), true],
      [actor('x', ['superUser'], ['unit']), false],
    ] as const)
      expect([completionRules.add('e', values, who).ok, completionRules.edit(record, { ...values, number: '2' }, who).ok]).toEqual([
        may,
        may,
      ])
  })
})

describe('what is written for others', () => {
  const resource: Resource = {
    ...{ id: 'k', version: 1 },
    values: { ...emptyValues(resourceFields), name: 'Kurs', link: 'https://kurs.example/', linkWorks: 'yes', inUse: 'yes' },
  }
  const post = { ...emptyValues(postFields), name: 'Tips', kind: 'tip', body: 'Lås.', shownFrom: '2026-03-02' } as const
  it.each([
    ['the privacy contact', ['privacyContact'], true],
    ['a leader', ['leader'], false],
  ] as const)('is written by those who may: %s', (_, held, may) => {
    const who = actor('x', held, ['unit'])
    expect([resourceRules.add('k', resource.values, who).ok, postRules.add('p', post, who).ok]).toEqual([may, may])
    expect(resourceRules.edit(resource, { ...resource.values, name: 'B' }, who).ok).toBe(may)
    expect(postRules.edit({ id: 'p', version: 1, values: post }, { ...post, name: 'B' }, who).ok).toBe(may)
  })
  it('S0-11 has a link to a page, or none', () => {
    const add = (link: string | null) => resourceRules.add('k', { ...resource.values, link }, actor('x', ['dpo']))
    expect([add(null).ok, add('/rutiner').ok]).toEqual([true, true])
    expect(said(add('kurs.example'))).toEqual(['notAnAddress', 'link'])
  })
  it('S0-11 whoever meets a broken link says so once; where no link is shown there is nothing to say', () => {
    const broken = sayBroken(resource)
    expect(said(broken)).toEqual([{ type: 'training_resource.linkBroken' }])
    expect(broken).toMatchObject({ next: { id: 'k', values: { name: 'Kurs', linkWorks: 'no' } } })
    if (broken.ok) expect(said(sayBroken(broken.next))).toEqual(['nothingChanged'])
  })
  it.each([
    ['the day before it begins', '2026-03-01', ['endsBeforeStart', 'shownUntil']],
    ['the day it begins', '2026-03-02', null],
    ['never', null, null],
  ] as const)('S4-088 a post ends %s', (_, shownUntil, blamed) => {
    const outcome = postRules.add('p', { ...post, shownUntil }, actor('x', ['dpo']))
    expect(outcome.ok ? null : said(outcome)).toEqual(blamed)
  })
  it('S4-088 a post without a last day stays; one for leaders is shown to them', () => {
    const on = (over: object, who = actor('x')) => isShown({ values: { ...post, ...over } }, who, '2030-01-01')
    expect([on({}), on({ shownUntil: '2029-12-31' }), on({ audiences: ['leaders'] }), on({ shownFrom: null })]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(on({ audiences: ['leaders'] }, actor('x', ['unitHead']))).toBe(true)
  })
})

describe('S0-09 a need, step by step', () => {
  const leader = actor('leader')
  const planned = needs({ status: 'planned', plannedOn: '2026-04-01' })
  const rejected = needs({ status: 'rejected', reason: 'Kurset er lagt ned.' })
  const blank = { status: null, plannedOn: null, reason: null } as const

  it.each<readonly [string, Need, Parameters<typeof decideNeed>[1], readonly unknown[]]>([
    ['nobody says what is decided', need, blank, ['incomplete', 'status']],
    ['planned', need, { ...blank, status: 'planned', plannedOn: '2026-04-01' }, [{ type: 'training_need.planned' }]],
    ['planned anew', planned, { ...blank, status: 'planned', plannedOn: '2026-05-01' }, [{ type: 'training_need.planned' }]],
    ['planned for the same day', planned, { ...blank, status: 'planned', plannedOn: '2026-04-01' }, ['nothingChanged']],
    [
      'planned for the same day, with a word on why',
      planned,
      { status: 'planned', plannedOn: '2026-04-01', reason: 'Felles kurs.' },
      [{ type: 'training_need.planned' }],
    ],
    ['planned for no day', planned, { ...blank, status: 'planned' }, ['dayMissing', 'plannedOn']],
    ['closed after it was planned', planned, { ...blank, status: 'closed' }, [{ type: 'training_need.closed' }]],
    ['rejected', need, { ...blank, status: 'rejected', reason: 'Nei.' }, [{ type: 'training_need.rejected' }]],
    ['rejected without a reason', need, { ...blank, status: 'rejected' }, ['reasonMissing', 'reason']],
    ['rejected twice for the same reason', rejected, { ...blank, status: 'rejected', reason: 'Kurset er lagt ned.' }, ['nothingChanged']],
    ['rejected twice for another reason', rejected, { ...blank, status: 'rejected', reason: 'Nei.' }, ['decidedAlready']],
    ['closed after it was rejected', rejected, { ...blank, status: 'closed', reason: 'Kurset er lagt ned.' }, ['decidedAlready']],
  ])('%s', (_, before, decision, expected) => expect(said(decideNeed(before, decision, leader, now))).toEqual(expected))

  it('keeps the day that was planned when it is closed, whatever a form says', () => {
    const closed = decideNeed(planned, { status: 'closed', plannedOn: '2027-01-01', reason: null }, leader, now)
    expect(closed).toMatchObject({ next: { values: { status: 'closed', plannedOn: '2026-04-01', decidedBy: 'leader', decidedAt: now } } })
  })
  it('is reported with two weeks to answer, by the topic at least', () => {
    expect(need.values).toMatchObject({
      dueOn: '2026-03-16',
      status: 'reported',
      reportedBy: 'p',
      reportedAt: now,
      receiver: 'leader',
      unit: 'unit',
    })
    const empty = reportNeed('n', { ...emptyValues(needFields), forWhom: 'me' }, { leader: null, unit: null }, actor('p'), now)
    expect(said(empty)).toEqual(['incomplete', 'topic'])
    expect(
      said(reportNeed('n', { ...emptyValues(needFields), topic: 'x', forWhom: 'me' }, { leader: null, unit: null }, actor('p'), now)),
    ).toEqual([{ type: 'training_need.reported' }])
  })
  it('is read by whoever decided it, also after they lead no more', () => {
    expect([seesNeed(needs({ decidedBy: 'before' }), actor('before')), seesNeed(need, actor('before'))]).toEqual([true, false])
    expect([mayDecide(need, leader), mayDecide(need, actor('x', ['ciso'])), mayDecide(needs({ receiver: 'x' }), leader)]).toEqual([
      true,
      false,
      false,
    ])
  })
  it('is a task with two days’ warning by the end of its day; rejected it is none', () => {
    const title = () => 'Svar'
    expect(needTasks(need, title)).toMatchObject([{ dueAt: new Date('2026-03-16T23:00:00Z'), remindAtHoursLeft: [48] }])
    expect(needTasks(planned, title)).toMatchObject([{ dueAt: new Date('2026-04-01T22:00:00Z') }])
    expect(needTasks(needs({ dueOn: null }), title)).toMatchObject([{ dueAt: null }])
    expect(needTasks(rejected, title)).toEqual([])
  })
})
