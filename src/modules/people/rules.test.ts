import { describe, expect, it } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import { personFields } from './fields.ts'
import type { Assignment, Person, PersonValues, UnitRecord } from './person.ts'
import { addPerson, addUnit, editPerson, editUnit, endRole, giveRole, holds, looksShared, setActive } from './rules.ts'

const today = '2026-11-27'
const values: PersonValues = { name: 'Lærer, Sandnes', email: 'laerer@sandnes.example', unit: null, leader: null, locale: null }
const person: Person = { id: 'p', version: 1, active: true, values, assignments: [] }
const held = (role: Assignment['role'], from: string, to: string | null = null): Assignment => ({ id: role, role, unitId: null, from, to })

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

  it('is not its own leader, and has a readable address', () => {
    expect(editPerson(person, { ...values, leader: 'p' })).toMatchObject({ ok: false, why: 'ownLeader' })
    expect(editPerson(person, { ...values, email: 'laerer' })).toMatchObject({ ok: false, why: 'notAnAddress' })
    expect(editPerson(person, values)).toMatchObject({ ok: false, why: 'nothingChanged' })
  })

  it('tells the log which answers changed, never what was written', () => {
    const outcome = editPerson(person, { ...values, name: 'Lektor, Sandnes' })
    expect(outcome).toMatchObject({ ok: true, events: [{ type: 'person.edited', fields: ['name'] }] })
    expect(outcome.ok && JSON.stringify(outcome.events)).not.toContain('Lektor')
  })
})

describe('a role', () => {
  it('S4-069 S4-070 S4-071 holds from its first day and until the day it ends', () => {
    const one = held('dpo', '2026-11-01', '2026-11-27')
    expect(['2026-10-31', '2026-11-01', '2026-11-26', '2026-11-27'].map((day) => holds(one, day))).toEqual([false, true, true, false])
    expect(holds(held('dpo', '2026-11-27'), today)).toBe(true)
  })

  it('is given once for the same days', () => {
    const dpo: Person = { ...person, assignments: [held('dpo', '2026-01-01', '2026-12-01')] }
    expect(giveRole(dpo, { ...held('dpo', '2026-11-30'), id: 'b' })).toMatchObject({ ok: false, why: 'alreadyHeld' })
    expect(giveRole(dpo, { ...held('dpo', '2026-12-01'), id: 'b' })).toMatchObject({ ok: true })
    expect(giveRole(dpo, { ...held('dpo', '2026-11-30'), id: 'b', unitId: 'u' })).toMatchObject({ ok: true })
  })

  it('does not end before it begins', () => {
    expect(giveRole(person, held('dpo', today, today))).toMatchObject({ ok: false, why: 'endsBeforeStart' })
    expect(giveRole(person, held('dpo', today, '2026-11-28'))).toMatchObject({ ok: true })
  })

  it('of employee is everyone’s and is not given', () => {
    expect(giveRole(person, held('employee', today))).toMatchObject({ ok: false, why: 'everyonesRole' })
  })

  it('is not taken away backwards in time: what was done was done with it', () => {
    const dpo: Person = { ...person, assignments: [held('dpo', '2026-01-01')] }
    expect(endRole(dpo, 'dpo', '2026-11-26', 1, today)).toMatchObject({ ok: false, why: 'inThePast' })
    expect(endRole(dpo, 'dpo', today, 1, today)).toMatchObject({ ok: true, next: { assignments: [{ to: today }] } })
  })

  it('that has not begun is taken away whole', () => {
    const dpo: Person = { ...person, assignments: [held('dpo', '2027-01-01')] }
    expect(endRole(dpo, 'dpo', today, 1, today)).toMatchObject({ ok: true, next: { assignments: [] } })
  })

  it('of the last administrator stays, and so does the person', () => {
    const admin: Person = { ...person, assignments: [held('admin', '2026-01-01')] }
    expect(endRole(admin, 'admin', today, 0, today)).toMatchObject({ ok: false, why: 'lastAdmin' })
    expect(setActive(admin, false, 0, today)).toMatchObject({ ok: false, why: 'lastAdmin' })
    expect(setActive(admin, false, 1, today)).toMatchObject({ ok: true, next: { active: false } })
  })
})

describe('a unit', () => {
  const unitValues = { name: 'Skole', kind: 'school', parent: 'top', leader: null } as const
  const top: UnitRecord = { id: 'top', version: 1, values: { ...unitValues, parent: null }, path: ['top'] }

  it('lies below the one above it', () => {
    expect(addUnit('school', unitValues, top)).toMatchObject({ ok: true, next: { path: ['top', 'school'] } })
  })

  it('never lies below itself', () => {
    const school: UnitRecord = { id: 'school', version: 1, values: unitValues, path: ['top', 'school'] }
    expect(editUnit(top, { ...top.values, parent: 'school' }, school)).toMatchObject({ ok: false, why: 'belowItself' })
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
  })
})
