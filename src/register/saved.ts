import { type RawBuilder, sql } from 'kysely'
import { carried, carry, type Use } from '../kernel/carried.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { type List, type Row, readView, type View, viewAddress } from './view.ts'

// Views of a list that somebody has given a name. A list draws them above itself; they are made and changed by the module `views`.

/** A saved view as its list knows it. */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly opens: 'yes' | 'no'
  readonly own: boolean
}

/** Those that whoever asks has saved for this list, then those shared with a role of theirs. */
export const savedViews = ({ actor }: Ctx, at: string): RawBuilder<unknown> => sql`
  select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'query', v.query, 'opens', v.opens, 'own', v.own)
    order by v.own desc, v.sort_key, v.id), '[]')
  from (
    select s.*, s.person_id = ${actor.personId} as own from saved_view s
    where s.organisation_id = ${actor.organisationId} and s.list = ${at}
      and (s.person_id = ${actor.personId} or s.shared_with = any(${[...actor.roles]}::text[]))
    limit ${sql.lit(mostSaved)}
  ) as v`
const mostSaved = 40

/** The address of the list without what is this reader's alone: words searched for, and the place that a page begins at. */
export const sharedAddress = <R extends Row>(list: List<R>, view: View): string => {
  const filters = Object.fromEntries(Object.entries(view.filters).filter(([name]) => !(name in view.words)))
  return viewAddress(list, { ...view, filters, search: null, after: null, more: false })
}

/** A saved view's address as the list would write it today: what it no longer knows is left out. */
export const addressOfSaved = <R extends Row>(ctx: Ctx, list: List<R>, { query }: Pick<SavedView, 'query'>): string =>
  sharedAddress(list, readView(list, { ctx, query: new URLSearchParams(query) }))

/** What the list itself has read, so that nobody saves an address with words in it. For whoever asks, and nobody else. */
export const sealedAddress = (ctx: Ctx, address: string): string => carry(ctx, use(ctx), address)

/** The list and the query that were sealed; null where they were not sealed here, for whoever asks. */
export function unsealedAddress(ctx: Ctx, sealed: string): { readonly list: string; readonly query: string } | null {
  const [list, query = ''] = carried<string>(ctx, use(ctx), sealed)?.split('?') ?? []
  return list === undefined ? null : { list, query }
}

/** As long as a list may stand open before somebody saves what they see. */
const use = ({ actor }: Ctx): Use => ({ name: 'view', whose: `${actor.organisationId}|${actor.personId}`, minutes: 24 * 60, block: 64 })
