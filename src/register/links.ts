import { sql } from 'kysely'
import type { Actor, Role } from '../kernel/actor.ts'
import { columnOf } from '../kernel/columns.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { type Fields, holdsSeveral } from '../kernel/fields.ts'
import type { Linked, Pointer } from '../kernel/link.ts'
import type { Reference, References } from '../kernel/reference.ts'
import { inAll, type Locale } from '../kernel/texts.ts'
import type { Registered } from './rules.ts'

/** How the records of a register hang together with others. */
export type Linking<F extends Fields> = {
  /** The question that says where a record stands, and the answers that say that it has ended. */
  readonly state?: { readonly field: keyof F & string; readonly ended: readonly string[]; readonly silent?: readonly string[] }
  /** The question that says whose a record is; and the roles that stand behind. Records without one are never marked. */
  readonly owner?: { readonly field: keyof F & string; readonly roles: readonly Role[] }
}

type Words = Readonly<Record<string, { readonly label: string; readonly choices?: Readonly<Record<string, string>> }>>
type LinkedRegister<F extends Fields> = {
  readonly at: `/${string}`
  readonly subject: string
  readonly fields: F
  readonly name: keyof F & string
  readonly references: References<F>
  readonly texts: (locale: Locale) => { readonly title: string; readonly fields: unknown }
  readonly filters?: { readonly [N in keyof F & string]?: string } | undefined
  readonly find: (ctx: Ctx, id: string) => Promise<Registered<F> | undefined>
  readonly mayEdit: (record: Registered<F>, actor: Actor) => boolean
  readonly links?: Linking<F> | undefined
}

/** A register, as those see it that hang together with it: everybody in the organisation reads all of it. */
export function registerLinked<F extends Fields>(register: LinkedRegister<F>): Linked {
  const { at, subject, fields, name, references, texts, filters = {}, find, mayEdit, links } = register
  const words = (locale: Locale) => texts(locale).fields as Words
  const column = (field: string) => sql.ref<string>(`r.${columnOf(fields, field)}`)
  const points = Object.entries(references as Readonly<Record<string, Reference>>).map(
    ([field, { to }]): Pointer => ({
      field,
      column: columnOf(fields, field),
      several: holdsSeveral(fields[field] ?? { kind: 'reference' }),
      to,
      label: (locale) => words(locale)[field]?.label ?? field,
    }),
  )
  const { state, owner } = links ?? {}
  return {
    table: subject,
    title: (locale) => texts(locale).title,
    href: (id) => `${at}/${id}`,
    seen: ({ actor }) => sql`r.organisation_id = ${actor.organisationId}`,
    name: column(name),
    order: sql`r.sort_key, r.id`,
    points,
    label: (field, locale) => words(locale)[field]?.label ?? null,
    list: (field, id) => {
      const key = (filters as Readonly<Record<string, string | undefined>>)[field]
      return key ? `${at}?${key}=${id}` : null
    },
    ...(state && {
      state: column(state.field),
      stateIn: (value: string, locale: Locale) =>
        state.silent?.includes(value) ? null : (words(locale)[state.field]?.choices?.[value] ?? null),
      runs: sql<boolean>`${column(state.field)} <> all (${[...state.ended]}::text[])`,
    }),
    ...(owner && {
      held: async (ctx: Ctx, id: string) => {
        const record = await find(ctx, id)
        if (!record) return undefined
        return {
          name: inAll(() => String(record.values[name] ?? '')),
          owner: record.values[owner.field] as string | null,
          roles: owner.roles,
          may: mayEdit(record, ctx.actor),
        }
      },
    }),
  }
}
