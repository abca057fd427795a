import { describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import { ownProfile, profilePart } from '../../kernel/profile.ts'
import { profiles } from './presets.ts'
import { gapsOf, rolesAtWork, rolesInUse, saveProfile, slugOf } from './rules.ts'

describe('a short name', () => {
  it('is made of letters that every address can hold', () => {
    expect(
      [
        'Sauda kommune',
        'Universitetet i Oslo',
        'Ås kommune – vår',
        '«»',
        'Bømlo',
        '– Hå –',
        'Ærø',
        'x'.repeat(50),
        `${'x'.repeat(39)} y`,
      ].map(slugOf),
    ).toEqual([
      'sauda-kommune',
      'universitetet-i-oslo',
      'as-kommune-var',
      'organisasjon',
      'bomlo',
      'ha',
      'aero',
      'x'.repeat(40),
      'x'.repeat(39),
    ])
  })
})

type Waste = {
  readonly waste: { readonly sorters: readonly Role[]; readonly days: number | null; readonly by: { readonly [where: string]: string } }
}
const standard: Waste = { waste: { sorters: ['property'], days: 7, by: { house: 'kjeller' } } }
const wasteOf = ownProfile<Waste>({ oslomet: standard, uio: standard, sauda: standard, sandnes: standard })
const parts = [
  profilePart(wasteOf, {
    gaps: ({ waste }) => [...(waste.sorters.length === 0 ? ['waste.sorters'] : []), ...(waste.days === null ? ['waste.days'] : [])],
    atWork: ({ waste }) => waste.sorters,
    whole: [/^waste\.by$/, /^waste\.elsewhere$/],
  }),
]
const wasting = (over: Partial<Waste['waste']>) => ({ ...profiles.sauda, waste: { ...standard.waste, ...over } })

describe('the profile of an organisation', () => {
  const before = { version: 4, profile: wasting({}) }
  const saved = (profile: typeof before.profile) => {
    const outcome = saveProfile(parts, before, profile)
    return outcome.ok ? [outcome.next, outcome.events] : [outcome.why, outcome.fields]
  }

  it('is not changed: the next version is added, and the log says which places differ', () => {
    const profile = wasting({ days: 14 })
    expect(saved(profile)).toEqual([{ version: 5, profile }, [{ type: 'organisation.profileChanged', version: 5, keys: ['waste.days'] }]])
  })

  it.each([
    ['a list is one place', wasting({ sorters: ['property', 'itHead'] }), ['waste.sorters']],
    ['the order of a list counts', wasting({ sorters: ['itHead', 'property'] }), ['waste.sorters']],
    ['what a part calls whole is one place', wasting({ by: { house: 'loft', yard: 'skur' } }), ['waste.by']],
    ['a place outside all parts', { ...wasting({}), locale: 'nb' as const }, ['locale']],
    ['a place far in', { ...wasting({}), archive: { ...profiles.sauda.archive, accessCode: 'UO' } }, ['archive.accessCode']],
    ['several at once', { ...wasting({ days: 3 }), orgType: 'university' as const }, ['orgType', 'waste.days']],
  ])('%s', (_, profile, keys) => {
    expect(saved(profile)[1]).toEqual([{ type: 'organisation.profileChanged', version: 5, keys }])
  })

  it('that says the same is no new version, in whatever order the database gives its keys', () => {
    const turned = Object.fromEntries(
      Object.entries({ ...wasting({}), waste: { by: { house: 'kjeller' }, days: 7, sorters: ['property'] } }).reverse(),
    )
    expect(saved(wasting({}))).toEqual(['nothingChanged', []])
    expect(saved(turned as unknown as typeof before.profile)).toEqual(['nothingChanged', []])
    const two = { version: 1, profile: wasting({ by: { house: 'kjeller', yard: 'skur', attic: 'skap' } }) }
    expect(saveProfile(parts, two, wasting({ by: { yard: 'skur', attic: 'skap', house: 'kjeller' } }))).toMatchObject({
      why: 'nothingChanged',
    })
  })

  it('that an older version lacks a part of is compared with what it begins with', () => {
    expect(saveProfile(parts, { version: 1, profile: profiles.sauda }, wasting({}))).toMatchObject({ ok: false, why: 'nothingChanged' })
  })

  it('that leaves work with nobody is refused at every place that does', () => {
    const nobody = wasting({ sorters: [], days: null })
    expect(saved(nobody)).toEqual(['profileIncomplete', ['waste.sorters', 'waste.days']])
    expect([gapsOf(parts, nobody), gapsOf(parts, wasting({}))]).toEqual([['waste.sorters', 'waste.days'], []])
  })
})

describe('the roles of an organisation', () => {
  it('GDPR art. 24 and 37: the controller and the data protection officer are always at work, and each role once', () => {
    expect(rolesAtWork([], profiles.sauda)).toEqual(['controller', 'dpo'])
    expect(rolesAtWork(parts, wasting({ sorters: ['property', 'dpo', 'ciso'] }))).toEqual(['ciso', 'controller', 'dpo', 'property'])
  })

  it('S4-100 the owner of the case’s system signs as its owner, and is no office', () => {
    expect(rolesAtWork(parts, wasting({ sorters: ['systemOwner'] }))).toEqual(['controller', 'dpo'])
  })

  const some = ['centralAssessor', 'cert', 'gdprUnit', 'studyHead'] as const
  it.each([
    ['a municipality', 'municipality', [], []],
    ['a university', 'university', [], ['studyHead']],
    ['a municipality whose profile sends its team work', 'municipality', ['gdprUnit'], ['gdprUnit']],
    ['a university with a team for incidents', 'university', ['cert', 'centralAssessor'], ['centralAssessor', 'cert', 'studyHead']],
  ] as const)('%s has the roles that all have, and of the teams its own', (_, orgType, sorters, own) => {
    const inUse = rolesInUse(parts, { ...wasting({ sorters }), orgType })
    expect(some.filter((role) => inUse.includes(role))).toEqual(own)
    expect(inUse).toEqual(expect.arrayContaining(['employee', 'leader', 'systemOwner', 'auditor', 'admin']))
  })
})
