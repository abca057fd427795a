import { expect, it } from 'vitest'
import { type Actor, type Role, roles } from '../../kernel/actor.ts'
import { isAddress } from '../../kernel/address.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { levels, sourceFields } from './fields.ts'
import { mayKeep, rules } from './rules.ts'

const actor = (roles: readonly Role[]): Actor => ({ personId: 'p', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 })
const source = { ...emptyValues(sourceFields), name: 'Loven', level: 'law', inUse: 'yes' } as const

it('S2-11 there is a level for each kind of rule, from the law to a local routine, each with a chapter and an address', () => {
  expect(levels).toEqual(['law', 'regulation', 'institution', 'handbook', 'routine', 'page'])
  for (const level of levels) {
    const made = rules.add('s', { ...source, level, chapter: 'kapittel 12.2.2', address: 'https://lovdata.no/' }, actor(['dpo']))
    expect([level, made.ok]).toEqual([level, true])
  }
})

it('a source that is on paper alone has no address', () => {
  expect(rules.add('s', { ...source, address: null }, actor(['dpo']))).toMatchObject({ ok: true })
})

it('an address is a page elsewhere or one of ours, and nothing that runs', () => {
  for (const good of ['https://lovdata.no/lov/2018-06-15-38', 'http://intranett.example/', '/rutiner'])
    expect([good, isAddress(good)]).toEqual([good, true])
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', '//ond.example', 'lovdata.no', 'https://bruker@ond.example', 'ftp://x'])
    expect([bad, isAddress(bad)]).toEqual([bad, false])
  expect(rules.add('s', { ...source, address: 'javascript:alert(1)' }, actor(['dpo']))).toMatchObject({
    why: 'notAnAddress',
    fields: ['address'],
  })
})

it('those who answer for guidance keep it', () => {
  expect(roles.filter((role) => mayKeep(actor([role])))).toEqual(['privacyContact', 'dpo', 'privacyAdviser', 'ciso', 'gdprUnit', 'admin'])
})
