import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import type { DelegationValues } from './delegation.ts'
import { delegationAnswers } from './factory-answers.ts'
import { mayEdit, rules, wrongFor } from './rules.ts'
import { delegationTasks } from './tasks.ts'

const actor = (roles: readonly Role[], leads: readonly string[] = []): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles, unitId: null, leads, profileVersion: 1 },
})
const values: DelegationValues = { ...delegationAnswers, delegatedBy: 'giver', delegatedTo: 'receiver' }
const now = new Date('2026-03-02T08:00:00Z')

describe('delegations: what is asked', () => {
  const added = (over: Partial<DelegationValues>) => rules.add('d', { ...values, ...over }, actor(['controller']))
  it('S4-091 says who delegated what to whom, from when, on what ground and where it is documented; without one of them it is refused', () => {
    expect(added({})).toMatchObject({ ok: true, events: [{ type: 'delegation.added' }] })
    for (const field of ['authority', 'delegatedBy', 'delegatedTo', 'fromDate', 'ground', 'documentedIn', 'onward'] as const)
      expect([field, added({ [field]: null })]).toMatchObject([field, { why: 'incomplete', fields: [field] }])
  })
  it('nobody delegates to themselves, it does not end before it begins, and something else is said in words', () => {
    expect(added({ delegatedTo: 'giver' })).toMatchObject({ why: 'toThemselves' })
    expect(added({ toDate: '2025-12-31' })).toMatchObject({ why: 'endsFirst' })
    expect(added({ toDate: '2026-01-01' })).toMatchObject({ ok: true })
    expect(added({ authority: 'other' })).toMatchObject({ why: 'incomplete', fields: ['otherAuthority'] })
    expect(added({ authority: 'other', otherAuthority: 'Anvise regninger' })).toMatchObject({ ok: true })
  })
  it('whoever leads registers what they delegate themselves; the controller and those who keep the record of processing register all', () => {
    const own = { values: { ...values, delegatedBy: 'me' } }
    const leader = actor(['leader'], ['u'])
    expect([rules.mayAdd(leader), mayEdit(own, leader), mayEdit({ values }, leader)]).toEqual([true, true, false])
    expect(wrongFor(values, leader)).toMatchObject({ why: 'notYours', fields: ['delegatedBy'] })
    expect(wrongFor(own.values, leader)).toBeNull()
    for (const role of ['admin', 'controller', 'dpo', 'privacyAdviser', 'gdprUnit'] as const)
      expect([role, mayEdit({ values }, actor([role])), wrongFor(values, actor([role]))]).toEqual([role, true, null])
    const [keeper, disclosure] = [actor(['admin']), { ...values, authority: 'disclosure' } as const]
    expect(wrongFor({ ...values, delegatedTo: 'me' }, keeper)).toMatchObject({ why: 'receives', fields: ['delegatedTo'] })
    expect(wrongFor(disclosure, keeper)).toMatchObject({ why: 'giverAlone', fields: ['delegatedBy'] })
    expect(wrongFor({ ...disclosure, delegatedBy: 'me' }, keeper)).toBeNull()
    for (const role of ['employee', 'auditor', 'ciso', 'superUser'] as const)
      expect([role, rules.mayAdd(actor([role]))]).toEqual([role, false])
  })
})

describe('delegations: from when and until when', () => {
  const kinds = (over: Partial<DelegationValues>, here: readonly string[] = ['giver', 'receiver']) =>
    delegationTasks({ id: 'd', version: 1, values: { ...values, ...over } }, new Set(here), true, now).map(({ kind, personId, dueAt }) => [
      kind,
      personId ?? null,
      dueAt?.toISOString() ?? null,
    ])
  it('is the giver’s task a month before it runs out, to the end of its last day in Oslo; not before, and not where it is withdrawn', () => {
    // 2 March and 30 days is 1 April, after summer time began on 29 March.
    expect(kinds({ toDate: '2026-04-01' })).toEqual([['delegation.ends', 'giver', '2026-04-01T22:00:00.000Z']])
    expect(kinds({ toDate: '2026-04-02' })).toEqual([])
    expect(kinds({ toDate: '2026-04-01', inForce: 'no' })).toEqual([])
    expect(kinds({})).toEqual([])
  })
  it('is looked at again when whoever has it has left, by the giver; when the giver has left, by the controller', () => {
    expect(kinds({}, ['giver'])).toEqual([['delegation.anew', 'giver', null]])
    expect(kinds({}, ['receiver'])).toEqual([['delegation.anew', null, null]])
    expect(kinds({ inForce: 'no' }, [])).toEqual([])
  })
})
