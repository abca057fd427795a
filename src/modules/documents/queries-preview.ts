import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { contentOf, type Document } from './document.ts'
import { renderPages } from './render.ts'

type Preview = {
  readonly pages: readonly string[]
  /** Whether the document was laid out now, and not found among those just laid out. */
  readonly made: boolean
}

/**
 * Pages as pictures, with the last `mostPages` of them kept. A page of Varde asks for the same document once for itself and once
 * for each picture, so what was laid out lately is found again, under a hash of all that it says: whoever asks has already been
 * allowed to see that very content. The oldest document leaves first.
 */
export function previews(mostPages: number): (document: Document) => Promise<Preview> {
  const kept = new Map<string, readonly string[]>()
  return async (document) => {
    const key = createHash('sha256').update(contentOf(document)).digest('base64')
    const known = kept.get(key)
    if (known) return { pages: known, made: false }
    const pages = renderPages(document)
    kept.set(key, pages)
    let count = [...kept.values()].reduce((sum, one) => sum + one.length, 0)
    for (const [oldest, its] of kept) {
      if (count <= mostPages || oldest === key) break
      kept.delete(oldest)
      count -= its.length
    }
    // The layout's native memory is given back when the event loop turns.
    await setImmediate()
    return { pages, made: true }
  }
}

/** Some 60 kB a page: 12 MB. */
export const previewPages = previews(200)
