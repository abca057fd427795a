import { sql } from 'kysely'
import type { Ctx } from '../kernel/ctx.ts'
import type { Called, Reference } from '../kernel/reference.ts'
import type { Locale } from '../kernel/texts.ts'
import type { RegisterTable } from './store.ts'

type Points = {
  /** The column that names a record. */
  readonly called: string
  /** What a record must say to be chosen today; the others keep their name. All where absent. */
  readonly open?: { readonly column: string; readonly is: string }
  readonly gone: (locale: Locale) => string
}

/** A field of another module that points at a record of this register, for its `public.ts`. */
export function referenceTo(table: RegisterTable, { called, open, gone }: Points): Reference {
  const isOpen = open ? sql<boolean>`${sql.ref(open.column)} = ${open.is}` : sql<boolean>`true`
  const named = (ctx: Ctx) =>
    ctx.tx
      .selectFrom(table as 'system')
      .select(['id', sql<string>`${sql.ref(called)}`.as('name'), sql<boolean>`not (${isOpen})`.as('gone')])
      .where('organisation_id', '=', ctx.actor.organisationId)
  return {
    to: table,
    choices: (ctx) => named(ctx).where(isOpen).orderBy('sort_key').orderBy('id').execute(),
    named: async (ctx, ids) => {
      if (ids.length === 0) return new Map()
      const rows = await named(ctx)
        .where('id', 'in', [...ids])
        .execute()
      return new Map(rows.map((row) => [row.id, row]))
    },
    called: async (ctx, names) => {
      const { rows } = await sql<Called>`
        select wanted.name as as, r.id, ${sql.ref(`r.${called}`)} as name, not (${isOpen}) as gone
        from unnest(${[...names]}::text[]) as wanted (name)
        join ${sql.table(table)} r on r.organisation_id = ${ctx.actor.organisationId} and lower(${sql.ref(`r.${called}`)}) = lower(wanted.name)
        `.execute(ctx.tx)
      return rows
    },
    gone,
  }
}
