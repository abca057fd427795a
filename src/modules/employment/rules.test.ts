import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import type { Checklist, Employment, EmploymentValues, Facts, Standing } from './employment.ts'
import { employmentFields } from './fields.ts'
import type { LeavingProfile } from './profile.ts'
import { addEmployment, type By, changePosition, demandOf, editEmployment, lacksForAccess, mayKeep, maySee, workStateOf } from './rules.ts'
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
