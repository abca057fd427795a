import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import type { Access, Granting, Standing } from './access.ts'
import {
  askRemoval,
  type By,
  confirmAccess,
  confirmationDue,
  confirmationOpens,
  confirmationWaits,
  grantAccess,
  grantsByPlace,
  lastDay,
  mayBeConfirmed,
  mayGrant,
  mayGrantSome,
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
    expect(confirmAccess(made({ fromDate: '2026-03-03' }), by(), now)).toMatchObject({ why: 'notBegun' })
    expect(confirmAccess(made({ toDate: '2026-03-01' }), by(), now)).toMatchObject({ why: 'hasEnded' })
    expect(confirmAccess(made({ employmentEnds: '2026-03-01' }), by(), now)).toMatchObject({ why: 'hasEnded' })
    expect(confirmAccess(made({ toDate: '2026-03-02' }), by(), now)).toMatchObject({ ok: true })
    expect(askRemoval(made(), by(), now)).toMatchObject({ events: [{ type: 'access.removalAsked' }] })
    expect(askRemoval(made({ removalAskedAt: now }), by(), now)).toMatchObject({ why: 'nothingChanged' })
    expect(askRemoval(made(), by({ standing: neither }), now)).toMatchObject({ why: 'notAllowed' })
    expect(confirmationDue(made(), 12)).toBe('2027-03-02')
    expect(confirmationDue(made({ confirmedAt: new Date('2026-06-01T08:00:00Z') }), 12)).toBe('2027-06-01')
  })

  it.each([
    ['six months from 31 August: the last day of February', '2026-08-31T08:00:00Z', 6, '2027-02-28'],
    ['in a leap year', '2027-08-31T08:00:00Z', 6, '2028-02-29'],
    ['from 29 February, a year', '2028-02-29T08:00:00Z', 12, '2029-02-28'],
    ['the day in Oslo: half an hour past midnight in winter', '2026-12-24T23:30:00Z', 3, '2027-03-25'],
    ['and in summer', '2026-06-24T22:30:00Z', 3, '2026-09-25'],
  ])('S4-049 confirmed anew %s', (_, grantedAt, months, due) => {
    expect(confirmationDue(made({ grantedAt: new Date(grantedAt) }), months)).toBe(due)
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

describe('what a refused grant or removal is blamed on', () => {
  const said = (outcome: ReturnType<typeof grantAccess>) => (outcome.ok ? 'done' : [outcome.why, ...outcome.fields].join(' '))
  it.each<[string, Partial<Granting>, Partial<By>, boolean, string]>([
    ['a zone needs no role', { system: null, zone: 'z', role: null }, {}, false, 'done'],
    ['neither system nor zone', { system: null }, {}, false, 'oneOfThem system'],
    ['a system without a role', { role: null }, {}, false, 'incomplete role'],
    ['oneself', { person: 'leder' }, {}, false, 'ownAccess person'],
    ['somebody whom one does not lead', {}, { standing: neither }, false, 'notYours person'],
    ['the same access again', {}, {}, true, 'alreadyHas person'],
    ['one that ends the day before it begins', { toDate: '2026-03-01' }, {}, false, 'endsBeforeStart toDate'],
    ['one that lasts a single day', { toDate: '2026-03-02' }, {}, false, 'done'],
    ['one that lasts some days', { toDate: '2026-03-09' }, {}, false, 'done'],
  ])('S4-020 %s', (_, over, who, taken, expected) => {
    expect(said(grantAccess('a', { ...asked, ...over }, taken, by(who), now))).toBe(expected)
  })
  it.each([
    ['a day that has not come', { removedOn: '2026-03-03' }, {}, 'future removedOn'],
    ['a day before it began', { removedOn: '2026-03-01' }, {}, 'endsBeforeStart removedOn'],
    ['no proof', { removalProof: null }, {}, 'incomplete removalProof'],
    ['on the day, of one that has not begun', {}, { fromDate: '2026-03-03' }, 'done'],
    ['the day before, of one that has not begun', { removedOn: '2026-03-01' }, { fromDate: '2026-03-03' }, 'done'],
    ['of tomorrow, of one that begins then', { removedOn: '2026-03-03' }, { fromDate: '2026-03-03' }, 'future removedOn'],
    ['another day than the one written down', {}, { removedOn: '2026-03-01', removalProof: 'Sak 12' }, 'removedAlready'],
  ])('a removal: %s', (_, over, stands, expected) => {
    expect(said(removeAccess(made(stands), { removedOn: '2026-03-02', removalProof: 'Sak 12', ...over }, by(), now))).toBe(expected)
  })
})

describe('who comes to the form', () => {
  const authorisers = ['itHead', 'admin'] as const
  it.each<[string, readonly Role[], readonly string[], boolean, boolean]>([
    ['who leads a unit', ['employee'], ['u'], true, true],
    ['a system owner', ['systemOwner'], [], true, true],
    ['a role of the profile', ['admin'], [], false, true],
    ['an employee', ['employee'], [], false, false],
    ['the data protection officer', ['dpo'], [], false, false],
  ])('F41 %s', (_, roles, leads, byPlace, some) => {
    expect(grantsByPlace(actor(roles, leads))).toBe(byPlace)
    expect(mayGrantSome(actor(roles, leads), { authorisers, confirmMonths: 12 })).toBe(some)
  })
  it('F41 one of the roles is enough, and no standing lets anybody grant to themselves', () => {
    const profile = { authorisers, confirmMonths: 12 }
    expect(mayGrant('ansatt', by({ standing: neither, actor: actor(['itHead'], []), profile }))).toBe(true)
    for (const standing of [leading, owning]) expect(mayGrant('leder', by({ standing, profile }))).toBe(false)
  })
})

describe('looked at again', () => {
  const year = 12
  it('S4-049 waits from thirty days before it is due, while it is in force', () => {
    expect(confirmationOpens('2027-03-02')).toBe('2027-01-31')
    expect(['2027-01-30', '2027-01-31', '2027-03-02', '2027-06-01'].map((day) => confirmationWaits(made(), year, day))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(confirmationWaits(made({ toDate: '2027-01-30' }), year, '2027-01-31')).toBe(false)
    expect(confirmationWaits(made({ removedOn: '2026-05-01' }), year, '2027-03-02')).toBe(false)
    expect(confirmationWaits(made({ fromDate: '2027-04-01' }), year, '2027-03-02')).toBe(false)
  })
  it('S4-049 is never due for what is removed, and runs from the grant until it has been confirmed', () => {
    expect(confirmationDue(made({ removedOn: '2026-05-01' }), year)).toBeNull()
    expect(confirmationDue(made({ grantedAt: null }), year)).toBeNull()
    expect(confirmationDue(made(), 6)).toBe('2026-09-02')
  })
  it('S4-049 may be confirmed at any time while it is in force, once a day', () => {
    const confirmed = made({ confirmedAt: new Date('2026-04-01T08:00:00Z'), confirmedBy: 'leder' })
    expect([mayBeConfirmed(made(), '2026-03-02'), mayBeConfirmed(made(), '2026-03-01')]).toEqual([true, false])
    expect(['2026-04-01', '2026-04-02'].map((day) => mayBeConfirmed(confirmed, day))).toEqual([false, true])
    expect(mayBeConfirmed(made({ removedOn: '2026-03-02' }), '2026-03-03')).toBe(false)
  })
  it.each([
    ['the same person, the same day in Oslo', '2026-03-02T07:00:00Z', 'leder', 'nothingChanged'],
    ['another person, the same day', '2026-03-02T07:00:00Z', 'other', 'access.confirmed'],
    // Half past eleven at night in UTC is the next day in Oslo.
    ['the same person, the day before', '2026-03-01T22:30:00Z', 'leder', 'access.confirmed'],
    ['the same person, past midnight in Oslo', '2026-03-01T23:30:00Z', 'leder', 'nothingChanged'],
  ])('S4-049 confirmed before by %s', (_, at, who, expected) => {
    const outcome = confirmAccess(made({ confirmedAt: new Date(at), confirmedBy: who }), by(), now)
    expect(outcome.ok ? outcome.events[0].type : outcome.why).toBe(expected)
  })
  it('S4-049 those who look after access for all confirm it too', () => {
    for (const role of ['admin', 'ciso'] as const)
      expect(confirmAccess(made(), by({ standing: neither, actor: actor([role], []) }), now)).toMatchObject({ ok: true })
  })
})

describe('what a deed leaves as it was', () => {
  const removal = { removedOn: '2026-03-02', removalProof: 'Sak 12' }
  it.each<[string, () => ReturnType<typeof grantAccess>, Partial<Access['values']>, string]>([
    ['a removal asked for', () => askRemoval(made(), by(), now), { removalAskedAt: now, removalAskedBy: 'leder' }, 'access.removalAsked'],
    ['a removal', () => removeAccess(made(), removal, by(), now), { ...removal, removedBy: 'leder' }, 'access.removed'],
    ['a new end of the employment', () => moveEnd(made(), '2026-05-31'), { employmentEnds: '2026-05-31' }, 'access.endMoved'],
  ])('%s changes its own answers alone, and says whose and to what', (_, deed, over, type) => {
    expect(deed()).toMatchObject({
      next: { ...made(), values: { ...made().values, ...over } },
      events: [{ type, person: 'ansatt', system: 's', zone: null }],
    })
  })
})
