/** The paragraphs of a text that another does not have, each way: what went, and what came. In the order they stand. */
export function paragraphsOf(before: string, now: string): { readonly went: readonly string[]; readonly came: readonly string[] } {
  const [was, is] = [parts(before), parts(now)]
  return { went: lacking(was, is), came: lacking(is, was) }
}

const parts = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Counted: a paragraph that stands twice in one and once in the other is lacking once. */
function lacking(of: readonly string[], there: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const one of there) left.set(one, (left.get(one) ?? 0) + 1)
  return of.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}
