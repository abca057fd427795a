import { carried, carry, type Use } from './carried.ts'
import type { Ctx } from './ctx.ts'
import type { Asked } from './http.ts'

// Words searched for are posted, and answered with an address where they stand sealed: a name or a number is in no history,
// no proxy's log, no Referer and no `til` (ASVS 14.2.1). Nothing is kept: the address itself is all there is, so paging, the
// other filters, the back button and a reload keep the words; whoever else is sent it has the list without them.

/** What was searched for, and how it stands in an address. */
export type Searched = { readonly words: string; readonly sealed: string }

/** The field of the form, and the name in the address. */
export const wordsKey = 'ord'
const longest = 200

/** As posted. Null where nothing was written. */
export function searchFor(ctx: Ctx, text: string): Searched | null {
  const words = text.trim().slice(0, longest)
  if (words === '') return null
  return { words, sealed: carry(ctx, use(ctx), words) }
}

/** As it stands in the address. `lost`: there are words in it, but another's, old ones, or plain ones that somebody wrote there. */
export function searchedIn(
  { ctx, query }: Pick<Asked, 'ctx' | 'query'>,
  key = wordsKey,
): { readonly search: Searched | null; readonly lost: boolean } {
  const sealed = query.get(key)
  if (!sealed) return { search: null, lost: false }
  const words = carried<string>(ctx, use(ctx), sealed)
  return words === undefined ? { search: null, lost: true } : { search: { words, sealed }, lost: false }
}

/** For one person in one organisation, and a day; in blocks, so that the address does not tell how long a name is. */
const use = ({ actor }: Ctx): Use => ({ name: 'search', whose: `${actor.organisationId}|${actor.personId}`, minutes: 24 * 60, block: 64 })
