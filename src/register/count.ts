// Figures: how many records give each answer. Counted in the database (counting.ts), and put together here.

/** A group of records with the same answer, or the same answers where a record may have several; null: the question is not theirs. */
export type Tally = { readonly answer: string | readonly string[] | null; readonly count: number }

/** How many records give each answer. One with two answers counts under both. */
export function perAnswer(tallies: readonly Tally[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { answer, count } of tallies)
    for (const one of typeof answer === 'string' ? [answer] : (answer ?? [])) counts.set(one, (counts.get(one) ?? 0) + count)
  return counts
}

/** Fewer than this, and whoever knows the place may know who it is. */
export const fewest = 5

/**
 * Which figures are hidden where they are to be read by others than those who may open what they count: 1 to 4. Where they share a sum
 * (`shared`: each record counts in one of them) and one alone is hidden, the sum would tell it: the smallest of the rest is hidden too.
 */
export function hidden(counts: readonly number[], shared: boolean): readonly boolean[] {
  const small = counts.map((count) => count > 0 && count < fewest)
  if (!shared || small.filter(Boolean).length !== 1) return small
  const rest = counts.filter((count, at) => count > 0 && !small[at])
  const also = counts.indexOf(Math.min(...rest))
  return small.map((one, at) => one || at === also)
}
