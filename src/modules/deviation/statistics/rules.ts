import { type Actor, type Role, worksAs } from '../../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate, localDate, yearIn } from '../../../kernel/calendar/calendar.ts'
import { filterKeys, type ListFilter, listAddress, noFilter, readListFilter } from '../overview/worklist.ts'

/** Those whose work some profile puts on the access list of a case. Each counts what they may open, and nothing else (S3-11). */
export const mayCount = (actor: Actor): boolean => worksAs(actor, ...counting)
const counting = [
  ...(['leader', 'unitHead', 'dpo', 'ciso', 'controller', 'centralAssessor'] as const),
  ...(['cert', 'gdprUnit', 'systemOwner', 'itHead', 'serviceDesk'] as const),
] as const satisfies readonly Role[]

/** What is counted: the same filter as the list's, over open and closed cases. Where no time is asked, it is this year. */
export function readCounted(query: URLSearchParams, now: Date): ListFilter {
  const { from, to, unit, caseType, category } = readListFilter(query)
  const asked = query.has(filterKeys.from) || query.has(filterKeys.to)
  return { ...noFilter, status: 'all', ...(asked ? { from, to } : spans(now).thisYear), unit, caseType, category }
}

type Span = { readonly from: LocalDate | null; readonly to: LocalDate | null }

/** The times most asked for. `all` is from the first case to the last. */
export function spans(now: Date): Readonly<Record<'thisYear' | 'lastYear' | 'twelve' | 'all', Span>> {
  const year = yearIn(now)
  const thisMonth = `${localDate(now).slice(0, 7)}-01`
  return {
    thisYear: { from: `${year}-01-01`, to: `${year}-12-31` },
    lastYear: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    twelve: { from: addMonths(thisMonth, -11), to: addDays(addMonths(thisMonth, 1), -1) },
    all: { from: null, to: null },
  }
}

/** A month or a year of what is counted, as far as it lies within what was asked for. */
export type Stretch = Readonly<Record<'key' | 'from' | 'to', string>> & { readonly count: number }

/** More months than this are counted by year. */
const mostMonths = 24

/**
 * Every month from the first to the last, those without cases too; by year where they are many. What was asked for sets the ends; else the
 * first case and today do.
 */
export function stretches(months: ReadonlyMap<string, number>, { from, to }: Span, now: Date): readonly Stretch[] {
  const counted = [...months.keys()].sort()
  const [first, last] = [counted[0], counted.at(-1)]
  if (!first || !last) return []
  const today = localDate(now).slice(0, 7)
  const begins = from?.slice(0, 7) ?? first
  const latest = later(last, today)
  const ends = earlier(to?.slice(0, 7) ?? latest, latest)
  const all: string[] = []
  for (let month = begins; month <= ends; month = addMonths(`${month}-01`, 1).slice(0, 7)) all.push(month)
  const byYear = all.length > mostMonths
  const keys = byYear ? [...new Set(all.map((month) => month.slice(0, 4)))] : all
  return keys.map((key) => {
    const within = all.filter((month) => month.startsWith(key))
    const [one = '', other = ''] = [within[0], within.at(-1)]
    return {
      key,
      from: later(`${one}-01`, from ?? ''),
      to: earlier(addDays(addMonths(`${other}-01`, 1), -1), to ?? '9999'),
      count: within.reduce((sum, month) => sum + (months.get(month) ?? 0), 0),
    }
  })
}

/** Days and months as they are written sort as they follow each other. */
const earlier = (one: string, other: string) => (one < other ? one : other)
const later = (one: string, other: string) => (one > other ? one : other)

/** The address of these figures, and of their files. The same view has one address. */
export function countedAddress(filter: ListFilter, path = '/avvik/statistikk'): string {
  const query = new URLSearchParams(listAddress({ ...filter, status: null }).split('?')[1])
  if (filter.from === null && filter.to === null) query.set(filterKeys.from, '')
  return `${path}?${query}`
}
