import { describe, expect, it } from 'vitest'
import { roles } from '../../../kernel/actor.ts'
import { makeActor } from '../factory.ts'
import { noFilter } from '../overview/worklist.ts'
import { countedAddress, mayCount, readCounted, spans, stretches } from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const asked = (query: string) => readCounted(new URLSearchParams(query), now)

describe('statistics: what is counted', () => {
  it('is this year where no time is asked for, and everything where none is wanted', () => {
    expect(asked('')).toMatchObject({ from: '2026-01-01', to: '2026-12-31', status: 'all' })
    expect(asked('fra=&til=')).toMatchObject({ from: null, to: null })
    expect(asked('fra=2025-05-01')).toMatchObject({ from: '2025-05-01', to: null })
  })
  it('has one address, which is read back; what the list alone is narrowed by is left out', () => {
    for (const query of ['', 'fra=', 'fra=2025-05-01&kategori=LOST_ITEM', 'til=2025-05-01&type=itEquipment']) {
      const filter = asked(query)
      expect(asked(countedAddress(filter).split('?')[1] ?? '')).toEqual(filter)
    }
    expect(asked('risiko=high&haster=ja')).toEqual({ ...noFilter, status: 'all', ...spans(now).thisYear })
  })
  it('the last twelve months are whole months, this one with them', () => {
    expect(spans(now).twelve).toEqual({ from: '2025-04-01', to: '2026-03-31' })
    expect(spans(new Date('2026-12-31T23:30:00Z')).thisYear.from).toBe('2027-01-01')
  })
})

describe('statistics: time', () => {
  const months = new Map([
    ['2026-02', 3],
    ['2025-12', 1],
  ])
  it('has every month between, within what was asked for, and none to come', () => {
    expect(stretches(months, { from: '2025-12-10', to: '2026-12-31' }, now)).toEqual([
      { key: '2025-12', from: '2025-12-10', to: '2025-12-31', count: 1 },
      { key: '2026-01', from: '2026-01-01', to: '2026-01-31', count: 0 },
      { key: '2026-02', from: '2026-02-01', to: '2026-02-28', count: 3 },
      { key: '2026-03', from: '2026-03-01', to: '2026-03-31', count: 0 },
    ])
    expect(stretches(months, { from: null, to: '2026-02-14' }, now).at(-1)).toMatchObject({ key: '2026-02', to: '2026-02-14' })
  })
  it('is by year where the months are many, and their sum is the same', () => {
    const years = stretches(new Map([...months, ['2023-05', 7]]), { from: null, to: null }, now)
    expect(years.map(({ key, from, to, count }) => [key, from, to, count])).toEqual([
      ['2023', '2023-05-01', '2023-12-31', 7],
      ['2024', '2024-01-01', '2024-12-31', 0],
      ['2025', '2025-01-01', '2025-12-31', 1],
      ['2026', '2026-01-01', '2026-03-31', 3],
    ])
  })
  it('is nothing where nothing is counted', () => {
    expect(stretches(new Map(), spans(now).thisYear, now)).toEqual([])
  })
})

describe('statistics: who', () => {
  it('S3-11 those whose work is in cases, and not those whose role gives none', () => {
    const may = roles.filter((role) => mayCount(makeActor(['employee', role])))
    expect(roles.filter((role) => !may.includes(role))).toEqual([
      ...['employee', 'caseworker', 'privacyContact', 'privacyAdviser', 'managementGroup', 'superUser', 'procurement'],
      ...['documentCentre', 'property', 'studyHead', 'cardIssuer', 'serviceOffice', 'auditor', 'admin'],
    ])
  })
})
