import { type LocalDate, parseDate } from '../../../kernel/calendar/calendar.ts'
import { isId } from '../../../kernel/ids.ts'
import { type Searched, wordsKey } from '../../../kernel/searched.ts'
import type { Status } from '../deviation.ts'
import { type CaseType, caseTypes } from '../profile.ts'
import { type Facet, facetNames, facets, shapeOf, unsaid } from './facets.ts'

export const listStatuses = ['open', 'received', 'handling', 'proposed', 'closed', 'all'] as const
export type ListStatus = (typeof listStatuses)[number]

/** What the reader asked for. Null and false ask for nothing. */
export type ListFilter = {
  readonly search: Searched | null
  readonly status: ListStatus | null
  /** On whoever reads; or on whoever takes it, where nobody has. */
  readonly waits: 'me' | 'nobody' | null
  readonly overdue: boolean
  readonly urgent: boolean
  readonly caseType: CaseType | null
  readonly unit: string | null
  readonly year: number | null
  /** Days in Oslo that it was received on, both with. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
} & { readonly [F in Facet]: string | null }

const noFacet = Object.fromEntries(facetNames.map((name) => [name, null])) as { readonly [F in Facet]: null }
export const noFilter: ListFilter = {
  search: null,
  status: null,
  waits: null,
  overdue: false,
  urgent: false,
  caseType: null,
  unit: null,
  year: null,
  from: null,
  to: null,
  ...noFacet,
}

const facetKeys = Object.fromEntries(facetNames.map((name) => [name, facets[name].key])) as { readonly [F in Facet]: string }

/** The names in the address, in the reader's own words. */
export const filterKeys = {
  search: wordsKey,
  status: 'status',
  waits: 'venter',
  overdue: 'frist',
  urgent: 'haster',
  caseType: 'type',
  unit: 'enhet',
  year: 'aar',
  from: 'fra',
  to: 'til',
  ...facetKeys,
} as const satisfies Record<keyof ListFilter, string>

const waitsWords = [
  ['me', 'meg'],
  ['nobody', 'ingen'],
] as const

const statusWords: Readonly<Record<ListStatus, string>> = {
  open: 'apne',
  received: 'mottatt',
  handling: 'under-behandling',
  proposed: 'til-avgjorelse',
  closed: 'lukket',
  all: 'alle',
}
export const statusWord = (status: ListStatus): string => statusWords[status]

/** What cannot be read counts as not asked. The words searched for are read apart from the rest (kernel/searched.ts). */
export function readListFilter(query: URLSearchParams, search: Searched | null = null): ListFilter {
  const text = (name: keyof ListFilter) => query.get(filterKeys[name])?.trim().slice(0, 60) || null
  const among = <T extends string>(all: readonly T[], wanted: string | null): T | null => all.find((one) => one === wanted) ?? null
  const unit = text('unit')
  const year = text('year')
  const day = (name: 'from' | 'to'): LocalDate | null => {
    const read = parseDate(text(name) ?? '')
    return read.ok ? read.date : null
  }
  const said = facetNames.map((name) => [name, among([...shapeOf(name).of, unsaid], text(name))])
  return {
    search,
    status: listStatuses.find((status) => statusWords[status] === text('status')) ?? null,
    waits: waitsWords.find(([, word]) => word === text('waits'))?.[0] ?? null,
    overdue: text('overdue') === 'over',
    urgent: text('urgent') === 'ja',
    caseType: among(caseTypes, text('caseType')),
    unit: isId(unit) ? unit : null,
    year: year !== null && /^20\d\d$/.test(year) ? Number(year) : null,
    from: day('from'),
    to: day('to'),
    ...(Object.fromEntries(said) as { readonly [F in Facet]: string | null }),
  }
}

/** Names only: what was searched for is never kept (S4-167). */
export const usedFilters = (filter: ListFilter): readonly (keyof ListFilter)[] =>
  (Object.keys(noFilter) as (keyof ListFilter)[]).filter((name) => filter[name] !== null && filter[name] !== false)

export function listAddress(filter: ListFilter): string {
  const said: Readonly<Record<keyof ListFilter, string | null>> = {
    ...filter,
    search: filter.search?.sealed ?? null,
    status: filter.status && statusWords[filter.status],
    waits: waitsWords.find(([waits]) => waits === filter.waits)?.[1] ?? null,
    overdue: filter.overdue ? 'over' : null,
    urgent: filter.urgent ? 'ja' : null,
    year: filter.year === null ? null : String(filter.year),
  }
  const query = new URLSearchParams()
  for (const name of Object.keys(filterKeys) as (keyof ListFilter)[]) {
    const value = said[name]
    if (value !== null) query.set(filterKeys[name], value)
  }
  return query.size === 0 ? '/avvik' : `/avvik?${query}`
}

const underWay: readonly Status[] = ['received', 'open', 'proposed']

/** Open cases, unless something is looked up: a number or a time is looked for among the closed too. */
export function statusesAsked(filter: ListFilter): readonly Status[] {
  switch (
    filter.status ??
    (filter.search !== null || filter.year !== null || filter.from !== null || filter.to !== null ? 'all' : 'open')
  ) {
    case 'open':
      return underWay
    case 'handling':
      return ['open']
    case 'received':
      return ['received']
    case 'proposed':
      return ['proposed']
    case 'closed':
      return ['closed']
    case 'all':
      return [...underWay, 'closed']
  }
}

/** By deadline where only open cases are asked for, else by number, the newest first. */
export const byDeadline = (filter: ListFilter): boolean => !statusesAsked(filter).includes('closed')

/**
 * A case number however people write it: "2026-0017", "2026/17", "2026 – 17", "Sak nr. 2026-0017.", "#17", "(2026-0017)", "17"; anything
 * else is another system's number (S3-08).
 */
export function numberIn(search: string): { readonly year: number | null; readonly number: number } | null {
  const bare = search
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Cf}/gu, '')
  const [, year, number] = caseNumber.exec(bare) ?? []
  return number ? { year: year ? Number(year) : null, number: Number(number) } : null
}

// Words and brackets that people put around a number say nothing more.
const caseNumber =
  /^[\s"'«(#[<]*(?:(?:avviks?|saks?|case|deviation|melding|ref(?:eranse)?)(?:nummer|nr|sak|no)?[\s.:#-]*)?(?:(?:nr|nummer|no|number)[\s.:#-]*)?(?:(20\d\d)\s?[-/_.]\s?)?0*(\d{1,7})[\s"'»)\]>.,;:!?]*$/i
