import { type RawBuilder, sql } from 'kysely'
import { fromRow } from '../kernel/columns.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Fields } from '../kernel/fields.ts'
import type { Registered } from './rules.ts'
import type { RegisterTable } from './store.ts'
import { behind, type ListedBy, orderOf, type View, wanted } from './view.ts'

export const pageSize = 50
/** Counted no further: what comes after costs a reading of all, and is told as "1000+". */
export const countedTo = 1000
/** Records read at once for a file. */
const lump = 1000

/** What one list reads of its table: pages, a count, everything, and what its filters may be set to. */
export function listing<F extends Fields>(subject: string, list: ListedBy<F>) {
  // One of the registers' tables stands for all (store.ts).
  const table = subject as RegisterTable & 'system'
  const own = (ctx: Ctx) => ctx.tx.selectFrom(table).where('organisation_id', '=', ctx.actor.organisationId)
  const narrowed = (ctx: Ctx, view: View) => wanted(list, view).reduce((query, one) => query.where(one), own(ctx))

  const read = async (ctx: Ctx, view: View, limit: number): Promise<readonly Registered<F>[]> => {
    let query = narrowed(ctx, view).selectAll().limit(limit)
    if (view.after) query = query.where(behind(list, view, table, ctx.actor.organisationId, view.after))
    for (const column of orderOf(list, view)) query = query.orderBy(sql.ref(column), view.falling ? 'desc' : 'asc')
    return (await query.execute()).map((row) => ({ id: row.id, version: row.version, values: fromRow(list.fields, row) }))
  }

  return {
    /** One page, whether more follows, and how many there are in all, up to `countedTo` and one. */
    async page(ctx: Ctx, view: View) {
      const found = await read(ctx, view, pageSize + 1)
      const records = found.slice(0, pageSize)
      const more = found.length > pageSize
      if (!more && view.after === null) return { records, more, count: records.length }
      const counted = narrowed(ctx, view)
        .select('id')
        .limit(countedTo + 1)
      const row = await ctx.tx.selectFrom(counted.as('counted')).select(sql<number>`count(*)::integer`.as('count')).executeTakeFirst()
      return { records, more, count: row?.count ?? 0 }
    },
    /** All of the view from its beginning, some at a time. */
    async *all(ctx: Ctx, view: View): AsyncGenerator<readonly Registered<F>[]> {
      let after: string | null = null
      for (;;) {
        const records: readonly Registered<F>[] = await read(ctx, { ...view, after }, lump)
        yield records
        after = records.at(-1)?.id ?? null
        if (records.length < lump) return
      }
    },
    /**
     * What a reference points at in some record: a filter offers nothing that finds nothing. From one to the next in the filter's index,
     * since `distinct` would read the whole of it.
     */
    async pointedAt(ctx: Ctx, column: string): Promise<readonly string[]> {
      const next = (than: RawBuilder<unknown>) => sql`
        select ${sql.ref(column)} from ${sql.table(table)}
        where organisation_id = ${ctx.actor.organisationId} and ${sql.ref(column)} ${than}
        order by ${sql.ref(column)} limit 1`
      const { rows } = await sql<{ id: string }>`
        with recursive seen (id) as (
          (${next(sql`is not null`)}) union all select (${next(sql`> seen.id`)}) from seen where seen.id is not null
        )
        select id from seen where id is not null limit ${mostOffered}`.execute(ctx.tx)
      return rows.map(({ id }) => id)
    },
  }
}

const mostOffered = 1000
