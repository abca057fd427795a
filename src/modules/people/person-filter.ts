import { roles as allRoles, type Role } from '../../kernel/actor.ts'
import { type Searched, wordsKey } from '../../kernel/searched.ts'

/** What is asked of the list of people. */
export type PersonFilter = { readonly search: Searched | null; readonly role: Role | null; readonly gone: boolean }

/** The names in the address, in the reader's own words. */
export const peopleKeys = { search: wordsKey, role: 'rolle', gone: 'vis' } as const satisfies Record<keyof PersonFilter, string>
export const goneWord = 'sluttet'

/** What cannot be read counts as not asked. The words searched for are read apart from the rest (kernel/searched.ts). */
export const readPersonFilter = (query: URLSearchParams, search: Searched | null): PersonFilter => ({
  search,
  role: allRoles.find((role) => role === query.get(peopleKeys.role)) ?? null,
  gone: query.get(peopleKeys.gone) === goneWord,
})

export function peopleAddress({ search, role, gone }: PersonFilter): string {
  const query = new URLSearchParams()
  if (search) query.set(peopleKeys.search, search.sealed)
  if (role) query.set(peopleKeys.role, role)
  if (gone) query.set(peopleKeys.gone, goneWord)
  return query.size === 0 ? '/personer' : `/personer?${query}`
}

/** Names only: what was searched for is never kept (S4-167). */
export const usedFilters = (filter: PersonFilter): readonly string[] =>
  (Object.keys(peopleKeys) as (keyof PersonFilter)[]).filter((name) => filter[name] !== null && filter[name] !== false)
