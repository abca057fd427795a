import { fewest, hidden } from '../../register/count.ts'
import { askerGroups } from './fields.ts'

/** How many questions to the data protection officer one group asked in a year. */
export type Tally = { readonly year: number; readonly group: (typeof askerGroups)[number]; readonly count: number }
/** One group's figures, by year; `all`: of all groups. Null: hidden, so few that whoever knows the place may know who it is. */
export type Line = { readonly group: Tally['group'] | 'all'; readonly counts: readonly (number | null)[] }

/** `whole`: the reader may open what is counted, so nothing is hidden. */
export function figuresBy(tallies: readonly Tally[], years: readonly number[], whole: boolean): readonly Line[] {
  const of = (year: number) => askerGroups.map((group) => tallies.find((one) => one.year === year && one.group === group)?.count ?? 0)
  const columns = years.map((year) => {
    const counts = of(year)
    const sum = counts.reduce((all, one) => all + one, 0)
    const hides = hidden(counts, true)
    return whole ? [...counts, sum] : [...counts.map((count, at) => (hides[at] ? null : count)), sum > 0 && sum < fewest ? null : sum]
  })
  return [...askerGroups, 'all' as const].map((group, at) => ({ group, counts: columns.map((column) => column[at] ?? null) }))
}
