import { addDays, parseDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { csvLine, csvStart } from '../../kernel/csv.ts'
import { isId } from '../../kernel/ids.ts'
import { type Searched, wordsKey } from '../../kernel/searched.ts'

import { filterNames, type LogFilter, type Place } from './audit.ts'

/** The names in the address, in the reader's own words. */
export const filterKeys = { from: 'fra', to: 'til', kind: 'hendelse', subject: 'gjelder', persons: 'person' } as const

/** What cannot be read counts as not asked, and the page shows the field empty. `written`: words that are no record's number. */
export function readFilter(query: URLSearchParams, isKind: (text: string) => boolean, written: Searched | null = null): LogFilter {
  const text = (name: keyof LogFilter) => query.get(filterKeys[name])?.trim().slice(0, 2000) || null
  const persons = text('persons')
  const kind = text('kind')
  return {
    from: dayOf(text('from')),
    to: dayOf(text('to')),
    kind: kind !== null && isKind(kind) ? kind : null,
    subject: written ?? text('subject'),
    persons: persons === null ? null : persons.split('.').filter(isId),
  }
}

export const dayOf = (text: string | null): string | null => {
  const read = parseDate(text ?? '')
  return read.ok ? read.date : null
}

export const noFilter: LogFilter = { from: null, to: null, kind: null, subject: null, persons: null }
export const usedFilters = (filter: LogFilter): readonly string[] => filterNames.filter((name) => filter[name] !== null)

export function addressOf(path: string, { persons, subject, ...filter }: LogFilter, after: Place | null = null): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== null) query.set(filterKeys[name as keyof typeof filter], value)
  if (typeof subject === 'string') query.set(filterKeys.subject, subject)
  else if (subject !== null) query.set(wordsKey, subject.sealed)
  if (persons !== null) query.set(filterKeys.persons, persons.join('.') || nobodyFound)
  if (after) query.set('etter', placeText(after))
  return query.size === 0 ? path : `${path}?${query}`
}

/** No id: the search was for someone who is not here, and finds nothing. */
const nobodyFound = 'ingen'

/** From the first moment of one day in Oslo up to the first moment after the other. */
export const periodOf = ({ from, to }: Pick<LogFilter, 'from' | 'to'>) => ({
  since: from === null ? null : startOfDay(from),
  before: to === null ? null : startOfDay(addDays(to, 1)),
})

const placeText = ({ at, id }: Place): string => `${at.toISOString()}_${id}`

export function readPlace(text: string | null): Place | null {
  const [at = '', id = ''] = (text ?? '').split('_')
  const instant = new Date(at)
  return isId(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : null
}

export const csvOf = (rows: readonly (readonly string[])[]): string => csvStart + rows.map(csvLine).join('')
