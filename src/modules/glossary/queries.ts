import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx, Hit } from '../../kernel/ctx.ts'
import type { Finds } from '../../kernel/module.ts'
import { askedFor, everybody, foundBy } from '../../kernel/words.ts'
import { termFields } from './fields.ts'
import { anchorOf, type Term } from './glossary.ts'
import { saidIn } from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const { find: findTerm, keyed: termsNamed } = store

const most = 1000
export async function termsInUse(ctx: Ctx): Promise<readonly Term[]> {
  const rows = await ctx.tx
    .selectFrom('glossary_term')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('in_use', '=', 'yes')
    .orderBy('sort_key')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(termFields, row) }))
}

/** A term among the hits of the search from anywhere says what it means there and then. */
export const findsTerms: Finds = {
  label: (locale) => texts(locale).title,
  hits: async (ctx, words, locale, wanted): Promise<readonly Hit[]> => {
    const { rows } = await sql<Record<string, unknown> & { id: string; version: number }>`
      select t.* from (${foundBy('glossary_term', askedFor(words), everybody)}) f
      join glossary_term t on t.organisation_id = ${ctx.actor.organisationId} and t.id = f.id
      where t.in_use = 'yes' order by f.place limit ${wanted}`.execute(ctx.tx)
    return rows.map((row) => {
      const { id, name, meaning } = saidIn({ id: row.id, version: row.version, values: fromRow(termFields, row) }, locale)
      return { href: `/ordliste#${anchorOf(id)}`, title: name, beside: meaning }
    })
  },
  list: () => '/ordliste',
}
