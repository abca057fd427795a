import { sql } from 'kysely'
import type { Schema } from '../db/types.ts'
import type { Finds } from '../kernel/module.ts'
import type { Locale } from '../kernel/texts.ts'
import { askedFor, everybody, foundBy } from '../kernel/words.ts'

/** A table and a column that are there: a search that names another would fail when somebody looks. */
export type Table = keyof Schema & string
export type Column<T extends Table> = keyof Schema[T] & string
/** Those whose records have a name. */
export type Named = { readonly [T in Table]: 'name' extends Column<T> ? T : never }[Table]

/**
 * A register among the hits of the search from anywhere: everybody in the organisation sees its records. Its migration says which columns
 * are read: `select varde_searched('card', 'name', 'purpose')`.
 */
export const registerFinds = <T extends Table>(
  table: T,
  at: `/${string}`,
  called: Column<T>,
  label: (locale: Locale) => string,
): Finds => ({
  label,
  hits: async (ctx, words, _, most) => {
    const { rows } = await sql<{ id: string; title: string }>`
      select t.id, ${sql.ref(`t.${called}`)} as title
      from (${foundBy(table, askedFor(words), everybody, most)}) f
      join ${sql.table(table)} t on t.organisation_id = ${ctx.actor.organisationId} and t.id = f.id
      order by f.place`.execute(ctx.tx)
    return rows.map(({ id, title }) => ({ href: `${at}/${id}`, title, beside: null }))
  },
  list: () => at,
})
