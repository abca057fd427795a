import { describe, expect, it } from 'vitest'
import { profiles } from './presets.ts'
import { type Preset, presets } from './profile.ts'
import { gapsOf, saveProfile, slugOf } from './rules.ts'

describe('a profile', () => {
  it.each(presets)('of the preset %s leaves no case without somebody', (preset: Preset) => {
    expect(gapsOf(profiles[preset])).toEqual([])
  })

  it('that leaves a case with nobody to receive or close it is refused, and the gaps are named', () => {
    const { sauda } = profiles
    const gaps = gapsOf({ ...sauda, closing: { ...sauda.closing, deciders: [] }, authority: { ...sauda.authority, hours: 0 } })
    expect(gaps).toEqual(['closing.deciders', 'authority.hours'])
    const routes = { ...sauda.deviation.routes, privacyDeviation: { queue: [], tell: [], address: null } }
    expect(saveProfile({ version: 1, profile: sauda }, { ...sauda, deviation: { ...sauda.deviation, routes } })).toMatchObject({
      ok: false,
      why: 'profileIncomplete',
      fields: ['deviation.routes.privacyDeviation.queue'],
    })
  })

  it('is never changed: the next version is added, and the log says which parts', () => {
    const { uio } = profiles
    const next = { ...uio, locale: 'nn' } as const
    expect(saveProfile({ version: 3, profile: uio }, next)).toMatchObject({
      ok: true,
      next: { version: 4 },
      events: [{ type: 'organisation.profileChanged', version: 4, keys: ['locale'] }],
    })
    expect(saveProfile({ version: 3, profile: uio }, { ...uio })).toMatchObject({ ok: false, why: 'nothingChanged' })
  })
})

describe('a short name', () => {
  it('is made of letters that every address can hold', () => {
    expect(['Sauda kommune', 'Universitetet i Oslo', 'Ås kommune – vår', '«»', 'Bømlo'].map(slugOf)).toEqual([
      'sauda-kommune',
      'universitetet-i-oslo',
      'as-kommune-var',
      'organisasjon',
      'bomlo',
    ])
  })
})
