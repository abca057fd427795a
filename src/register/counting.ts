import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../kernel/ctx.ts'
import type { Tally } from './count.ts'

/**
 * For the rest of this transaction: what is grouped is few, but the database cannot know that, and would sort it on the disk; and
 * compiling a statement takes longer than reading some thousand rows.
 */
export const readyToCount = async (ctx: Ctx): Promise<void> =>
  void (await sql`select set_config('work_mem', '32MB', true), set_config('jit', 'off', true)`.execute(ctx.tx))

/**
 * Counts records by several things, each by itself, in one statement that reads them once. `from` selects one column for each name: a text, a
 * list of texts or null. What may be seen is for `from` to say.
 */
export async function countedBy<N extends string>(
  ctx: Ctx,
  from: RawBuilder<unknown>,
  names: readonly N[],
): Promise<{ readonly total: number; readonly by: (name: N) => readonly Tally[] }> {
  const columns = names.map((name) => sql.ref(name))
  const sets = sql.join([sql`()`, ...columns.map((column) => sql`(${column})`)])
  const { rows } = await sql<{ readonly among: number; readonly count: number } & Readonly<Record<N, Tally['answer']>>>`
    select grouping(${sql.join(columns)}) as among, ${sql.join(columns)}, count(*)::integer as count
    from (${from}) counted group by grouping sets (${sets})`.execute(ctx.tx)
  // A bit for each column that the row is not grouped by, the first the highest.
  const all = 2 ** names.length - 1
  const by = new Map(
    names.map((name, at) => {
      const among = all - 2 ** (names.length - 1 - at)
      const tallies = rows.filter((row) => row.among === among).map((row): Tally => ({ answer: row[name], count: row.count }))
      return [name, tallies] as const
    }),
  )
  return { total: rows.find((row) => row.among === all)?.count ?? 0, by: (name) => by.get(name) ?? [] }
}
