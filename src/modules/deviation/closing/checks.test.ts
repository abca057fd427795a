import { describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import type { Preset } from '../../../kernel/profile.ts'
import type { Deviation } from '../deviation.ts'
import { ids, makeBy, makeDeviation, someMonday } from '../factory.ts'
import { profiles } from '../presets.ts'
import { actionsIn } from '../rules.ts'
import { shownChecks } from './checks.ts'
import { makeReady } from './factory.ts'
import type { CheckCode } from './rules.ts'

type Who = { readonly ownsSystem?: boolean; readonly personId?: string; readonly leads?: readonly string[] }
const check = (deviation: Deviation, preset: Preset, roles: readonly Role[], code: CheckCode, who: Who = {}) => {
  const { parts } = makeBy(deviation, preset, roles, who)
  const shown = shownChecks({ deviation, profile: profiles[preset], parts, actions: actionsIn(deviation, parts) })
  const found = shown.find((one) => one.code === code)
  return found && { met: found.met, path: found.href?.replace(`/avvik/${ids.case}/`, '') ?? null, whose: found.whose }
}
const ready = (preset: Preset, over: Partial<Deviation> = {}): Deviation => ({ ...makeReady(preset), ...over })
const without = (preset: Preset, ...names: readonly (keyof Deviation['closing'])[]): Deviation => {
  const made = makeReady(preset)
  return { ...made, closing: { ...made.closing, ...Object.fromEntries(names.map((name) => [name, null])) } }
}
const announced = {
  id: ids.unit,
  kind: 'subjects',
  outcome: 'notInform',
  reason: 'Mange',
  ground: 'disproportionate',
  by: ids.person,
  at: someMonday,
  restsOn: null,
} as const
const signs = (deviation: Deviation, except: Role): Deviation => ({
  ...deviation,
  signOffs: deviation.signOffs.filter(({ role }) => role !== except),
})

describe('what stands in the way of closing: where whoever may mends it, and whose it is for the others', () => {
  it.each<readonly [CheckCode, Deviation, Preset, readonly Role[], string, readonly Role[]]>([
    ['breachUndecided', ready('oslomet', { breach: null }), 'oslomet', ['centralAssessor'], 'brudd', ['centralAssessor']],
    ['notAssessed', ready('sandnes', { assessedAt: null }), 'sandnes', ['dpo'], 'vurdering', ['dpo']],
    ['signOffs', signs(ready('sandnes'), 'ciso'), 'sandnes', ['ciso'], 'signering', ['ciso']],
    ['authorityOpen', ready('oslomet', { authorityTrack: 'undecided' }), 'oslomet', ['centralAssessor'], 'varsling', ['centralAssessor']],
    ['authorityOpen', ready('sandnes', { authorityTrack: 'owed' }), 'sandnes', ['gdprUnit'], 'datatilsynet', ['gdprUnit']],
    ['authorityOpen', ready('sandnes', { authorityTrack: 'preliminary' }), 'sandnes', ['gdprUnit'], 'datatilsynet', ['gdprUnit']],
    ['subjectsOpen', ready('oslomet', { subjectsTrack: 'undecided' }), 'oslomet', ['centralAssessor'], 'informering', ['centralAssessor']],
    ['subjectsOpen', ready('sauda', { subjectsTrack: 'owed' }), 'sauda', ['dpo'], 'berorte', ['dpo']],
    ['subjectsOpen', ready('sauda', { subjectsTrack: 'owed' }), 'sauda', ['controller'], 'berorte', ['dpo']],
    ['announcementOpen', ready('oslomet', { decisions: [announced] }), 'oslomet', ['centralAssessor'], 'kunngjoring', ['centralAssessor']],
    ['orders', ready('sandnes', { openOrders: 1 }), 'sandnes', ['gdprUnit'], 'datatilsynet', ['gdprUnit']],
    ['orders', ready('sandnes', { openOrders: 1 }), 'sandnes', ['dpo'], 'datatilsynet', ['gdprUnit']],
    ['documentation', without('oslomet', 'circumstances'), 'oslomet', ['centralAssessor'], 'dokumentasjon', ['centralAssessor']],
    [
      'documentationOld',
      ready('oslomet', { documentedOn: { dataTypes: 'health' } }),
      'oslomet',
      ['centralAssessor'],
      'dokumentasjon',
      ['centralAssessor'],
    ],
    ['lessons', without('oslomet', 'lessons'), 'oslomet', ['centralAssessor'], 'dokumentasjon#laerdom', ['centralAssessor']],
    ['memo', without('sandnes', 'memoRules'), 'sandnes', ['dpo'], 'notat', ['dpo']],
    ['memoOld', ready('sandnes', { memoOn: { level: 'high' } }), 'sandnes', ['dpo'], 'notat', ['dpo']],
  ])('%s', (code, deviation, preset, roles, path, whose) => {
    expect(check(deviation, preset, roles, code)).toEqual({ met: false, path, whose: [] })
    expect(check(deviation, preset, ['auditor'], code, { personId: ids.owner })).toEqual({ met: false, path: null, whose })
  })

  it('S4-141 those who doubt the measures are asked again, and nobody else', () => {
    const doubted = makeReady('sandnes', { enough: 'no' })
    const one = {
      ...doubted,
      signOffs: doubted.signOffs.map((sign) => ({ ...sign, enough: sign.role === 'ciso' ? ('no' as const) : ('yes' as const) })),
    }
    expect(check(one, 'sandnes', ['auditor'], 'measuresNotEnough')).toEqual({ met: false, path: null, whose: ['ciso'] })
    expect(check(one, 'sandnes', ['ciso'], 'measuresNotEnough')).toEqual({ met: false, path: 'signering', whose: [] })
    expect(check(doubted, 'sandnes', ['auditor'], 'measuresNotEnough')?.whose).toEqual(['dpo', 'ciso', 'controller', 'systemOwner'])
  })

  it('S4-147 that it is proposed is the assessor’s, and has its own button', () => {
    expect(check(ready('sandnes'), 'sandnes', ['dpo'], 'notProposed')).toEqual({ met: false, path: null, whose: [] })
    expect(check(ready('sandnes'), 'sandnes', ['controller'], 'notProposed', { personId: ids.owner })).toEqual({
      met: false,
      path: null,
      whose: ['dpo'],
    })
  })

  it('what is in place is nobody’s; what was written may still be read again by whoever writes it', () => {
    for (const [code, path] of [
      ['documentation', 'dokumentasjon'],
      ['lessons', 'dokumentasjon#laerdom'],
      ['memo', 'notat'],
    ] as const) {
      expect(check(ready('sandnes'), 'sandnes', ['dpo'], code)).toEqual({ met: true, path, whose: [] })
      expect(check(ready('sandnes'), 'sandnes', ['auditor'], code, { personId: ids.owner })).toEqual({ met: true, path: null, whose: [] })
    }
    for (const code of ['breachUndecided', 'notAssessed', 'signOffs', 'authorityOpen', 'subjectsOpen'] as const)
      expect([code, check(ready('sandnes'), 'sandnes', ['dpo'], code)]).toEqual([code, { met: true, path: null, whose: [] }])
  })

  it('S3-14 the leader writes what is left to the leader', () => {
    const made = makeReady('sauda', { level: 'low', triage: 'internal' })
    const unwritten = { ...made, closing: { ...made.closing, lessons: null } }
    const leader = { personId: ids.leader, leads: [ids.unit] }
    expect(check(unwritten, 'sauda', ['leader'], 'lessons', leader)).toMatchObject({ path: 'dokumentasjon#laerdom' })
  })

  it('a case that is none of theirs has the same checks', () => {
    const open = makeDeviation('sauda', { report: { personalData: 'no' } })
    expect(check(open, 'sauda', ['auditor'], 'lessons', { personId: ids.owner })).toEqual({ met: false, path: null, whose: ['dpo'] })
  })
})
