import { describe, expect, it } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import type { Profile } from '../../kernel/profile.ts'
import { personFields } from './fields.ts'
import type { Assignment, Person, PersonValues, UnitRecord } from './person.ts'
import { addPerson, addUnit, editPerson, editUnit, endRole, giveRole, holds, looksShared, setActive } from './rules.ts'
import { mostTelling, titleOf } from './rules-roles.ts'

const today = '2026-11-27'
const values: PersonValues = { name: 'Lærer, Sandnes', email: 'laerer@sandnes.example', unit: null, leader: null, locale: null }
const person: Person = { id: 'p', version: 1, active: true, values, assignments: [] }
const given = (role: Assignment['role'], from: string, to: string | null = null): Assignment => ({ id: role, role, unitId: null, from, to })

describe('a person', () => {
  it('S0-23 is not added without a name of its own', () => {
    expect(addPerson('p', { ...values, name: null })).toMatchObject({ ok: false, why: 'missing', fields: ['name'] })
    expect(addPerson('p', { ...values, name: null, email: null })).toMatchObject({ ok: false, why: 'missing', fields: ['name'] })
    expect(addPerson('p', values)).toMatchObject({ ok: true })
    expect(addPerson('p', { ...values, email: null })).toMatchObject({ ok: true })
    // One of the two is enough to be asked about: a mailbox under a person's name, a desk with an address of its own.
    expect(addPerson('p', { ...values, email: 'post@sandnes.example' })).toMatchObject({ why: 'looksShared', fields: ['email'] })
    expect(addPerson('p', { ...values, name: 'Resepsjonen' })).toMatchObject({ why: 'looksShared', fields: ['name'] })
  })

  it('begins active, with no role but everyone’s, and the log is told', () => {
    expect(addPerson('p', values)).toEqual({
      ok: true,
      next: { id: 'p', version: 1, active: true, values, assignments: [] },
      events: [{ type: 'person.added' }],
    })
  })

  it('is not its own leader, and has a readable address', () => {
    expect(editPerson(person, { ...values, leader: 'p' })).toEqual({ ok: false, why: 'ownLeader', fields: ['leader'] })
    expect(editPerson(person, { ...values, email: 'laerer' })).toEqual({ ok: false, why: 'notAnAddress', fields: ['email'] })
    expect(editPerson(person, values)).toMatchObject({ ok: false, why: 'nothingChanged' })
  })

  it('keeps what it is when an answer changes: its roles, and whether it is active', () => {
    const held = { ...person, active: false, assignments: [given('dpo', '2026-01-01')] }
    const next = { ...held, values: { ...values, leader: 'q' } }
    expect(editPerson(held, next.values)).toEqual({ ok: true, next, events: [{ type: 'person.edited', fields: ['leader'] }] })
  })

  it('is made inactive and active again once each, and all else stays', () => {
    const off = { ...person, active: false }
    expect(setActive(person, false, 0, today)).toEqual({ ok: true, next: off, events: [{ type: 'person.deactivated' }] })
    expect(setActive(off, true, 0, today)).toEqual({ ok: true, next: person, events: [{ type: 'person.reactivated' }] })
    expect(setActive(person, true, 1, today)).toMatchObject({ ok: false, why: 'nothingChanged' })
    expect(setActive(off, false, 1, today)).toMatchObject({ ok: false, why: 'nothingChanged' })
  })

  it('tells the log which answers changed, never what was written', () => {
    const outcome = editPerson(person, { ...values, name: 'Lektor, Sandnes' })
    expect(outcome).toMatchObject({ ok: true, events: [{ type: 'person.edited', fields: ['name'] }] })
    expect(outcome.ok && JSON.stringify(outcome.events)).not.toContain('Lektor')
  })
})

describe('a role', () => {
  it('S4-069 S4-070 S4-071 holds from its first day and until the day it ends', () => {
    const one = given('dpo', '2026-11-01', '2026-11-27')
    expect(['2026-10-31', '2026-11-01', '2026-11-26', '2026-11-27'].map((day) => holds(one, day))).toEqual([false, true, true, false])
    expect(holds(given('dpo', '2026-11-27'), today)).toBe(true)
  })

  it('is given once for the same days', () => {
    const dpo: Person = { ...person, assignments: [given('dpo', '2026-01-01', '2026-12-01')] }
    expect(giveRole(dpo, { ...given('dpo', '2026-11-30'), id: 'b' })).toMatchObject({ ok: false, why: 'alreadyHeld' })
    expect(giveRole(dpo, { ...given('dpo', '2026-12-01'), id: 'b' })).toMatchObject({ ok: true })
    expect(giveRole(dpo, { ...given('dpo', '2026-11-30'), id: 'b', unitId: 'u' })).toMatchObject({ ok: true })
  })

  it('is added to those held, said in the log with its days and its unit, and to nobody who has left', () => {
    const dpo: Person = { ...person, assignments: [given('dpo', '2026-01-01')] }
    const more = { ...given('leader', '2026-12-01', '2027-01-01'), unitId: 'u' }
    expect(giveRole(dpo, more)).toEqual({
      ok: true,
      next: { ...dpo, assignments: [given('dpo', '2026-01-01'), more] },
      events: [{ type: 'person.roleGiven', role: 'leader', unitId: 'u', from: '2026-12-01', to: '2027-01-01' }],
    })
    expect(giveRole({ ...dpo, active: false }, more)).toMatchObject({ ok: false, why: 'notNow' })
  })

  it('is the same only when role, unit and days are: the day one ends, the next may begin, on either side', () => {
    const dpo: Person = { ...person, assignments: [given('dpo', '2026-06-01', '2026-12-01')] }
    const again = (from: string, to: string | null) => giveRole(dpo, { ...given('dpo', from, to), id: 'b' })
    expect(again('2026-01-01', '2026-06-01')).toMatchObject({ ok: true })
    expect(again('2026-01-01', '2026-06-02')).toEqual({ ok: false, why: 'alreadyHeld', fields: ['role'] })
    expect(again('2026-01-01', null)).toMatchObject({ ok: false, why: 'alreadyHeld' })
    expect(again('2026-07-01', '2026-08-01')).toMatchObject({ ok: false, why: 'alreadyHeld' })
    expect(giveRole(dpo, { ...given('ciso', '2026-07-01'), id: 'b' })).toMatchObject({ ok: true })
    const open: Person = { ...person, assignments: [given('dpo', '2026-06-01')] }
    expect(giveRole(open, { ...given('dpo', '2026-01-01', '2026-06-01'), id: 'b' })).toMatchObject({ ok: true })
    expect(giveRole(open, { ...given('dpo', '2027-01-01', '2027-06-01'), id: 'b' })).toMatchObject({ ok: false, why: 'alreadyHeld' })
  })

  it('does not end before it begins', () => {
    expect(giveRole(person, given('dpo', today, today))).toMatchObject({ fields: ['to'] })
    expect(giveRole(person, given('dpo', today))).toMatchObject({ ok: true })

    expect(giveRole(person, given('dpo', today, today))).toMatchObject({ ok: false, why: 'endsBeforeStart' })
    expect(giveRole(person, given('dpo', today, '2026-11-28'))).toMatchObject({ ok: true })
  })

  it('of employee is everyone’s and is not given', () => {
    expect(giveRole(person, given('employee', today))).toEqual({ ok: false, why: 'everyonesRole', fields: ['role'] })
  })

  it('is not taken away backwards in time: what was done was done with it', () => {
    const dpo: Person = { ...person, assignments: [given('dpo', '2026-01-01')] }
    expect(endRole(dpo, 'dpo', '2026-11-26', 1, today)).toMatchObject({ ok: false, why: 'inThePast' })
    expect(endRole(dpo, 'dpo', today, 1, today)).toMatchObject({ ok: true, next: { assignments: [{ to: today }] } })
  })

  it('ends alone: the others stay, the log has its word, and one that has ended is not ended again', () => {
    const two: Person = { ...person, assignments: [given('ciso', '2026-01-01'), given('dpo', '2026-01-01', '2026-12-31')] }
    expect(endRole(two, 'dpo', '2026-12-01', 0, today)).toEqual({
      ok: true,
      next: { ...two, assignments: [given('ciso', '2026-01-01'), given('dpo', '2026-01-01', '2026-12-01')] },
      events: [{ type: 'person.roleEnded', role: 'dpo', to: '2026-12-01' }],
    })
    expect(endRole(two, 'dpo', '2026-12-31', 0, today)).toEqual({ ok: false, why: 'alreadyEnded', fields: ['to'] })
    expect(endRole(two, 'dpo', '2027-01-31', 0, today)).toMatchObject({ ok: false, why: 'alreadyEnded' })
    expect(endRole(two, 'ciso', '2026-11-26', 1, today)).toEqual({ ok: false, why: 'inThePast', fields: ['to'] })
    expect(endRole(two, 'leader', today, 1, today)).toMatchObject({ ok: false, why: 'notFound' })
  })

  it('that would begin on the day it ends is taken away whole, and no other', () => {
    const two: Person = { ...person, assignments: [given('ciso', '2026-01-01'), given('dpo', '2026-12-01')] }
    expect(endRole(two, 'dpo', '2026-12-01', 1, today)).toMatchObject({ ok: true, next: { assignments: [given('ciso', '2026-01-01')] } })
  })

  it('that has not begun is taken away whole', () => {
    const dpo: Person = { ...person, assignments: [given('dpo', '2027-01-01')] }
    expect(endRole(dpo, 'dpo', today, 1, today)).toMatchObject({ ok: true, next: { assignments: [] } })
  })

  it('of the last administrator stays, and so does the person', () => {
    const admin: Person = { ...person, assignments: [given('admin', '2026-01-01')] }
    expect(endRole(admin, 'admin', today, 0, today)).toMatchObject({ ok: false, why: 'lastAdmin' })
    expect(setActive(admin, false, 0, today)).toMatchObject({ ok: false, why: 'lastAdmin' })
    expect(setActive(admin, false, 1, today)).toMatchObject({ ok: true, next: { active: false } })
    // Somebody is the last administrator by the role itself, today, whatever else they hold.
    const both: Person = { ...person, assignments: [given('dpo', '2026-01-01'), given('admin', '2026-01-01')] }
    expect(setActive(both, false, 0, today)).toMatchObject({ ok: false, why: 'lastAdmin' })
    expect(endRole(both, 'dpo', today, 0, today)).toMatchObject({ ok: true })
    expect(endRole(both, 'admin', today, 1, today)).toMatchObject({ ok: true })
    const later: Person = { ...person, assignments: [given('admin', '2027-01-01')] }
    expect(setActive(later, false, 0, today)).toMatchObject({ ok: true })
    expect(endRole(later, 'admin', today, 0, today)).toMatchObject({ ok: true })
    expect(setActive({ ...person, assignments: [given('dpo', '2026-01-01')] }, false, 0, today)).toMatchObject({ ok: true })
  })
})

describe('a unit', () => {
  const unitValues: UnitRecord['values'] = {
    name: 'Skole',
    kind: 'school',
    parent: 'top',
    leader: null,
    researchPortal: null,
    researchPortalPeople: [],
  }
  const top: UnitRecord = { id: 'top', version: 1, values: { ...unitValues, parent: null }, path: ['top'] }

  it('lies below the one above it', () => {
    expect(addUnit('school', unitValues, top)).toEqual({
      ok: true,
      next: { id: 'school', version: 1, values: unitValues, path: ['top', 'school'] },
      events: [{ type: 'unit.added' }],
    })
    expect(addUnit('other', { ...unitValues, parent: null }, null)).toMatchObject({ ok: true, next: { path: ['other'] } })
    expect(addUnit('other', { ...unitValues, name: null }, top)).toMatchObject({ ok: false, why: 'missing', fields: ['name'] })
  })

  it('is edited under its name, moves with what lies below it, and the log is told which answers changed', () => {
    const school: UnitRecord = { id: 'school', version: 1, values: unitValues, path: ['top', 'school'] }
    const renamed = { ...unitValues, name: 'Ny skole' }
    expect(editUnit(school, renamed, top)).toEqual({
      ok: true,
      next: { ...school, values: renamed },
      events: [{ type: 'unit.edited', fields: ['name'] }],
    })
    expect(editUnit(school, { ...unitValues, parent: null }, null)).toMatchObject({ ok: true, next: { path: ['school'] } })
    expect(editUnit(school, unitValues, top)).toMatchObject({ ok: false, why: 'nothingChanged' })
    expect(editUnit(school, { ...unitValues, name: null }, top)).toMatchObject({ ok: false, why: 'missing', fields: ['name'] })
  })

  it('S2-27 says whether it sees its notifications in the research archive, and nobody there has access that the unit has not', () => {
    const school: UnitRecord = { id: 'school', version: 1, values: unitValues, path: ['top', 'school'] }
    const people = { ...unitValues, researchPortalPeople: ['p'] }
    for (const researchPortal of [null, 'no'] as const)
      expect(editUnit(school, { ...people, researchPortal }, top)).toEqual({
        ok: false,
        why: 'portalWithoutAccess',
        fields: ['researchPortal'],
      })
    expect(addUnit('other', people, top)).toMatchObject({ why: 'portalWithoutAccess' })
    expect(editUnit(school, { ...people, researchPortal: 'yes' }, top)).toMatchObject({
      events: [{ type: 'unit.edited', fields: ['researchPortal', 'researchPortalPeople'] }],
    })
  })

  it('never lies below itself', () => {
    const school: UnitRecord = { id: 'school', version: 1, values: unitValues, path: ['top', 'school'] }
    expect(editUnit(top, { ...top.values, parent: 'school' }, school)).toEqual({ ok: false, why: 'belowItself', fields: ['parent'] })
    expect(editUnit(school, { ...unitValues, parent: 'school' }, school)).toMatchObject({ ok: false, why: 'belowItself' })
  })
})

describe('an account named after a mailbox or a department', () => {
  const values = (over: object) => ({ ...emptyValues(personFields), name: 'Ola Nordmann', email: 'ola.nordmann@sauda.example', ...over })
  it('is questioned before it is saved, and taken when somebody says that it is one person’s', () => {
    for (const email of [
      'post@sauda.example',
      'postmottak@sauda.example',
      'sikkerhet@oslomet.example',
      'ServiceDesk@uio.example',
      'post.skole@sauda.example',
    ])
      expect([email, addPerson('x', values({ email }))]).toMatchObject([email, { ok: false, why: 'looksShared', fields: ['email'] }])
    for (const name of ['Resepsjonen', 'IT-avdelingen', 'Servicedesk', ' sentralbordet '])
      expect([name, addPerson('x', values({ name }))]).toMatchObject([name, { ok: false, why: 'looksShared', fields: ['name'] }])
    expect(addPerson('x', values({ name: 'Resepsjonen', email: 'post@sauda.example' }), true)).toMatchObject({ ok: true })
  })
  it('is not asked about people who only have a short or an odd name, nor twice', () => {
    for (const email of ['postma@sauda.example', 'ita.vik@sauda.example', 'admira@sauda.example'])
      expect([email, looksShared(values({ email }))]).toEqual([email, []])
    for (const name of ['Post Malone', 'Ita Vik', 'Vakta Lund']) expect([name, looksShared(values({ name }))]).toEqual([name, []])
    const stands = { id: 'x', version: 1, active: true, assignments: [], values: values({ email: 'post@sauda.example' }) }
    expect(editPerson(stands, { ...stands.values, name: 'Ola Vik' })).toMatchObject({ ok: true })
    expect(editPerson(stands, { ...stands.values, email: 'info@sauda.example' })).toMatchObject({ why: 'looksShared' })
    expect(looksShared({ name: null, email: null })).toEqual([])
  })
})

describe('the role that says most of a person', () => {
  it('is the one furthest from everyone’s', () => {
    expect(mostTelling(['employee', 'leader', 'dpo'])).toBe('dpo')
    expect(mostTelling(['employee', 'admin'])).toBe('admin')
    expect(mostTelling([])).toBe('employee')
  })

  it('is written in the organisation’s own word, with a capital', () => {
    const profile = {
      titles: { dpo: { nb: 'personvernombud', nn: 'personvernombod', en: 'data protection officer' } },
    } as unknown as Profile
    expect(titleOf(profile, 'dpo', 'nn')).toBe('Personvernombod')
    expect(titleOf(profile, 'dpo', 'en')).toBe('Data protection officer')
  })
})
