import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { systemFields } from './fields.ts'
import { mayAdd, mayEdit, rules } from './rules.ts'
import type { System } from './system.ts'

const actor = (roles: readonly Role[], personId = 'p1'): Actor => ({
  personId,
  organisationId: 'o',
  roles,
  unitId: null,
  leads: [],
  profileVersion: 1,
})
const values = { ...emptyValues(systemFields), name: 'Arkivet', inUse: 'yes' as const }
const system: System = { id: 's', version: 1, values: { ...values, owner: 'owner', superUser: 'super' } }

describe('systems: who keeps the register', () => {
  it.each(['admin', 'dpo', 'ciso', 'itHead'] as const)('%s keeps every system', (role) => {
    expect(mayEdit(system, actor([role]))).toBe(true)
    expect(mayAdd(actor([role]))).toBe(true)
  })
  it('an owner of systems adds one; an employee and an auditor do not', () => {
    expect(mayAdd(actor(['systemOwner']))).toBe(true)
    expect(mayAdd(actor(['employee', 'auditor']))).toBe(false)
  })
  it('S4-104 the super user registers and keeps the own system, no other', () => {
    expect(mayAdd(actor(['superUser']))).toBe(true)
    expect(mayEdit(system, actor(['superUser'], 'super'))).toBe(true)
    expect(mayEdit(system, actor(['superUser'], 'another'))).toBe(false)
  })
  it('an owner keeps the own system; an employee keeps none', () => {
    expect(mayEdit(system, actor(['systemOwner'], 'owner'))).toBe(true)
    expect(mayEdit(system, actor(['employee']))).toBe(false)
    expect(rules.add('s', values, actor(['employee']))).toMatchObject({ ok: false, why: 'notAllowed' })
  })
})

describe('systems: who says who owns one', () => {
  const said = (owner: string | null, who: Actor, ownerUnit: string | null = null) => {
    const outcome = rules.edit(system, { ...system.values, owner, ownerUnit, purpose: 'Sak' }, who)
    return outcome.ok ? outcome.next.values.owner : [outcome.why, ...outcome.fields].join(' ')
  }
  it('S4-104 the super user names neither themselves nor another, and keeps the rest; the owner and those who keep the register do', () => {
    for (const next of ['super', 'another', null]) expect(said(next, actor(['superUser'], 'super'))).toBe('ownerNamed owner')
    expect(said('owner', actor(['superUser'], 'super'))).toBe('owner')
    expect(said('another', actor(['systemOwner'], 'owner'))).toBe('another')
    for (const role of ['admin', 'dpo', 'ciso', 'itHead'] as const) expect(said('another', actor([role]))).toBe('another')
  })
  it('S4-104 of a new system the super user is not the owner, but as head of its unit', () => {
    const added = (who: Actor) => rules.add('s', { ...values, owner: 'me', ownerUnit: 'u' }, who)
    expect(added(actor(['superUser'], 'me'))).toMatchObject({ ok: false, why: 'ownsSelf', fields: ['owner'] })
    expect(added({ ...actor(['superUser'], 'me'), leads: ['u'] }).ok).toBe(true)
    expect([actor(['systemOwner'], 'me'), actor(['admin'], 'me'), actor(['superUser'], 'other')].map((who) => added(who).ok)).toEqual([
      ...[true, true, true],
    ])
  })
})

describe('systems: what is asked', () => {
  it('a system without a name is refused by the name of the question', () => {
    expect(rules.add('s', { ...values, name: null }, actor(['admin']))).toEqual({ ok: false, why: 'incomplete', fields: ['name'] })
  })
  it('an edit says which answers changed; the same answers are no change', () => {
    expect(rules.edit(system, { ...system.values, purpose: 'Sak' }, actor(['admin']))).toMatchObject({
      ok: true,
      events: [{ type: 'system.edited', fields: ['purpose'] }],
    })
    expect(rules.edit(system, system.values, actor(['admin']))).toMatchObject({ ok: false, why: 'nothingChanged' })
  })
})
