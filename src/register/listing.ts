import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../kernel/ctx.ts'
import { type SavedView, savedViews } from './saved.ts'
import { behind, type List, orderOf, type Row, type Rows, tableIn, type View, wanted } from './view.ts'

export const pageSize = 50
/** Counted no further: what comes after costs a reading of all, and is told as "1000+". */
export const countedTo = 1000
/** Records read at once for a file. */
const lump = 1000
/** As many as one reads through in a list of choices. */
const mostOffered = 1000

export type Part<R> = {
  readonly rows: readonly R[]
  /** More follow. */
  readonly more: boolean
  /** How many there are in all, counted to `countedTo` and one. */
  readonly count: number
  /** By filter: the records that some row names in its column. */
  readonly pointed: Readonly<Record<string, readonly string[]>>
  readonly saved: readonly SavedView[]
}

/** What one list reads of its table: a page with all that stands around it, or everything for a file. */
export function listing<R extends Row>(list: List<R>) {
  return {
    /** One statement: the page, what it counts, the views that are saved, and what the filters may be set to (`offered`). */
    async page(ctx: Ctx, view: View, offered: readonly string[] = []): Promise<Part<R>> {
      const rows = await list.rows(ctx, view)
      const { cut, all } = await cutOf(list, ctx, view, rows, pageSize + 1)
      const pointed = offered.map((name) => sql`, ${onFirst(sql`array(${pointedAt(list, ctx, name, rows)})`)} as ${sql.ref(`#${name}`)}`)
      // A page that begins at the first and ends before the last is all there is.
      const count = sql`case when ${view.after !== null} or (select count(*) from page) > ${sql.lit(pageSize)}
        then (select count(*)::integer from (${all} limit ${sql.lit(countedTo + 1)}) as counted) end`
      const found = await sql<Read<R>>`
        with page as materialized (${cut})
        select page.*, ${onFirst(count)} as "#count", ${onFirst(sql`(${savedViews(ctx, list.at)})`)} as "#saved"${sql.join(pointed, sql``)}
        from (select 1) as one left join page on true order by page."#"`.execute(ctx.tx)
      const first = found.rows[0]
      const read = found.rows.filter(({ id }) => id !== null)
      return {
        rows: read.slice(0, pageSize),
        more: read.length > pageSize,
        count: first?.['#count'] ?? read.length,
        saved: first?.['#saved'] ?? [],
        pointed: Object.fromEntries(offered.map((name) => [name, (first?.[`#${name}`] as readonly string[] | null) ?? []])),
      }
    },
    /** All of the view from its beginning, some at a time. */
    async *all(ctx: Ctx, view: View): AsyncGenerator<readonly R[]> {
      let after: string | null = null
      for (;;) {
        const here: View = { ...view, after }
        const { cut } = await cutOf(list, ctx, here, await list.rows(ctx, here), lump)
        const { rows }: { rows: R[] } = await sql<R>`${cut} order by "#"`.execute(ctx.tx)
        yield rows
        after = rows.at(-1)?.id ?? null
        if (rows.length < lump) return
      }
    },
  }
}

type Read<R> = R & { readonly '#': number; readonly '#count': number | null; readonly '#saved': readonly SavedView[] } & Readonly<
    Record<`#${string}`, unknown>
  >

/** Said once, on the first line: it is the same for the whole page. */
const onFirst = (what: RawBuilder<unknown>) => sql`case when coalesce(page."#", 1) = 1 then ${what} end`

/** One page of a view, and all of it uncut. The page is cut before anything is joined on, so that names are looked up for fifty rows and not for all. */
export async function cutOf<R extends Row>(list: List<R>, ctx: Ctx, view: View, rows: Rows, limit: number) {
  const { table, as, select, joins } = rows
  const from = sql`from ${tableIn(table)} as ${sql.ref(as)} where ${await wanted(list, ctx, view, rows)}`
  const order = sql.join(orderOf(list, view, rows).map((column) => sql`${sql.ref(column)} ${view.falling ? sql`desc` : sql`asc`}`))
  const place = view.after === null ? sql`` : sql`and ${behind(list, view, rows, view.after)}`
  const cut = sql`
    select ${select}, row_number() over (order by ${order}) as "#"
    from (select ${sql.ref(as)}.* ${from} ${place} order by ${order} limit ${sql.lit(limit)}) as ${sql.ref(as)} ${joins ?? sql``}`
  // Counted in the order of the list: by its index, and never through the rows of everybody else.
  return { cut, all: sql`select ${from} order by ${order}` }
}

/**
 * What a reference points at in some record: a filter offers nothing that finds nothing. From one to the next in the filter's index,
 * since `distinct` would read the whole of it.
 */
function pointedAt<R extends Row>(list: List<R>, { actor }: Ctx, name: string, { table }: Rows): RawBuilder<unknown> {
  const filter = list.filters[name]
  if (filter?.kind !== 'reference') return sql`select null::uuid limit 0`
  const column = sql.ref(filter.column)
  const own = sql`from ${tableIn(table)} as r where organisation_id = ${actor.organisationId}`
  if (filter.several) return sql`select distinct unnest(${column}) ${own} limit ${sql.lit(mostOffered)}`
  // What is put together by a query has no index to go by.
  if (typeof table !== 'string') return sql`select distinct ${column} ${own} and ${column} is not null limit ${sql.lit(mostOffered)}`
  const next = (than: RawBuilder<unknown>) => sql`
    select ${column} ${own} and ${column} ${than} order by ${column} limit 1`
  return sql`
    with recursive seen (id) as (
      (${next(sql`is not null`)}) union all select (${next(sql`> seen.id`)}) from seen where seen.id is not null
    )
    select id from seen where id is not null limit ${sql.lit(mostOffered)}`
}
