import { describe, expect, it } from 'vitest'
import { type Actor, type Role, roles } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { classes, placeFields } from './fields.ts'
import { classify, mayKeep, rules, stepsFor, whereToStore } from './rules.ts'
import { startPlaces } from './start.ts'
import type { Place } from './storage-guide.ts'

const actor = (roles: readonly Role[]): Actor => ({ personId: 'p', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 })
const of = (preset: 'oslomet' | 'sandnes'): readonly Place[] =>
  startPlaces(preset, 'nb').map((values) => ({ id: values.name, version: 1, values }))
const names = (places: readonly Place[]) => places.map(({ values }) => values.name)

describe('where something may be stored', () => {
  it('S0-20 the home area and an unencrypted stick are not allowed at OsloMet, and the home area is at Sandnes', () => {
    for (const what of classes) {
      expect(whereToStore(of('oslomet'), what, 'Hjemmeområde').asked?.verdict).toBe('notAllowed')
      if (what !== 'public') expect(whereToStore(of('oslomet'), what, 'Minnepinne uten kryptering').asked?.verdict).toBe('notAllowed')
    }
    expect(whereToStore(of('sandnes'), 'internal', 'Hjemmeområde').asked?.verdict).toBe('allowed')
    expect(whereToStore(of('sandnes'), 'personal', 'Hjemmeområde').asked?.verdict).toBe('allowed')
  })
  it('S0-21 what is confidential is recommended to a shared area with restricted access', () => {
    expect(names(whereToStore(of('oslomet'), 'exempt', null).recommended)).toEqual(['Fellesområde med begrenset tilgang'])
    expect(names(whereToStore(of('oslomet'), 'sensitive', null).recommended)).toContain('Fellesområde med begrenset tilgang')
  })
  it('S4-052 Sandnes lists the professional systems, the home area, the shared area, Teams, SharePoint and OneDrive', () => {
    const { recommended, others } = whereToStore(of('sandnes'), 'personal', null)
    for (const place of ['Fagsystemene', 'Hjemmeområde', 'Fellesområde', 'Teams', 'SharePoint', 'OneDrive'])
      expect(names([...recommended, ...others])).toContain(place)
  })
  it('a place where it may not lie is no answer, and one that is recommended is told of once', () => {
    const [first] = of('sandnes')
    if (!first) throw new Error('none')
    const place = (id: string, values: Partial<Place['values']>) => ({
      ...first,
      id,
      values: { ...first.values, ...values, inUse: 'yes' as const },
    })
    const best = place('best', { personal: 'allowed', recommendedFor: ['personal'] })
    const fine = place('fine', { personal: 'allowedIf', recommendedFor: [] })
    const never = place('never', { personal: 'notAllowed', recommendedFor: [] })
    expect(whereToStore([never, fine, best], 'personal', 'never')).toEqual({
      asked: { place: never, verdict: 'notAllowed' },
      recommended: [best],
      others: [fine],
    })
  })
  it('a place out of use is no answer; one that nothing says anything of is not allowed', () => {
    const [first] = of('sandnes')
    if (!first) throw new Error('none')
    const out = { ...first, values: { ...first.values, inUse: 'no' as const } }
    expect(whereToStore([out], 'personal', out.id)).toEqual({ asked: null, recommended: [], others: [] })
    const unsaid = { ...first, values: { ...first.values, personal: null } }
    expect(whereToStore([unsaid], 'personal', unsaid.id).asked?.verdict).toBe('notAllowed')
  })
})

describe('a place in the guide', () => {
  const all = { public: 'allowed', internal: 'allowed', exempt: 'allowed', personal: 'allowed', sensitive: 'notAllowed' } as const
  const place = { ...emptyValues(placeFields), ...all, name: 'Skyen', inUse: 'yes' } as const
  it('says on which condition, and is recommended only for what is allowed there', () => {
    expect(rules.add('p', place, actor(['ciso']))).toMatchObject({ ok: true })
    expect(rules.add('p', { ...place, personal: 'allowedIf' }, actor(['ciso']))).toMatchObject({ why: 'conditionMissing' })
    expect(rules.add('p', { ...place, recommendedFor: ['sensitive'] }, actor(['ciso']))).toMatchObject({ why: 'recommendedNotAllowed' })
    expect(rules.add('p', { ...place, personal: 'allowedIf', condition: 'Kryptert' }, actor(['ciso']))).toMatchObject({ ok: true })
  })
  it('is mended at its question', () => {
    expect(rules.add('p', { ...place, personal: 'allowedIf' }, actor(['ciso']))).toMatchObject({ fields: ['condition'] })
    expect(rules.add('p', { ...place, recommendedFor: ['sensitive'] }, actor(['ciso']))).toMatchObject({ fields: ['recommendedFor'] })
  })
  it('is kept by those who answer for security and privacy', () => {
    expect(roles.filter((role) => mayKeep(actor([role])))).toEqual(['dpo', 'privacyAdviser', 'ciso', 'gdprUnit', 'itHead', 'admin'])
  })
  it('each profile begins with places that its own rules take', () => {
    for (const preset of ['oslomet', 'uio', 'sauda', 'sandnes'] as const)
      for (const values of startPlaces(preset, 'nn'))
        expect([values.name, rules.add('p', values, actor(['ciso'])).ok]).toEqual([values.name, true])
  })
})

describe('how sensitive something is', () => {
  it('S0-29 what reveals that somebody is a patient is sensitive, and encrypted', () => {
    expect(classify({ sends: 'email', content: 'internal', reveals: 'yes' })).toEqual({ class: 'sensitive', encrypt: true, why: 'reveals' })
    expect(classify({ sends: 'email', content: 'internal', reveals: 'no' })).toEqual({ class: 'internal', encrypt: false, why: null })
    expect(classify({ sends: 'email', content: 'sensitive', reveals: 'no' })).toMatchObject({ encrypt: true, why: 'content' })
    expect(classify({ sends: 'nothing', content: 'personal', reveals: 'yes' })).toEqual({
      class: 'sensitive',
      encrypt: true,
      why: 'reveals',
    })
  })
  it('S0-29 is personal data until something else is said; sensitive data that are not sent need no encryption', () => {
    expect(classify({ sends: 'email', content: null, reveals: 'no' })).toEqual({ class: 'personal', encrypt: false, why: null })
    expect(classify({ sends: 'nothing', content: 'sensitive', reveals: 'no' })).toEqual({
      class: 'sensitive',
      encrypt: false,
      why: 'content',
    })
  })
  it('S0-30 a survey whose sending reveals it must be encrypted, and otherwise not', () => {
    expect(classify({ sends: 'survey', content: 'public', reveals: 'yes' })).toMatchObject({ encrypt: true })
    expect(classify({ sends: 'survey', content: 'public', reveals: 'no' })).toMatchObject({ encrypt: false })
  })
})

it('S0-26 what is not needed is not stored; it is deleted all the same, not replied to, and the report is offered', () => {
  expect(stepsFor('no')).toEqual(['delete', 'noReply', 'report'])
  expect(stepsFor('yes')).toEqual(['store', 'delete', 'noReply', 'report'])
})
