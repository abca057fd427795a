/** The beginning of a text on one line, cut between two words; `whole` where nothing is left out. `most` is a number of signs. */
export function firstWords(text: string | null, most: number): { readonly words: string; readonly whole: boolean } {
  const line = (text ?? '').replace(/\s+/g, ' ').trim()
  const signs = [...line]
  if (signs.length <= most) return { words: line, whole: true }
  const cut = signs.slice(0, most).join('')
  const space = cut.lastIndexOf(' ')
  return { words: `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')} …`, whole: false }
}
