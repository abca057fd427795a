import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseTypes } from '../profile.ts'
import { facetNames, shapeOf, unsaid } from './facets.ts'
import {
  byDeadline,
  filterKeys,
  type ListFilter,
  listAddress,
  listStatuses,
  noFilter,
  numberIn,
  readListFilter,
  statusesAsked,
  usedFilters,
} from './worklist.ts'

const id = '00000000-0000-7000-8000-000000000001'
const found = (words: string) => ({ words, sealed: 'c2VhbGVk' })
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const filters: fc.Arbitrary<ListFilter> = fc.record({
  search: maybe(fc.constant(found('17'))),
  status: maybe(fc.constantFrom(...listStatuses)),
  waits: fc.constantFrom('me' as const, 'nobody' as const, null),
  overdue: fc.boolean(),
  urgent: fc.boolean(),
  caseType: maybe(fc.constantFrom(...caseTypes)),
  unit: maybe(fc.constant(id)),
  year: maybe(fc.integer({ min: 2000, max: 2099 })),
  from: maybe(fc.constantFrom('2026-01-01', '2025-12-31')),
  to: maybe(fc.constantFrom('2026-02-28')),
  ...(Object.fromEntries(facetNames.map((name) => [name, maybe(fc.constantFrom(...shapeOf(name).of, unsaid))])) as Record<
    (typeof facetNames)[number],
    fc.Arbitrary<string | null>
  >),
})
const queryOf = (address: string) => new URL(address, 'https://varde.test').searchParams

describe('the worklist', () => {
  it('has an address for every view of it: what is written there is what is read', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const query = queryOf(listAddress(filter))
        expect(query.get(filterKeys.search)).toBe(filter.search?.sealed ?? null)
        expect(readListFilter(query, filter.search)).toEqual(filter)
      }),
    )
  })

  it('reads what makes no sense as not asked', () => {
    const nonsense = 'status=hei&venter=alle&frist=1&haster=2&type=x&kategori=y&enhet=z&aar=1999&fra=i-går&til=2026-02-30&virkning=z&sok=++'
    expect(readListFilter(new URLSearchParams(nonsense))).toEqual(noFilter)
  })

  it('shows open cases, and looks among the closed too for a number or a year', () => {
    expect(statusesAsked(noFilter)).toEqual(['received', 'open', 'proposed'])
    expect(statusesAsked({ ...noFilter, search: found('17') })).toContain('closed')
    expect(statusesAsked({ ...noFilter, year: 2025 })).toContain('closed')
    expect(statusesAsked({ ...noFilter, year: 2025, status: 'open' })).not.toContain('closed')
    expect(byDeadline(noFilter)).toBe(true)
    expect(byDeadline({ ...noFilter, status: 'closed' })).toBe(false)
  })

  it('S3-08 reads a case number as one, and anything else as another system’s', () => {
    expect(numberIn('2026-0017')).toEqual({ year: 2026, number: 17 })
    expect(numberIn('2026/17')).toEqual({ year: 2026, number: 17 })
    expect(numberIn('0017')).toEqual({ year: null, number: 17 })
    for (const written of [
      ...[
        '2026–0017',
        '2026 – 17',
        'Sak 2026-0017',
        'sak nr. 2026/17',
        'Saksnr: 2026-0017.',
        '#2026-0017',
        '(2026-0017)',
        '«2026-0017»',
        '2026_17',
      ],
      ...['Avvik 2026-0017', 'avvikssak 2026‑0017', 'case no. 2026-0017', '２０２６-0017', '2026-\u200b0017'],
    ])
      expect(numberIn(written), written).toEqual({ year: 2026, number: 17 })
    for (const written of ['#17', 'nr 17', 'sak 17.', '(17)']) expect(numberIn(written), written).toEqual({ year: null, number: 17 })
    for (const other of ['C-4711', 'JIRA 17', 'sak', '17 elever', '2026-0017-3', '']) expect(numberIn(other), other).toBeNull()
  })

  it('names the filters that were used', () => {
    expect(usedFilters({ ...noFilter, search: found('17'), waits: 'me' })).toEqual(['search', 'waits'])
  })

  it.each([
    ['received', ['received']],
    ['handling', ['open']],
    ['proposed', ['proposed']],
    ['closed', ['closed']],
    ['open', ['received', 'open', 'proposed']],
    ['all', ['received', 'open', 'proposed', 'closed']],
  ] as const)('of the choice "%s" shows the cases that are so', (status, statuses) => {
    expect(statusesAsked({ ...noFilter, status })).toEqual(statuses)
  })
  it.each([{ from: '2026-01-01' }, { to: '2026-01-31' }])('looks among the closed too for a time: %o', (over) => {
    expect(statusesAsked({ ...noFilter, ...over })).toContain('closed')
  })
  it('has a plain address where nothing is asked, and reads a year as one of ours', () => {
    expect([listAddress(noFilter), listAddress({ ...noFilter, waits: 'me' })]).toEqual(['/avvik', '/avvik?venter=meg'])
    const year = (aar: string) => readListFilter(new URLSearchParams({ aar })).year
    expect([year('2026'), year('12026'), year('20261'), year('1999')]).toEqual([2026, null, null, null])
  })
})
