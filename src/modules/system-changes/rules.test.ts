import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { recordFields } from './fields.ts'
import { addChange, approveChange, asksForAnalysis, editChange, mayAdd, mayDecide, mayEdit, withdrawChange } from './rules.ts'
import type { SystemChange } from './system-change.ts'
import { changeTasks } from './tasks.ts'

const now = new Date('2026-03-02T08:00:00Z')
const later = new Date('2026-03-03T08:00:00Z')
const actor = (personId: string, ...roles: readonly Role[]): Actor => ({
  ...{ personId, organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
})
const record = (over: Partial<SystemChange['values']> = {}): SystemChange => ({
  id: 'c',
  version: 1,
  values: {
    ...emptyValues(recordFields),
    ...{
      name: 'Flytting',
      system: 's',
      size: 'large',
      status: 'open',
      sizedAt: now,
      owner: 'owner',
      registeredBy: 'asker',
      superUser: 'super',
    },
    ...over,
  },
})
const owner = actor('owner')
const known = { before: 'owner', after: 'owner' }

describe('changes of a system', () => {
  it('S4-054 a large change and a new system ask for an analysis, a small change does not', () => {
    expect((['small', 'large', 'new'] as const).map((size) => asksForAnalysis({ size }))).toEqual([false, true, true])
  })
  it.each(['large', 'new'] as const)('S4-054 a change that is %s is not approved before its risks are assessed', (size) => {
    expect(approveChange(record({ size }), false, owner, now)).toMatchObject({ ok: false, why: 'notAssessed' })
    expect(approveChange(record({ size }), true, owner, now)).toMatchObject({
      next: { values: { status: 'approved', decidedBy: 'owner', decidedAt: now } },
    })
  })
  it('a small change is approved by its owner alone; one without an owner by those who look after security', () => {
    const small = record({ size: 'small' })
    expect(approveChange(small, false, owner, now).ok).toBe(true)
    expect(approveChange(small, false, actor('asker', 'admin'), now)).toMatchObject({ why: 'notAllowed' })
    expect([actor('x', 'ciso'), actor('x', 'admin'), actor('x', 'leader')].map((one) => mayDecide(record({ owner: null }), one))).toEqual([
      true,
      true,
      false,
    ])
  })
  it('S4-054 a change that has grown, or that is of another system, rests on no older analysis; other words change nothing', () => {
    const edited = (over: Partial<SystemChange['values']>) => {
      const { values } = record()
      const outcome = editChange(record(), { ...values, ...over }, known, owner, later)
      return outcome.ok ? outcome.next.values.sizedAt : outcome.why
    }
    expect([edited({ size: 'new' }), edited({ system: 'other' }), edited({ about: 'Mer' }), edited({})]).toEqual([
      later,
      later,
      now,
      'nothingChanged',
    ])
  })
  it('S4-104 whoever registers a change, or writes in it, does not make themselves the one who decides; the owner of the system is', () => {
    const said = (name: string | null, who: string, of = known) => {
      const outcome = editChange(record(), { ...record().values, owner: name, about: 'Mer' }, of, actor(who, 'admin'), later)
      return outcome.ok ? outcome.next.values.owner : [outcome.why, ...outcome.fields].join(' ')
    }
    expect([said('super', 'super'), said('asker', 'x'), said('x', 'x')]).toEqual(Array(3).fill('drafterDecides owner'))
    expect([said('other', 'super'), said('owner', 'owner'), said(null, 'super')]).toEqual(['other', 'owner', null])
    // Nor by there being nobody: whoever registered it decides in nobody's place.
    const forNone = (who: string) => mayDecide(record({ owner: null }), actor(who, 'ciso', 'admin'))
    expect([forNone('asker'), forNone('another')]).toEqual([false, true])
    const added = (system: string | null) => addChange('c', { ...record().values, owner: 'me' }, system, actor('me', 'superUser'), now).ok
    expect([added('owner'), added(null), added('me')]).toEqual([false, false, true])
  })
  it('S4-005 what is decided stands: it is not edited, approved again or withdrawn', () => {
    const approved = record({ status: 'approved' })
    expect(mayEdit(approved, owner)).toBe(false)
    expect(editChange(approved, { ...approved.values, about: 'Annet' }, known, owner, later)).toMatchObject({ why: 'notNow' })
    expect(approveChange(approved, true, owner, later)).toMatchObject({ why: 'notNow' })
    expect(withdrawChange(approved, 'Likevel ikke', owner, later)).toMatchObject({ why: 'notNow' })
  })
  it('is withdrawn with a reason, by whoever registered it or its owner', () => {
    expect(withdrawChange(record(), null, owner, now)).toMatchObject({ why: 'incomplete', fields: ['reason'] })
    expect(withdrawChange(record(), 'Nei', actor('super'), now)).toMatchObject({ why: 'notAllowed' })
    expect(withdrawChange(record(), 'Nei', actor('asker'), now)).toMatchObject({ next: { values: { status: 'withdrawn', reason: 'Nei' } } })
  })
  it('is registered by those who lead, own or know a system or keep the register; edited by those who take part', () => {
    expect((['leader', 'systemOwner', 'superUser', 'itHead'] as const).every((role) => mayAdd(actor('x', role)))).toBe(true)
    expect((['employee', 'auditor'] as const).some((role) => mayAdd(actor('x', role)))).toBe(false)
    expect([actor('super'), actor('asker'), actor('x', 'itHead'), actor('x', 'leader')].map((one) => mayEdit(record(), one))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
  it('S4-106 the super user and IT are asked until they have spoken, and nobody once it is decided', () => {
    const kinds = (one: SystemChange, assessed: boolean, heard: readonly ('superUser' | 'technical')[]) =>
      changeTasks(one, assessed, heard).map(({ kind, key, personId, roles }) => [kind.slice(14), key ?? '', personId ?? roles.join()])
    expect(kinds(record(), false, [])).toEqual([
      ['analysis', '', 'owner'],
      ['comment', 'superUser', 'super'],
      ['comment', 'technical', 'itHead'],
    ])
    expect(kinds(record({ technical: 'tech' }), true, ['superUser'])).toEqual([
      ['decide', '', 'owner'],
      ['comment', 'technical', 'tech'],
    ])
    expect(kinds(record({ status: 'withdrawn' }), true, [])).toEqual([])
  })
})
