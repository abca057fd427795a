import { describe, expect, it } from 'vitest'
import { emptyValues } from '../../../kernel/fields.ts'
import { processingFields } from '../../processing/public.ts'
import { type Described, overviewDocument } from './overview.ts'

const described = (over: Partial<Described['values']>): Described => ({
  values: { ...emptyValues(processingFields), ...over },
  unit: 'Studieavdelingen',
  systems: ['FS'],
})
const paper = (activities: readonly Described[]) =>
  overviewDocument({
    ...{ language: 'nb', now: new Date('2026-03-02T08:00:00Z'), group: 'students', reference: 'K-2026-0001' },
    ...{ organisation: 'Universitetet', letterhead: { lines: [], logo: null, footer: null }, contact: 'post@uio.example', activities },
  })

describe('the overview for a group', () => {
  it('S2-30 lists every activity with its purpose, basis, recipients and storage time, and says what the record lacks', () => {
    const admission = {
      name: 'Opptak',
      purpose: 'Ta opp studenter.',
      basis: ['publicTask'],
      recipients: 'Lånekassen',
      storageTime: 'Fem år.',
    } as const
    const { title, reference, sections } = paper([described(admission), described({ name: 'Eksamen' })])
    expect([title, reference]).toEqual(['Behandling av personopplysninger: studenter', 'K-2026-0001'])
    expect(sections.slice(0, 2).map(({ heading }) => heading)).toEqual(['Opptak', 'Eksamen'])
    const said = JSON.stringify(sections[0])
    for (const part of ['Ta opp studenter.', 'Lovhjemmel', 'Lånekassen', 'Fem år.', 'Studieavdelingen', 'FS']) expect(said).toContain(part)
    expect(said).not.toContain('"missing"')
    expect(JSON.stringify(sections[1])).toContain('Mangler i oversikten over behandlinger: Formål')
    expect(JSON.stringify(sections.at(-1))).toContain('Datatilsynet')
  })
  it('says so where nothing is kept', () => expect(JSON.stringify(paper([]).sections[0])).toContain('Ingen behandlinger er registrert'))
})
