import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import type { Checklist, Employment, EmploymentValues, Facts, Standing } from './employment.ts'
import { employmentFields } from './fields.ts'
import type { LeavingProfile } from './profile.ts'
import {
  addEmployment,
  type By,
  changePosition,
  demandOf,
  editEmployment,
  endWork,
  lacksForAccess,
  mayAddSome,
  mayKeep,
  maySee,
  needsContract,
  seesSome,
  takeBack,
  workStateOf,
} from './rules.ts'
import { closeList, moveList, openSteps, stateOf, tickStep, untickStep } from './rules-steps.ts'
import { dueOf, type ListKind, lastWorkingDay, oneDriveWindow, type StepKey, stepNamed, stepsOf } from './steps.ts'
import { employmentTasks } from './tasks.ts'

const now = new Date('2026-03-02T08:00:00Z')
const today = '2026-03-02'
const profile: LeavingProfile = { oneDriveDays: 30, accountMonths: 3, declarationYears: null, ownList: null, serviceDesk: null }
const actor = (roles: readonly Role[] = ['leader'], personId = 'leder'): Actor => ({
  ...{ personId, organisationId: 'o', roles, unitId: 'u', leads: [], profileVersion: 1 },
})
const leading: Standing = { leadsPerson: true }
const other: Standing = { leadsPerson: false }
const by = (over: Partial<By> = {}): By => ({ actor: actor(), standing: leading, profile, ...over })
const self = by({ actor: actor(['employee'], 'ansatt'), standing: other })
const values = (over: Partial<EmploymentValues> = {}): EmploymentValues => ({
  ...emptyValues(employmentFields),
  ...{ number: '1', person: 'ansatt', kind: 'employee', startsOn: '2026-01-01', contractOn: '2025-12-01', declarationOn: '2025-12-01' },
  ...over,
})
const record = (over: Partial<EmploymentValues> = {}): Employment => ({ id: 'e', version: 1, values: values(over) })
const facts = (over: Partial<Facts> = {}): Facts => ({ values: values(), openSystems: 0, openZones: 0, ...over })
const list = (kind: ListKind, day = today, over: Partial<Checklist> = {}): Checklist => ({
  ...{ id: 'l', version: 1, employment: 'e', kind, day, closedAt: null, closedBy: null, steps: {} },
  ...over,
})
const whose = { person: 'ansatt' }
const done = { doneOn: today, proof: 'Sak 1', doneBy: 'leder', doneAt: now }
const allDone = (kind: ListKind, but: readonly StepKey[] = []): Checklist =>
  list(kind, '2026-01-31', {
    steps: Object.fromEntries(stepsOf(kind).flatMap(({ key }) => (but.includes(key) ? [] : [[key, done]]))),
  })
const step = (kind: ListKind, key: StepKey) => {
  const found = stepNamed(kind, key)
  if (!found) throw new Error(key)
  return found
}
const tick = (of: Checklist, key: StepKey, who = by(), about = facts(), answer = { doneOn: today, proof: null as string | null }) =>
  tickStep(of, key, answer, whose, about, who, now)

describe('employment', () => {
  it('leaders keep the employments of those they lead, the administrator all; nobody their own', () => {
    expect(mayKeep('ansatt', by())).toBe(true)
    expect(mayKeep('ansatt', by({ standing: other, actor: actor(['admin']) }))).toBe(true)
    expect(mayKeep('leder', by())).toBe(false)
    for (const role of ['ciso', 'dpo', 'systemOwner', 'employee'] as const)
      expect([role, mayKeep('ansatt', by({ standing: other, actor: actor([role]) }))]).toEqual([role, false])
    expect(addEmployment('e', values(), by({ standing: other }), now)).toMatchObject({ why: 'notYours' })
    expect(editEmployment(record(), values({ position: 'Rektor' }), by({ standing: other }), now)).toMatchObject({ why: 'notAllowed' })
  })

  it('the person, whoever leads them, the security manager and the administrator see it; nobody else', () => {
    expect(maySee('ansatt', leading, actor())).toBe(true)
    expect(maySee('ansatt', other, actor(['employee'], 'ansatt'))).toBe(true)
    for (const role of ['ciso', 'admin'] as const) expect([role, maySee('ansatt', other, actor([role]))]).toEqual([role, true])
    for (const role of ['dpo', 'systemOwner', 'leader', 'auditor', 'controller'] as const)
      expect([role, maySee('ansatt', other, actor([role]))]).toEqual([role, false])
  })

  it('dates that cannot be are refused, and a last day that is set, moved or taken back is said with the person', () => {
    expect(addEmployment('e', values({ endsOn: '2025-12-31' }), by(), now)).toMatchObject({ why: 'endsBeforeStart', fields: ['endsOn'] })
    expect(addEmployment('e', values({ contractOn: '2026-03-03' }), by(), now)).toMatchObject({ why: 'future' })
    expect(addEmployment('e', values({ declarationOn: '2026-03-03' }), by(), now)).toMatchObject({ why: 'future' })
    expect(addEmployment('e', values({ declarationUntil: '2025-12-01' }), by(), now)).toMatchObject({ why: 'endsBeforeStart' })
    expect(editEmployment(record(), values({ person: 'annen' }), by(), now)).toMatchObject({ why: 'samePerson' })
    const events = (before: EmploymentValues['endsOn'], endsOn: EmploymentValues['endsOn']) => {
      const outcome = editEmployment(record({ endsOn: before }), values({ endsOn }), by(), now)
      return outcome.ok ? outcome.events.slice(1) : outcome.why
    }
    expect(events(null, '2026-04-30')).toEqual([{ type: 'employment.leaving', person: 'ansatt', endsOn: '2026-04-30' }])
    expect(events('2026-04-30', '2026-05-31')).toEqual([{ type: 'employment.leaving', person: 'ansatt', endsOn: '2026-05-31' }])
    expect(events('2026-04-30', null)).toEqual([{ type: 'employment.staying', person: 'ansatt' }])
  })

  it('another position begins within the employment, once a day', () => {
    const asked = { day: '2026-03-15', position: 'Inspektør' }
    expect(changePosition(record(), asked, false, by())).toMatchObject({ next: { values: { position: 'Inspektør' } } })
    expect(changePosition(record(), asked, true, by())).toMatchObject({ why: 'nothingChanged' })
    expect(changePosition(record({ endsOn: '2026-03-14' }), asked, false, by())).toMatchObject({ why: 'afterEnd' })
    expect(changePosition(record(), { ...asked, day: '2025-01-01' }, false, by())).toMatchObject({ why: 'endsBeforeStart' })
    expect(changePosition(record(), { ...asked, position: null }, false, by())).toMatchObject({ why: 'incomplete' })
    expect(changePosition(record(), asked, false, by({ standing: other }))).toMatchObject({ why: 'notAllowed' })
  })

  it('coming, working, leaving until the last day, left the day after', () => {
    expect(workStateOf(record({ startsOn: '2026-03-03' }), today)).toBe('coming')
    expect(workStateOf(record(), today)).toBe('working')
    expect(workStateOf(record({ endsOn: today }), today)).toBe('leaving')
    expect(workStateOf(record({ endsOn: '2026-03-01' }), today)).toBe('left')
  })
})

describe('before access', () => {
  it('S4-032 nobody is given access without a declaration that holds: a consultant neither, who needs no contract with us', () => {
    expect(lacksForAccess(values({ kind: 'consultant', declarationOn: null }), today)).toBe('noDeclaration')
    expect(lacksForAccess(values({ kind: 'consultant', contractOn: null }), today)).toBeNull()
    expect(lacksForAccess(values({ declarationUntil: '2026-03-01' }), today)).toBe('declarationOut')
    expect(lacksForAccess(values({ declarationUntil: today }), today)).toBeNull()
    expect(demandOf([], today)).toMatchObject({ why: 'noEmployment' })
    expect(demandOf([values({ declarationOn: null }), values()], today)).toBeNull()
    const years: By = by({ profile: { ...profile, declarationYears: 2 } })
    expect(addEmployment('e', values(), years, now)).toMatchObject({ next: { values: { declarationUntil: '2027-12-01' } } })
  })

  it('S4-047 the points of access are locked until both contract and declaration are dated', () => {
    const start = list('start')
    const unsigned = (over: Partial<EmploymentValues>) => facts({ values: values(over) })
    for (const key of ['account', 'giveAccess', 'givePremises'] as const) {
      for (const over of [{ contractOn: null }, { declarationOn: null }, { contractOn: null, declarationOn: null }]) {
        expect([key, tick(start, key, by(), unsigned(over))]).toMatchObject([key, { why: 'lockedUntilSigned' }])
        expect([key, stateOf(step('start', key), start, unsigned(over), today, profile)]).toEqual([key, 'locked'])
      }
      expect([key, tick(start, key)]).toMatchObject([key, { ok: true }])
      expect([key, stateOf(step('start', key), start, facts(), today, profile)]).toEqual([key, 'open'])
    }
    expect(tick(start, 'contract')).toMatchObject({ why: 'notFound' })
    expect(openSteps(start, facts()).map(({ key }) => key)).not.toContain('declaration')
  })
})

describe('checklists', () => {
  it('S4-028 “user name and password given” is a point of starting; ticking it keeps the day and the person', () => {
    expect(stepsOf('start').map(({ key }) => key)).toContain('account')
    const outcome = tick(list('start'), 'account')
    expect(outcome).toMatchObject({ ok: true, next: { steps: { account: { doneOn: today, doneBy: 'leder', doneAt: now } } } })
    expect(tick(list('start', today, { steps: { account: { ...done, proof: null } } }), 'account')).toMatchObject({ why: 'nothingChanged' })
    expect(tick(list('start'), 'account', by(), facts(), { doneOn: '2026-03-03', proof: null })).toMatchObject({ why: 'future' })
    expect(tick(list('start'), 'account', by({ standing: other }))).toMatchObject({ why: 'notAllowed' })
  })

  it('S4-048 “registered in the HR system” is the first point of starting, with its day', () => {
    expect(stepsOf('start')[0]?.key).toBe('hrSystem')
    expect(tick(list('start'), 'hrSystem')).toMatchObject({ next: { steps: { hrSystem: { doneOn: today } } } })
  })

  it('S4-043 the employee’s four points are due on the last working day, and the employee ticks them', () => {
    const four = stepsOf('leave').filter(({ by: holder }) => holder === 'employee')
    expect(four.map(({ key }) => key)).toEqual(['files', 'email', 'teams', 'otherPlaces'])
    // 31 May 2026 is a Sunday; 17 May a Sunday and holiday; 14 May Ascension Day.
    expect(four.map((one) => dueOf(one, '2026-05-31', profile))).toEqual(Array(4).fill('2026-05-29'))
    expect([lastWorkingDay('2026-05-14'), lastWorkingDay('2026-05-13')]).toEqual(['2026-05-13', '2026-05-13'])
    for (const { key } of four) expect(tick(list('leave'), key, self)).toMatchObject({ ok: true })
    expect(tick(list('leave'), 'stopAccess', self)).toMatchObject({ why: 'notAllowed' })
    const [tidy] = employmentTasks(record(), [list('leave', '2026-05-31')], facts(), { leader: 'leder', person: 'ansatt' }, profile)
    expect(tidy).toMatchObject({ kind: 'employment.tidy', personId: 'ansatt', remindAtHoursLeft: [168, 24] })
    expect(tidy?.dueAt?.toISOString()).toBe('2026-05-29T22:00:00.000Z')
  })

  it('S4-045 the user is deleted three months after the last day: 31 January gives 30 April, and it is late the day after', () => {
    const account = step('leave', 'accountDeleted')
    expect(dueOf(account, '2026-01-31', profile)).toBe('2026-04-30')
    const leaving = list('leave', '2026-01-31')
    expect(stateOf(account, leaving, facts(), '2026-04-30', profile)).toBe('open')
    expect(stateOf(account, leaving, facts(), '2026-05-01', profile)).toBe('late')
    expect(tick(leaving, 'accountDeleted', by({ actor: actor(['admin']) }))).toMatchObject({ why: 'proofMissing' })
    const proved = tick(leaving, 'accountDeleted', by(), facts(), { doneOn: today, proof: 'Sak 9' })
    expect(proved).toMatchObject({ next: { steps: { accountDeleted: { proof: 'Sak 9' } } } })
  })

  it('S4-046 the leader has the OneDrive of whoever left for 30 days: open on day 30, closed on day 31', () => {
    expect(oneDriveWindow('2026-03-31', '2026-03-31', profile)).toBe('before')
    expect(oneDriveWindow('2026-03-31', '2026-04-01', profile)).toBe('open')
    expect(oneDriveWindow('2026-03-31', '2026-04-30', profile)).toBe('open')
    expect(oneDriveWindow('2026-03-31', '2026-05-01', profile)).toBe('closed')
    const all = employmentTasks(record(), [list('leave', '2026-03-31')], facts(), { leader: 'leder', person: 'ansatt' }, profile)
    const task = all.find(({ kind }) => kind === 'employment.oneDrive')
    expect(task).toMatchObject({ personId: 'leder' })
    expect(task?.dueAt?.toISOString()).toBe('2026-04-30T22:00:00.000Z')
  })

  it('S4-051 leaving has a point for network, systems, data, cloud and premises, and none may be open when it is closed', () => {
    for (const key of ['network', 'system', 'data', 'cloud', 'premises'] as const) {
      expect(stepsOf('leave').map((one) => one.key)).toContain(key)
      expect([key, closeList(allDone('leave', [key]), whose, facts(), by(), now)]).toMatchObject([
        key,
        { why: 'openPoints', fields: [key] },
      ])
    }
    expect(closeList(allDone('leave'), whose, facts(), by(), now)).toMatchObject({ ok: true, next: { closedAt: now, closedBy: 'leder' } })
    expect(tick(list('leave'), 'system', by(), facts({ openSystems: 1 }))).toMatchObject({ why: 'systemsOpen' })
    expect(tick(list('leave'), 'premises', by(), facts({ openZones: 1 }))).toMatchObject({ why: 'zonesOpen' })
    expect(closeList(allDone('leave'), whose, facts({ openZones: 1 }), by(), now)).toMatchObject({ why: 'systemsOpen' })
    expect(closeList(allDone('leave'), whose, facts(), self, now)).toMatchObject({ why: 'notAllowed' })
    const overseeing = by({ actor: actor(['ciso'], 'ansatt'), standing: other })
    expect(closeList(allDone('leave'), whose, facts(), overseeing, now)).toMatchObject({ why: 'notAllowed' })
    expect(closeList(allDone('leave'), { person: 'leder' }, facts(), overseeing, now)).toMatchObject({ ok: true })
  })

  it('S4-063 the notice to personnel is a point of leaving, and leaving is not closed without it', () => {
    expect(stepsOf('leave').map(({ key }) => key)).toContain('hrNotice')
    expect(closeList(allDone('leave', ['hrNotice']), whose, facts(), by(), now)).toMatchObject({ why: 'openPoints', fields: ['hrNotice'] })
    expect(tick(list('leave'), 'hrNotice')).toMatchObject({ next: { steps: { hrNotice: { doneOn: today } } } })
  })

  it('S4-064 keys and ID card are each a point of leaving with the own checklist beside it, and either one open keeps it open', () => {
    for (const key of ['keys', 'card'] as const) {
      expect(step('leave', key).ownList).toBe(true)
      expect(closeList(allDone('leave', [key]), whose, facts(), by(), now)).toMatchObject({ why: 'openPoints', fields: [key] })
    }
  })

  it('a point ticked by mistake is opened again, a closed list is not touched, and a moved day opens what was closed', () => {
    const ticked = list('leave', today, { steps: { card: done } })
    expect(untickStep(ticked, 'card', whose, by())).toMatchObject({ next: { steps: {} }, events: [{ type: 'employment.stepUndone' }] })
    expect(untickStep(list('leave'), 'card', whose, by())).toMatchObject({ why: 'nothingChanged' })
    expect(untickStep(ticked, 'card', whose, self)).toMatchObject({ why: 'notAllowed' })
    const closed = { ...ticked, closedAt: now, closedBy: 'leder' }
    expect(untickStep(closed, 'card', whose, by())).toMatchObject({ why: 'listClosed' })
    expect(tick(closed, 'keys')).toMatchObject({ why: 'listClosed' })
    expect(closeList(closed, whose, facts(), by(), now)).toMatchObject({ why: 'nothingChanged' })
    expect(tick(ticked, 'card', by(), facts(), { doneOn: today, proof: 'Sak 2' })).toMatchObject({ why: 'doneAlready' })
    expect(moveList(closed, '2026-06-30')).toMatchObject({ next: { day: '2026-06-30', closedAt: null } })
    expect(moveList(closed, today)).toMatchObject({ why: 'nothingChanged' })
  })
})

describe('who comes to the form, and to the list', () => {
  it.each<[string, Actor, boolean, boolean]>([
    ['who leads a unit', { ...actor(['employee']), leads: ['u'] }, true, true],
    ['the administrator', actor(['admin']), true, true],
    ['the security manager', actor(['ciso']), false, true],
    ['a leader of nobody', actor(['leader']), false, false],
    ['an employee', actor(['employee']), false, false],
  ])('S4-047 %s', (_, who, adds, sees) => {
    expect([mayAddSome(who), seesSome(who)]).toEqual([adds, sees])
  })
})

describe('what a deed says, or is blamed on', () => {
  const said = (outcome: ReturnType<typeof addEmployment>) =>
    outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
  it.each<[string, Partial<EmploymentValues>, string]>([
    ['whole', {}, 'employment.added'],
    ['without a number', { number: null }, 'incomplete number'],
    ['of one day', { endsOn: '2026-01-01' }, 'employment.added employment.leaving'],
    ['that ends before it begins', { endsOn: '2025-12-31' }, 'endsBeforeStart endsOn'],
    ['with a contract of today', { contractOn: today }, 'employment.added'],
    ['with a contract of tomorrow', { contractOn: '2026-03-03' }, 'future contractOn'],
    ['with a declaration of today', { declarationOn: today }, 'employment.added'],
    ['with a declaration of tomorrow', { declarationOn: '2026-03-03' }, 'future declarationOn'],
    ['with a declaration that ends the day it is signed', { declarationUntil: '2025-12-01' }, 'endsBeforeStart declarationUntil'],
    ['with a declaration that ends the day after', { declarationUntil: '2025-12-02' }, 'employment.added'],
    ['with the end of no declaration', { declarationOn: null, declarationUntil: '2027-12-01' }, 'endsBeforeStart declarationUntil'],
    ['with no declaration', { declarationOn: null }, 'employment.added'],
    ['of oneself', { person: 'leder' }, 'notYours person'],
  ])('S4-047 an employment %s', (_, over, expected) => {
    expect(said(addEmployment('e', values(over), by(), now))).toBe(expected)
  })
  it.each<[string, Employment, Partial<EmploymentValues>, string]>([
    ['nothing new', record(), {}, 'nothingChanged'],
    ['another position', record(), { position: 'Rektor' }, 'employment.edited'],
    [
      'another position of whoever leaves',
      record({ endsOn: '2026-04-30' }),
      { endsOn: '2026-04-30', position: 'Rektor' },
      'employment.edited',
    ],
    ['another person', record(), { person: 'annen' }, 'samePerson person'],
    ['a contract of tomorrow', record(), { contractOn: '2026-03-03' }, 'future contractOn'],
  ])('S4-047 an edit: %s', (_, from, over, expected) => {
    expect(said(editEmployment(from, values(over), by(), now))).toBe(expected)
  })
  it('S4-047 an edit keeps what it was made of, and says which answers are others', () => {
    expect(editEmployment(record(), values({ position: 'Rektor' }), by(), now)).toMatchObject({
      next: { id: 'e', values: values({ position: 'Rektor' }) },
      events: [{ type: 'employment.edited', fields: ['position'] }],
    })
  })
  it.each<[string, number | null, Partial<EmploymentValues>, string | null]>([
    ['two years from when it was signed', 2, {}, '2027-12-01'],
    ['the day that was said', 2, { declarationUntil: '2026-06-01' }, '2026-06-01'],
    ['no day where none is signed', 2, { declarationOn: null }, null],
    ['no day where it is signed once', null, {}, null],
  ])('S4-032 a declaration holds until %s', (_, declarationYears, over, until) => {
    const years = by({ profile: { ...profile, declarationYears } })
    expect(addEmployment('e', values(over), years, now)).toMatchObject({ next: { values: { declarationUntil: until } } })
  })
  it.each<[string, Partial<EmploymentValues>, string | null]>([
    ['works', {}, today],
    ['was to begin later', { startsOn: '2026-03-09' }, '2026-03-09'],
    ['began that day', { startsOn: today }, today],
    ['has no first day', { startsOn: null }, today],
    ['has a last day', { endsOn: '2026-05-31' }, null],
  ])('S4-043 whoever has left, and %s, worked to %s', (_, over, endsOn) => {
    const outcome = endWork(record(over), today)
    if (endsOn === null) expect(outcome).toMatchObject({ why: 'nothingChanged' })
    else
      expect(outcome).toMatchObject({
        next: { id: 'e', values: { ...values(over), endsOn } },
        events: [
          { type: 'employment.edited', fields: ['endsOn'] },
          { type: 'employment.leaving', person: 'ansatt', endsOn },
        ],
      })
  })
  it('the last day of an employment of nobody is told to nobody', () => {
    expect(said(endWork(record({ person: null }), today))).toBe('employment.edited')
  })
  it('what an import added is taken away by whoever keeps it, while nothing has come of it', () => {
    expect(said(takeBack(record(), false, by()))).toBe('employment.takenBack')
    expect(said(takeBack(record(), true, by()))).toBe('inUse')
    expect(said(takeBack(record(), false, self))).toBe('notAllowed')
  })
  it.each<[string, Partial<EmploymentValues>, string, string]>([
    ['the first day', {}, '2026-01-01', 'employment.changed'],
    ['the day before it begins', {}, '2025-12-31', 'endsBeforeStart day'],
    ['the last day', { endsOn: '2026-03-14' }, '2026-03-14', 'employment.changed'],
    ['the day after it ends', { endsOn: '2026-03-14' }, '2026-03-15', 'afterEnd day'],
  ])('another position from %s', (_, over, day, expected) => {
    const outcome = changePosition(record(over), { day, position: 'Inspektør' }, false, by())
    expect(said(outcome)).toBe(expected)
    if (outcome.ok) expect(outcome.events).toEqual([{ type: 'employment.changed', day }])
  })
})

describe('what is needed before access', () => {
  it('S4-032 those employed here have a contract with us, also for a while; consultants and others do not', () => {
    const kinds = employmentFields.kind.of.map((kind) => [kind, needsContract(values({ kind }))])
    expect(kinds).toEqual([
      ['employee', true],
      ['consultant', false],
      ['temporary', true],
      ['other', false],
    ])
    expect(lacksForAccess(values({ contractOn: null }), today)).toBe('noContract')
  })
  it('S4-032 the refusal says what the first employment lacks, and of whom', () => {
    expect(demandOf([], today)).toEqual({ ok: false, why: 'noEmployment', fields: ['person'] })
    const lacking = [values({ contractOn: null }), values({ declarationOn: null })]
    expect(demandOf(lacking, today)).toEqual({ ok: false, why: 'noContract', fields: ['person'] })
  })
  it('whoever begins today works', () => {
    expect(workStateOf(record({ startsOn: today }), today)).toBe('working')
  })
})
