import type { Finding } from './finding.ts'
import { findPersonalData, type GuardOptions } from './guard.ts'

/**
 * The same as `findPersonalData`, a slice of the text at a time (some 4 kB, a millisecond or two), so that a page stays alive while a
 * long text is read. A slice ends between two words, where no number or address can be cut in two.
 */
export function* findInSlices(text: string, options: GuardOptions): Generator<readonly Finding[]> {
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= sliceLength * 1.5 ? text.length : cutAfter(text, from + sliceLength)
    const start = from
    yield findPersonalData(text.slice(start, to), options).map((found) => ({
      kind: found.kind,
      start: found.start + start,
      end: found.end + start,
    }))
    from = to
  }
}

const sliceLength = 4000

/** Where to cut, at or after this place: between sentences, else between words, else far from any number; at last anywhere. */
function cutAfter(text: string, at: number): number {
  const near = text.slice(at, at + sliceLength)
  for (const end of [/(?<=\p{L}{2}[.!?])\s+(?=\p{Lu})/u, /(?<=\p{L}{2})[,;:]?\s+(?=\p{L}{2})/u]) {
    const match = end.exec(near)
    if (match) return at + match.index + match[0].length
  }
  const bare = /[^\d@%]{60}/.exec(near)
  return at + (bare ? bare.index + 30 : near.length)
}
