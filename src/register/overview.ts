import { type RawBuilder, sql } from 'kysely'
import type { Counted, Ctx } from '../kernel/ctx.ts'
import { countedTo, cutOf } from './listing.ts'
import { type List, type Row, viewAddress, viewOf } from './view.ts'

/** A view of a list that is counted on home. `late`: what should not be there. */
export type CountedView = {
  readonly label: (count: number) => string
  readonly filters: Readonly<Record<string, string>>
  readonly late?: true
}

/** How many stand in each of these views of a list, for whoever asks: in one statement, none counted further than its list counts. */
export async function countedViews<R extends Row>(list: List<R>, ctx: Ctx, views: readonly CountedView[]): Promise<readonly Counted[]> {
  const counts: RawBuilder<unknown>[] = []
  for (const [at, { filters }] of views.entries()) {
    const view = viewOf(list, filters)
    const { all } = await cutOf(list, ctx, view, await list.rows(ctx, view), 1)
    counts.push(sql`(select count(*)::integer from (${all} limit ${sql.lit(countedTo + 1)}) as counted) as ${sql.ref(String(at))}`)
  }
  const { rows } = await sql<Readonly<Record<string, number>>>`select ${sql.join(counts)}`.execute(ctx.tx)
  return views.map(({ label, filters, late }, at) => {
    const count = rows[0]?.[String(at)] ?? 0
    const href = viewAddress(list, viewOf(list, filters))
    return { label: label(count), href, count: Math.min(count, countedTo), more: count > countedTo, late: late === true && count > 0 }
  })
}
