import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { profiles } from '../organisation/public.ts'
import type { Asking, Disclosure, RuleValues } from './disclosure.ts'
import { someDisclosure } from './factory-answers.ts'
import { approverFields, deletionFields, extractFields, recipients, recordFields } from './fields.ts'
import { disclosureProfile } from './profile.ts'
import {
  approverRules,
  askDisclosure,
  consultRepresentative,
  decideDisclosure,
  decidersOf,
  endDisclosure,
  extractRules,
  giveStatement,
  isExport,
  isInside,
  mayDecide,
  mayDelegate,
  ruleRules,
} from './rules.ts'
import { disclosureTasks } from './tasks.ts'
import { workflow } from './workflow.ts'

const now = new Date('2026-03-02T08:00:00Z')
const profile = disclosureProfile(profiles.uio)
const actor = (personId: string, roles: readonly Role[] = ['employee']): Actor => ({
  ...{ personId, organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
})
const asking: Asking = { ...someDisclosure, system: 'fs' }
const asked = (inside = true): Disclosure => {
  const outcome = askDisclosure('d', asking, inside, actor('asker'), now)
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.next
}
const rule: RuleValues = {
  ...{ name: 'Forsikring', system: 'fs', dataKinds: ['contact', 'employment'], purposes: ['service'] },
  ...({ recipients: ['company'], inForce: 'yes' } as const),
}
const yes = { decision: 'approved', reason: 'Innenfor avtalen.' } as const
const owner = actor('owner', ['systemOwner'])

describe('whether it is an export', () => {
  it('S2-38 only giving out to others is: not to an own system, not to the person, not to whoever receives for them', () => {
    expect(recipients.map((one) => [one, isExport(one)])).toEqual([
      ['own', false],
      ['subject', false],
      ['representative', false],
      ['other', true],
    ])
  })
})

describe('who decides', () => {
  const whole = { owner: 'owner', approvers: ['a', 'b'], leader: 'leader' }
  it('S2-34 the owner of the system, and nobody else, whatever role they have', () => {
    const deciders = decidersOf({ ...whole, approvers: [] }, disclosureProfile(profiles.sandnes))
    expect(deciders).toEqual(['owner'])
    for (const role of ['systemOwner', 'controller', 'dpo', 'admin', 'itHead', 'leader'] as const)
      expect([role, mayDecide(deciders, actor('me', [role]))]).toEqual([role, false])
    expect(decideDisclosure(asked(), yes, deciders, actor('me', ['controller']), now)).toMatchObject({ why: 'notAllowed' })
    expect(decideDisclosure(asked(), yes, deciders, owner, now)).toMatchObject({
      ok: true,
      next: { values: { status: 'approved', decidedBy: 'owner' } },
      events: [{ type: 'disclosure.approved' }],
    })
  })
  it('S2-39 where the unit decides, those it has named and they alone; its leader where it has named nobody', () => {
    expect(decidersOf(whole, profile)).toEqual(['a', 'b'])
    expect(decidersOf({ ...whole, approvers: [] }, profile)).toEqual(['leader'])
    expect(decidersOf({ ...whole, approvers: [], leader: null }, profile)).toEqual(['owner'])
    expect(decidersOf({ owner: null, approvers: ['a'], leader: null }, disclosureProfile(profiles.sandnes))).toEqual(['a'])
    expect(decidersOf({ owner: null, approvers: [], leader: null }, profile)).toEqual([])
    // Those named are named to decide themselves; an owner or a leader may have delegated it.
    expect(mayDelegate(['a', 'b'], whole)).toEqual([])
    expect([mayDelegate(['leader'], { ...whole, approvers: [] }), mayDelegate(['owner'], whole)]).toEqual([['leader'], ['owner']])
  })
})

describe('the routine', () => {
  it('S2-36 covers the kinds of data, the purpose and the recipient in one rule; all else is outside', () => {
    expect(isInside(asking, [rule])).toBe(true)
    expect(isInside({ ...asking, dataKinds: ['contact', 'health'] }, [rule])).toBe(false)
    expect(isInside({ ...asking, purposeKind: 'research' }, [rule])).toBe(false)
    expect(isInside({ ...asking, recipientKind: 'researcher' }, [rule])).toBe(false)
    expect(isInside({ ...asking, system: 'other' }, [rule])).toBe(false)
    expect(isInside(asking, [{ ...rule, inForce: 'no' }])).toBe(false)
    expect(isInside(asking, [])).toBe(false)
    const halves = [
      { ...rule, purposes: ['research' as const] },
      { ...rule, recipients: ['researcher' as const] },
    ]
    expect(isInside(asking, halves)).toBe(false)
  })
  it('S2-36 S2-37 outside it, the representative is asked from the first moment', () => {
    expect(asked(false).values).toMatchObject({ routine: 'outside', status: 'consulting', consultedAt: now })
    expect(asked(true).values).toMatchObject({ routine: 'inside', status: 'asked', consultedAt: null })
  })
})

describe('in doubt', () => {
  it('S2-37 the request waits until the statement of the controller’s representative is there', () => {
    const doubt = consultRepresentative(asked(), 'Er avtalen dekkende?', ['owner'], owner, now)
    if (!doubt.ok) throw new Error(doubt.why)
    expect(decideDisclosure(doubt.next, yes, ['owner'], owner, now)).toMatchObject({ why: 'waitsForStatement' })
    expect(disclosureTasks(doubt.next, ['owner'], profile)).toMatchObject([{ kind: 'disclosure.state', roles: ['controller'] }])
    expect(giveStatement(doubt.next, 'Ja.', owner, now, profile)).toMatchObject({ why: 'notAllowed' })
    expect(giveStatement(doubt.next, null, actor('c', ['controller']), now, profile)).toMatchObject({ fields: ['statement'] })
    const stated = giveStatement(doubt.next, 'Ja.', actor('c', ['controller']), now, profile)
    if (!stated.ok) throw new Error(stated.why)
    expect(stated.next.values).toMatchObject({ status: 'asked', statement: 'Ja.', statedBy: 'c' })
    expect(decideDisclosure(stated.next, yes, ['owner'], owner, now).ok).toBe(true)
    expect(giveStatement(stated.next, 'Igjen', actor('c', ['controller']), now, profile)).toMatchObject({ why: 'notNow' })
  })
  it('S2-37 only whoever decides is in doubt, and says of what', () => {
    expect(consultRepresentative(asked(), 'Hm', ['owner'], actor('me'), now)).toMatchObject({ why: 'notAllowed' })
    expect(consultRepresentative(asked(), null, ['owner'], owner, now)).toMatchObject({ fields: ['doubt'] })
    expect(consultRepresentative(asked(false), 'Hm', ['owner'], owner, now)).toMatchObject({ why: 'nothingChanged' })
  })
})

describe('asked, decided, ended', () => {
  it('what is asked is whole, and limited in time', () => {
    expect(askDisclosure('d', { ...asking, recipient: null }, true, actor('a'), now)).toMatchObject({ fields: ['recipient'] })
    expect(askDisclosure('d', { ...asking, until: '2026-03-02' }, true, actor('a'), now)).toMatchObject({ why: 'untilPassed' })
  })
  it('is decided once, with a reason', () => {
    expect(decideDisclosure(asked(), { ...yes, reason: null }, ['owner'], owner, now)).toMatchObject({ fields: ['reason'] })
    const done = decideDisclosure(asked(), yes, ['owner', 'b'], owner, now)
    if (!done.ok) throw new Error(done.why)
    expect(decideDisclosure(done.next, yes, ['owner', 'b'], owner, now)).toMatchObject({ why: 'nothingChanged' })
    expect(decideDisclosure(done.next, { ...yes, decision: 'refused' }, ['owner', 'b'], actor('b'), now)).toMatchObject({
      why: 'decidedAlready',
    })
    const no = decideDisclosure(asked(), { ...yes, decision: 'refused' }, ['owner'], owner, now)
    expect(no).toMatchObject({ next: { values: { status: 'refused' } }, events: [{ type: 'disclosure.declined' }] })
  })
  it('ends when the recipient is known to have erased it; until then it is the task of whoever asked', () => {
    const done = decideDisclosure(asked(), yes, ['owner'], owner, now)
    if (!done.ok) throw new Error(done.why)
    expect(disclosureTasks(done.next, ['owner'], profile)).toMatchObject([
      { kind: 'disclosure.delete', personId: 'asker', dueAt: new Date('2026-12-31T23:00:00Z') },
    ])
    const gone = { deletedOn: '2026-03-02', deletionProof: 'Bekreftet i brev.' }
    expect(endDisclosure(done.next, gone, ['owner'], actor('me'), now)).toMatchObject({ why: 'notAllowed' })
    expect(endDisclosure(done.next, { ...gone, deletedOn: '2026-03-03' }, [], actor('asker'), now)).toMatchObject({
      why: 'deletedInFuture',
    })
    expect(endDisclosure(done.next, { ...gone, deletionProof: null }, [], actor('asker'), now)).toMatchObject({ fields: ['deletionProof'] })
    expect(endDisclosure(asked(), gone, [], actor('asker'), now)).toMatchObject({ why: 'notNow' })
    const ended = endDisclosure(done.next, gone, [], actor('asker'), now)
    expect(ended).toMatchObject({ next: { values: { status: 'ended' } } })
    if (ended.ok) expect(disclosureTasks(ended.next, ['owner'], profile)).toEqual([])
  })
})

describe('who keeps the registers beside', () => {
  it.each<[Role, boolean, boolean]>([
    // the routine of a system; whom a unit has named
    ['admin', true, true],
    ['dpo', true, true],
    ['ciso', true, false],
    ['itHead', true, false],
    ['systemOwner', true, false],
    ['superUser', true, false],
    ['controller', false, true],
    ['unitHead', false, true],
    ['leader', false, false],
    ['employee', false, false],
  ])('S2-36 S2-39 %s writes the routine: %s, names who decides: %s', (role, routine, named) => {
    const by = actor('me', [role])
    expect([ruleRules.mayAdd(by), ruleRules.mayEdit({ id: 'r', version: 1, values: rule }, by)]).toEqual([routine, routine])
    const approver = { id: 'a', version: 1, values: emptyValues(approverFields) }
    expect([approverRules.mayAdd(by), approverRules.mayEdit(approver, by)]).toEqual([named, named])
    // So that it is done, anybody may write down an extract.
    const extract = { id: 'e', version: 1, values: emptyValues(extractFields) }
    expect([extractRules.mayAdd(by), extractRules.mayEdit(extract, by)]).toEqual([true, true])
  })
})

describe('what a deed says', () => {
  const said = (outcome: ReturnType<typeof askDisclosure>) =>
    outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
  const controller = actor('c', ['controller'])
  const decided = (over: Partial<Disclosure['values']> = {}): Disclosure => {
    const one = asked()
    return { ...one, values: { ...one.values, ...yes, status: 'approved', decidedBy: 'owner', decidedAt: now, ...over } }
  }
  const gone = { deletedOn: '2026-03-02', deletionProof: 'Bekreftet i brev.' }
  it.each<[string, () => ReturnType<typeof askDisclosure>, string]>([
    ['asked inside the routine', () => askDisclosure('d', asking, true, actor('a'), now), 'disclosure.asked'],
    ['asked outside it', () => askDisclosure('d', asking, false, actor('a'), now), 'disclosure.asked disclosure.consulted'],
    ['asked of nobody', () => askDisclosure('d', { ...asking, recipient: null }, true, actor('a'), now), 'incomplete recipient'],
    ['asked until today', () => askDisclosure('d', { ...asking, until: '2026-03-02' }, true, actor('a'), now), 'untilPassed until'],
    ['asked until tomorrow', () => askDisclosure('d', { ...asking, until: '2026-03-03' }, true, actor('a'), now), 'disclosure.asked'],
    ['in doubt', () => consultRepresentative(asked(), 'Hm', ['owner'], owner, now), 'disclosure.consulted'],
    ['in doubt of nothing', () => consultRepresentative(asked(), null, ['owner'], owner, now), 'incomplete doubt'],
    ['in doubt after it was decided', () => consultRepresentative(decided(), 'Hm', ['owner'], owner, now), 'decidedAlready'],
    ['stated', () => giveStatement(asked(false), 'Ja.', controller, now, profile), 'disclosure.stated'],
    ['stated with no words', () => giveStatement(asked(false), null, controller, now, profile), 'incomplete statement'],
    ['decided without a reason', () => decideDisclosure(asked(), { ...yes, reason: null }, ['owner'], owner, now), 'incomplete reason'],
    [
      'decided while the representative thinks',
      () => decideDisclosure(asked(false), yes, ['owner'], owner, now),
      'waitsForStatement decision',
    ],
    [
      'decided again, otherwise',
      () => decideDisclosure(decided(), { ...yes, decision: 'refused' }, ['owner'], owner, now),
      'decidedAlready',
    ],
    [
      'decided again, for another reason',
      () => decideDisclosure(decided(), { ...yes, reason: 'Nei' }, ['owner'], owner, now),
      'decidedAlready',
    ],
    ['decided again by another', () => decideDisclosure(decided(), yes, ['b'], actor('b'), now), 'decidedAlready'],
    ['decided again, the same', () => decideDisclosure(decided(), yes, ['owner'], owner, now), 'nothingChanged'],
    ['erased', () => endDisclosure(decided(), gone, ['owner'], owner, now), 'disclosure.ended'],
    ['erased again', () => endDisclosure(decided({ status: 'ended' }), gone, ['owner'], owner, now), 'nothingChanged'],
    ['erased when it was refused', () => endDisclosure(decided({ status: 'refused' }), gone, ['owner'], owner, now), 'notNow'],
    [
      'erased with no proof',
      () => endDisclosure(decided(), { ...gone, deletionProof: null }, ['owner'], owner, now),
      'incomplete deletionProof',
    ],
    [
      'erased tomorrow',
      () => endDisclosure(decided(), { ...gone, deletedOn: '2026-03-03' }, ['owner'], owner, now),
      'deletedInFuture deletedOn',
    ],
  ])('S2-37 %s', (_, deed, expected) => {
    expect(said(deed())).toBe(expected)
  })
  it('S2-36 a routine may let out for several purposes and to several', () => {
    expect(isInside(asking, [{ ...rule, purposes: ['research', 'service'], recipients: ['researcher', 'company'] }])).toBe(true)
  })
})

it('S2-37 the steps are done as they are drawn, from each status and by each part', () => {
  const players = { asker: actor('asker'), decider: owner, representative: actor('r', ['controller', 'dpo', 'ciso', 'unitHead']) }
  const at = (status: Disclosure['values']['status']): Disclosure => {
    const decision =
      status === 'asked' || status === 'consulting' ? null : status === 'refused' ? ('refused' as const) : ('approved' as const)
    const record = asked()
    return { ...record, values: { ...record.values, status, decision } }
  }
  const deletion = { deletedOn: '2026-03-01', deletionProof: 'Slettet i registeret hos mottakeren.' }
  const found = differing(
    workflow,
    recordFields.status.of,
    ['asker', 'decider', 'representative'],
    {
      consult: (status, part) => consultRepresentative(at(status), 'Uklart.', ['owner'], players[part], now),
      state: (status, part) => giveStatement(at(status), 'Greit.', players[part], now, profile),
      decide: (status, part) => decideDisclosure(at(status), yes, ['owner'], players[part], now),
      end: (status, part) => endDisclosure(at(status), { ...emptyValues(deletionFields), ...deletion }, ['owner'], players[part], now),
    },
    ({ values }) => values.status,
  )
  expect(found).toEqual([])
})
