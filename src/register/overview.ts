import { type RawBuilder, sql } from 'kysely'
import type { Counted, Ctx } from '../kernel/ctx.ts'
import { countedTo, cutOf } from './listing.ts'
import { type List, type Row, type Rows, type View, viewAddress, viewOf } from './view.ts'

/** A view of a list that is counted on home. `late`: what should not be there. */
export type CountedView = {
  readonly label: (count: number) => string
  readonly filters: Readonly<Record<string, string>>
  readonly late?: true
}

/**
 * How many stand in each of these views of a list, for whoever asks: in one statement, none counted further than its list counts. Where the
 * list knows of the whole, that is counted, and beside it how many of them its reader may open.
 */
export async function countedViews<R extends Row>(list: List<R>, ctx: Ctx, views: readonly CountedView[]): Promise<readonly Counted[]> {
  const read = await countsOf(
    list,
    ctx,
    views.map(({ filters }) => viewOf(list, filters)),
  )
  return read.map(({ view, all, opens }, at) => {
    const { label, late } = views[at] as CountedView
    const counted = { count: Math.min(all, countedTo), more: all > countedTo, late: late === true && all > 0 }
    return { label: label(all), href: viewAddress(list, view), ...counted, ...(opens < all ? { opens } : {}) }
  })
}

/** Of one view: as `countedViews`, where its reader may open some and not all. */
export async function partlyOpen<R extends Row>(list: List<R>, ctx: Ctx, view: View) {
  if (!list.whole?.(ctx, view)) return null
  const [read] = await countsOf(list, ctx, [{ ...view, after: null }])
  return read && read.opens < read.all ? { opens: read.opens, count: Math.min(read.all, countedTo), more: read.all > countedTo } : null
}

async function countsOf<R extends Row>(list: List<R>, ctx: Ctx, views: readonly View[]) {
  const counts: RawBuilder<unknown>[] = []
  const counted = async (view: View, rows: Rows, name: string) => {
    const { all } = await cutOf(list, ctx, view, rows, 1)
    counts.push(sql`(select count(*)::integer from (${all} limit ${sql.lit(countedTo + 1)}) as counted) as ${sql.ref(name)}`)
  }
  for (const [at, view] of views.entries()) {
    await counted(view, await list.rows(ctx, view), String(at))
    const whole = list.whole?.(ctx, view)
    if (whole) await counted(view, whole, `${at} in all`)
  }
  const { rows } = await sql<Readonly<Record<string, number>>>`select ${sql.join(counts)}`.execute(ctx.tx)
  return views.map((view, at) => {
    const opens = rows[0]?.[String(at)] ?? 0
    return { view, opens, all: rows[0]?.[`${at} in all`] ?? opens }
  })
}
