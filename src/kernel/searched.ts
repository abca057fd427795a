import type { Ctx } from './ctx.ts'
import type { Asked } from './http.ts'
import { mark, seal, unseal } from './seal.ts'

// Words searched for are posted, and answered with an address where they stand sealed: a name or a number is in no history,
// no proxy's log, no Referer and no `til` (ASVS 14.2.1). Nothing is kept: the address itself is all there is, so paging, the
// other filters, the back button and a reload keep the words; whoever else is sent it has the list without them.

/** What was searched for, and how it stands in an address. */
export type Searched = { readonly words: string; readonly sealed: string }

/** The field of the form, and the name in the address. */
export const wordsKey = 'ord'
const longest = 200
const hoursKept = 24
/** Sealed in lengths of this many bytes, so that the address does not tell how long a name is. */
const padding = 64

/** As posted. Null where nothing was written. */
export function searchFor(ctx: Ctx, text: string): Searched | null {
  const words = text.trim().slice(0, longest)
  if (words === '') return null
  const plain = JSON.stringify({ words, at: ctx.now.getTime() })
  return { words, sealed: seal(keyOf(ctx), plain, aboutOf(ctx), padding).toString('base64url') }
}

/** As it stands in the address. `lost`: there are words in it, but another's, old ones, or plain ones that somebody wrote there. */
export function searchedIn(
  { ctx, query }: Pick<Asked, 'ctx' | 'query'>,
  key = wordsKey,
): { readonly search: Searched | null; readonly lost: boolean } {
  const sealed = query.get(key)
  if (!sealed) return { search: null, lost: false }
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.toString('base64url') !== sealed) return { search: null, lost: true }
    const { words, at } = JSON.parse(unseal(keyOf(ctx), bytes, aboutOf(ctx))) as { words: string; at: number }
    const kept = Math.abs(ctx.now.getTime() - at) < hoursKept * 3_600_000
    return kept ? { search: { words, sealed }, lost: false } : { search: null, lost: true }
  } catch {
    return { search: null, lost: true }
  }
}

/** Sealed for one person in one organisation. */
const aboutOf = ({ actor }: Ctx) => `search|${actor.organisationId}|${actor.personId}`
const keyOf = ({ house }: Ctx) => mark(house.sealingKey, 'search')
