import { describe, expect, it } from 'vitest'
import { type Preset, presets } from '../../../kernel/profile.ts'
import { gapsOf, rolesAtWork, saveProfile } from '../../organisation/rules.ts'
import { generalPart } from '../../organisation/settings/part.ts'
import { profiles } from '../presets.ts'
import type { Profile } from '../profile.ts'
import { casePart } from './part.ts'

const parts = [generalPart, casePart]
const gapsIn = (profile: Profile) => gapsOf(parts, profile)
const save = (version: number, before: Profile, after: Profile) => saveProfile(parts, { version, profile: before }, after)

describe('a profile', () => {
  it.each(presets)('of the preset %s leaves no case without somebody', (preset: Preset) => {
    expect(gapsIn(profiles[preset])).toEqual([])
  })

  it('that leaves a case with nobody to receive or close it is refused, and the gaps are named', () => {
    const { sauda } = profiles
    const gaps = gapsIn({ ...sauda, closing: { ...sauda.closing, deciders: [] }, authority: { ...sauda.authority, hours: 0 } })
    expect(gaps).toEqual(['closing.deciders', 'authority.hours'])
    const routes = { ...sauda.deviation.routes, privacyDeviation: { queue: [], tell: [], address: null } }
    expect(save(1, sauda, { ...sauda, deviation: { ...sauda.deviation, routes } })).toMatchObject({
      ok: false,
      why: 'profileIncomplete',
      fields: ['deviation.routes.privacyDeviation.queue'],
    })
  })

  it('names each part that would have nobody', () => {
    const { sandnes } = profiles
    const none = {
      ...sandnes,
      deviation: { ...sandnes.deviation, dataSubjects: [] },
      assessment: { ...sandnes.assessment, assessors: [], deciders: [] },
      authority: { ...sandnes.authority, senders: [] },
      subjectMessage: { ...sandnes.subjectMessage, drafters: [], signers: [] },
    }
    const named = ['deviation.dataSubjects', 'assessment.assessors', 'assessment.deciders', 'authority.senders']
    expect(gapsIn(none)).toEqual([...named, 'subjectMessage.drafters', 'subjectMessage.signers'])
    expect(gapsIn({ ...sandnes, deviation: { ...sandnes.deviation, caseTypes: [] } })).toEqual(['deviation.caseTypes'])
  })

  it('sends work to those who receive, are told, assess, decide, sign, send and close, and always to the two that the law asks for', () => {
    const { sauda } = profiles
    const quiet = {
      ...sauda,
      deviation: {
        ...sauda.deviation,
        caseTypes: sauda.deviation.caseTypes.slice(0, 1),
        routes: Object.fromEntries(
          Object.keys(sauda.deviation.routes).map((type) => [type, { queue: ['itHead'], tell: ['leader'], address: null }]),
        ) as unknown as typeof sauda.deviation.routes,
      },
      assessment: { ...sauda.assessment, assessors: ['centralAssessor'], deciders: ['ciso'], jointly: ['gdprUnit'] },
      authority: { ...sauda.authority, senders: ['privacyAdviser'] },
      subjectMessage: { ...sauda.subjectMessage, drafters: ['unitHead'], signers: ['systemOwner'] },
      closing: { ...sauda.closing, deciders: ['managementGroup', 'ciso'] },
    } as const
    const roles = [
      'centralAssessor',
      'ciso',
      'controller',
      'dpo',
      'gdprUnit',
      'itHead',
      'leader',
      'managementGroup',
      'privacyAdviser',
      'unitHead',
    ]
    expect(rolesAtWork(parts, quiet)).toEqual(roles)
  })

  it('says each part that changed by its place, in whatever order its keys stand, and what is one part as one', () => {
    const { uio } = profiles
    const keysOf = (profile: typeof uio) => {
      const saved = save(1, uio, profile)
      return saved.ok ? saved.events.flatMap((event) => ('keys' in event ? event.keys : [])) : []
    }
    const turned = Object.fromEntries(Object.entries(uio).reverse()) as unknown as typeof uio
    expect(keysOf(turned)).toEqual([])
    const dpo = { ...uio.titles.dpo, nb: 'ombud', nn: 'ombod' }
    expect(keysOf({ ...uio, titles: { ...uio.titles, dpo } })).toEqual(['titles.dpo'])
    const closing = { ...uio.closing, deciders: ['ciso'] } as typeof uio.closing
    expect(keysOf({ ...uio, titles: { ...uio.titles, dpo }, closing })).toEqual(expect.arrayContaining(['titles.dpo', 'closing.deciders']))
  })

  it('is never changed: the next version is added, and the log says which parts', () => {
    const { uio } = profiles
    const next = { ...uio, locale: 'nn' } as const
    expect(save(3, uio, next)).toMatchObject({
      ok: true,
      next: { version: 4 },
      events: [{ type: 'organisation.profileChanged', version: 4, keys: ['locale'] }],
    })
    expect(save(3, uio, { ...uio })).toMatchObject({ ok: false, why: 'nothingChanged' })
  })
})
