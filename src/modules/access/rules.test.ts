import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import type { Access, Granting, Standing } from './access.ts'
import {
  askRemoval,
  type By,
  confirmAccess,
  confirmationDue,
  grantAccess,
  lastDay,
  maySee,
  moveEnd,
  removeAccess,
  stateOf,
} from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[] = ['leader'], leads: readonly string[] = ['u']): Actor => ({
  personId: 'leder',
  organisationId: 'o',
  roles,
  unitId: 'u',
  leads,
  profileVersion: 1,
})
const leading: Standing = { leadsPerson: true, ownsSystem: false }
const owning: Standing = { leadsPerson: false, ownsSystem: true }
const neither: Standing = { leadsPerson: false, ownsSystem: false }
const by = (over: Partial<By> = {}): By => ({
  actor: actor(),
  standing: leading,
  profile: { authorisers: [], confirmMonths: 12 },
  ...over,
})
const asked: Granting = {
  person: 'ansatt',
  system: 's',
  zone: null,
  role: 'Leser',
  reason: 'Følger opp elevene',
  accessNeed: 'read',
  protectionNeed: 'special',
  fromDate: '2026-03-02',
  toDate: null,
}
const made = (over: Partial<Access['values']> = {}): Access => {
  const outcome = grantAccess('a', asked, false, by(), now)
  if (!outcome.ok) throw new Error(outcome.why)
  return { ...outcome.next, values: { ...outcome.next.values, ...over } }
}

describe('granting', () => {
  it('S4-020 a grant names the system, the role, the work reason and who granted it; without one of them it is refused', () => {
    expect(grantAccess('a', asked, false, by(), now)).toMatchObject({
      ok: true,
      next: { values: { system: 's', role: 'Leser', reason: 'Følger opp elevene', grantedBy: 'leder' } },
      events: [{ type: 'access.granted', person: 'ansatt', system: 's' }],
    })
    expect(grantAccess('a', { ...asked, reason: null }, false, by(), now)).toMatchObject({
      ok: false,
      why: 'incomplete',
      fields: ['reason'],
    })
    expect(grantAccess('a', { ...asked, role: null }, false, by(), now)).toMatchObject({ ok: false, why: 'incomplete', fields: ['role'] })
    expect(grantAccess('a', { ...asked, system: null }, false, by(), now)).toMatchObject({ ok: false, why: 'oneOfThem' })
    expect(grantAccess('a', { ...asked, zone: 'z' }, false, by(), now)).toMatchObject({ ok: false, why: 'oneOfThem' })
  })

  it('S4-002 both the need for access and the need for protection are recorded, or it is refused', () => {
    expect(made().values).toMatchObject({ accessNeed: 'read', protectionNeed: 'special' })
    for (const field of ['accessNeed', 'protectionNeed'] as const)
      expect(grantAccess('a', { ...asked, [field]: null }, false, by(), now)).toMatchObject({ why: 'incomplete', fields: [field] })
  })

  it('who leads the person or owns the system grants, beside them the roles of the profile; nobody to themselves, and no access twice', () => {
    const given = (over: Partial<By>, what = asked, taken = false) => {
      const outcome = grantAccess('a', what, taken, by(over), now)
      return outcome.ok || outcome.why
    }
    expect(given({})).toBe(true)
    expect(given({ standing: owning })).toBe(true)
    expect(given({ standing: neither })).toBe('notYours')
    expect(given({ standing: neither, actor: actor(['admin'], []) })).toBe('notYours')
    const profile = { authorisers: ['admin'] as const, confirmMonths: 12 }
    expect(given({ standing: neither, actor: actor(['admin'], []), profile })).toBe(true)
    expect(given({ standing: owning }, { ...asked, person: 'leder' })).toBe('ownAccess')
    expect(given({}, asked, true)).toBe('alreadyHas')
    expect(given({}, { ...asked, toDate: '2026-03-01' })).toBe('endsBeforeStart')
  })
})

describe('the space', () => {
  it('leaders see theirs, owners their systems, the security manager and the administrator all; nobody else sees any', () => {
    for (const role of ['admin', 'ciso'] as const) expect([role, maySee(neither, actor([role], []))]).toEqual([role, true])
    for (const role of ['employee', 'leader', 'systemOwner', 'dpo', 'auditor', 'itHead', 'controller'] as const)
      expect([role, maySee(neither, actor([role], []))]).toEqual([role, false])
    expect(maySee(leading, actor())).toBe(true)
    expect(maySee(owning, actor(['employee'], []))).toBe(true)
  })
})

describe('what follows', () => {
  it('S4-049 the leader confirms that an access is still needed, once a day, or asks for it to be removed', () => {
    expect(confirmAccess(made(), by(), now)).toMatchObject({
      next: { values: { confirmedAt: now, confirmedBy: 'leder' } },
      events: [{ type: 'access.confirmed' }],
    })
    expect(confirmAccess(made({ confirmedAt: now, confirmedBy: 'leder' }), by(), now)).toMatchObject({ why: 'nothingChanged' })
    expect(confirmAccess(made(), by({ standing: owning }), now)).toMatchObject({ why: 'notAllowed' })
    expect(askRemoval(made(), by(), now)).toMatchObject({ events: [{ type: 'access.removalAsked' }] })
    expect(askRemoval(made({ removalAskedAt: now }), by(), now)).toMatchObject({ why: 'nothingChanged' })
    expect(askRemoval(made(), by({ standing: neither }), now)).toMatchObject({ why: 'notAllowed' })
    expect(confirmationDue(made(), 12)).toBe('2027-03-02')
    expect(confirmationDue(made({ confirmedAt: new Date('2026-06-01T08:00:00Z') }), 12)).toBe('2027-06-01')
  })

  it('a removal has a day that has come and a proof, once', () => {
    const removal = { removedOn: '2026-03-02', removalProof: 'Sak 12' }
    expect(removeAccess(made(), removal, by(), now)).toMatchObject({ next: { values: { ...removal, removedBy: 'leder' } } })
    expect(removeAccess(made(), { ...removal, removalProof: null }, by(), now)).toMatchObject({ why: 'incomplete' })
    expect(removeAccess(made(), { ...removal, removedOn: '2026-03-03' }, by(), now)).toMatchObject({ why: 'future' })
    expect(removeAccess(made(), { ...removal, removedOn: '2026-03-01' }, by(), now)).toMatchObject({ why: 'endsBeforeStart' })
    expect(removeAccess(made(removal), removal, by(), now)).toMatchObject({ why: 'nothingChanged' })
    expect(removeAccess(made(removal), { ...removal, removalProof: 'Sak 13' }, by(), now)).toMatchObject({ why: 'removedAlready' })
    expect(removeAccess(made(), removal, by({ standing: neither }), now)).toMatchObject({ why: 'notAllowed' })
    for (const deed of [confirmAccess, askRemoval]) expect(deed(made(removal), by(), now)).toMatchObject({ why: 'removedAlready' })
  })

  it('it ends with the employment, and earlier where it was granted for less; taken back, it ends as before', () => {
    expect(lastDay(made())).toBeNull()
    expect(lastDay(made({ employmentEnds: '2026-05-31' }))).toBe('2026-05-31')
    expect(lastDay(made({ toDate: '2026-04-30', employmentEnds: '2026-05-31' }))).toBe('2026-04-30')
    expect(lastDay(made({ toDate: '2026-06-30', employmentEnds: '2026-05-31' }))).toBe('2026-05-31')
    expect(moveEnd(made(), '2026-05-31')).toMatchObject({ events: [{ type: 'access.endMoved', endsOn: '2026-05-31' }] })
    expect(moveEnd(made(), null)).toMatchObject({ why: 'nothingChanged' })
    expect(moveEnd(made({ removedOn: '2026-03-02' }), '2026-05-31')).toMatchObject({ why: 'nothingChanged' })
  })

  it('planned, in force through its last day, ended the day after, removed', () => {
    const one = made({ toDate: '2026-03-10' })
    expect(['2026-03-01', '2026-03-02', '2026-03-10', '2026-03-11'].map((day) => stateOf(one, day))).toEqual([
      'planned',
      'active',
      'active',
      'ended',
    ])
    expect(stateOf(made({ removedOn: '2026-03-02' }), '2026-03-11')).toBe('removed')
  })
})
