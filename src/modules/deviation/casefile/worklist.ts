import { isId } from '../../../kernel/ids.ts'
import { type Searched, wordsKey } from '../../../kernel/searched.ts'
import { type CaseType, caseTypes } from '../../organisation/public.ts'
import type { Status } from '../deviation.ts'
import { type Category, categories } from '../report/fields.ts'

export const listStatuses = ['open', 'received', 'handling', 'proposed', 'closed', 'all'] as const
export type ListStatus = (typeof listStatuses)[number]

/** What the reader asked for. Null and false ask for nothing. */
export type ListFilter = {
  readonly search: Searched | null
  readonly status: ListStatus | null
  readonly waits: boolean
  readonly overdue: boolean
  readonly urgent: boolean
  readonly caseType: CaseType | null
  readonly category: Category | null
  readonly unit: string | null
  readonly year: number | null
}
export const noFilter: ListFilter = {
  search: null,
  status: null,
  waits: false,
  overdue: false,
  urgent: false,
  caseType: null,
  category: null,
  unit: null,
  year: null,
}

/** The names in the address, in the reader's own words. */
export const filterKeys = {
  search: wordsKey,
  status: 'status',
  waits: 'venter',
  overdue: 'frist',
  urgent: 'haster',
  caseType: 'type',
  category: 'kategori',
  unit: 'enhet',
  year: 'aar',
} as const satisfies Record<keyof ListFilter, string>

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
  return {
    search,
    status: listStatuses.find((status) => statusWords[status] === text('status')) ?? null,
    waits: text('waits') === 'meg',
    overdue: text('overdue') === 'over',
    urgent: text('urgent') === 'ja',
    caseType: among(caseTypes, text('caseType')),
    category: among(categories, text('category')),
    unit: isId(unit) ? unit : null,
    year: year !== null && /^20\d\d$/.test(year) ? Number(year) : null,
  }
}

/** Names only: what was searched for is never kept (S4-167). */
export const usedFilters = (filter: ListFilter): readonly (keyof ListFilter)[] =>
  (Object.keys(noFilter) as (keyof ListFilter)[]).filter((name) => filter[name] !== null && filter[name] !== false)

/** The rarer questions, behind "flere filtre": shown at once where one of them is asked. */
export const isNarrow = (filter: ListFilter): boolean =>
  filter.caseType !== null || filter.category !== null || filter.unit !== null || filter.year !== null

export function listAddress(filter: ListFilter, place: Place | null = null): string {
  const said: Readonly<Record<keyof ListFilter, string | null>> = {
    ...filter,
    search: filter.search?.sealed ?? null,
    status: filter.status && statusWords[filter.status],
    waits: filter.waits ? 'meg' : null,
    overdue: filter.overdue ? 'over' : null,
    urgent: filter.urgent ? 'ja' : null,
    year: filter.year === null ? null : String(filter.year),
  }
  const query = new URLSearchParams()
  for (const name of Object.keys(filterKeys) as (keyof ListFilter)[]) {
    const value = said[name]
    if (value !== null) query.set(filterKeys[name], value)
  }
  if (place) query.set('etter', placeText(place))
  return query.size === 0 ? '/avvik' : `/avvik?${query}`
}

const underWay: readonly Status[] = ['received', 'open', 'proposed']

/** Open cases, unless something is looked up: a number or a year is looked for among the closed too. */
export function statusesAsked(filter: ListFilter): readonly Status[] {
  switch (filter.status ?? (filter.search !== null || filter.year !== null ? 'all' : 'open')) {
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
 * Where a page ended. By deadline, the cases whose 72 hours run come first, the nearest first; then those that are decided or
 * told, or have no clock: what is done must not stand before what is due.
 */
export type Place =
  | { readonly by: 'deadline'; readonly running: boolean; readonly notifyBy: Date | null; readonly id: string }
  | { readonly by: 'number'; readonly year: number; readonly number: number }

export const placeText = (place: Place): string =>
  place.by === 'number'
    ? `${place.year}-${place.number}`
    : `${place.running ? 'l' : 'r'}_${place.notifyBy?.toISOString() ?? ''}_${place.id}`

/** Null: no place, or none of this list's order; then the list begins at its beginning. */
export function readPlace(text: string | null, filter: ListFilter): Place | null {
  if (!byDeadline(filter)) {
    const [, year, number] = /^(\d{4})-(\d{1,7})$/.exec(text ?? '') ?? []
    return year && number ? { by: 'number', year: Number(year), number: Number(number) } : null
  }
  const [kind, at = '', id = ''] = (text ?? '').split('_')
  const notifyBy = at === '' ? null : new Date(at)
  if (!isId(id) || (kind !== 'l' && kind !== 'r') || (notifyBy && Number.isNaN(notifyBy.getTime()))) return null
  return kind === 'l' && !notifyBy ? null : { by: 'deadline', running: kind === 'l', notifyBy, id }
}

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
