/** The beginning of a text on one line, cut between two words; `whole` where nothing is left out. `most` is a number of signs. */
export function firstWords(text: string | null, most: number): { readonly words: string; readonly whole: boolean } {
  // A single space stays as it is: most of them are that.
  const line = (text ?? '').replace(/\s{2,}|[^\S ]/g, ' ').trim()
  const end = endOf(line, most)
  if (end === line.length) return { words: line, whole: true }
  const cut = line.slice(0, end)
  const space = cut.lastIndexOf(' ')
  return { words: `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')} …`, whole: false }
}

/** Where so many signs end: one that takes two places is not cut in two. A list shows fifty of these, so no list of signs is made. */
function endOf(line: string, most: number): number {
  let end = 0
  for (let signs = 0; signs < most && end < line.length; signs++) end += (line.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  return end
}
