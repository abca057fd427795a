import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { sourceFields } from './fields.ts'
import type { Source } from './source.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const { find: findSource, keyed: sourcesNamed } = store

/** A field that names sources: those in use may be chosen. */
export const sourceReference = referenceTo('source', {
  called: 'name',
  open: { column: 'in_use', is: 'yes' },
  gone: (locale) => texts(locale).outOfUse,
})

/** Those of them that a reader can follow: in use, and with an address. From the law down. */
export async function sourcesShown(ctx: Ctx, ids: readonly string[]): Promise<readonly Source[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('source')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', 'in', [...ids])
    .where('in_use', '=', 'yes')
    .where('address', 'is not', null)
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  const { of } = sourceFields.level
  return rows
    .map((row) => ({ id: row.id, version: row.version, values: fromRow(sourceFields, row) }))
    .toSorted((a, b) => of.indexOf(a.values.level ?? 'page') - of.indexOf(b.values.level ?? 'page'))
}

export type RuleInUse = { readonly name: string; readonly address: string; readonly level: string; readonly chapter: string | null }
/** Rules that a reader can follow, from the law down; pages elsewhere are none (S2-11). */
export async function rulesInUse(ctx: Ctx): Promise<readonly RuleInUse[]> {
  const { rows } = await sql<RuleInUse>`
    select name, address, level, chapter from source
    where organisation_id = ${ctx.actor.organisationId} and in_use = 'yes' and address is not null and level <> 'page'
    order by array_position(${[...sourceFields.level.of]}::text[], level), sort_key, id limit 50`.execute(ctx.tx)
  return rows
}
