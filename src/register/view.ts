import { type RawBuilder, sql } from 'kysely'
import { columnOf } from '../kernel/columns.ts'
import type { Fields } from '../kernel/fields.ts'
import type { Asked } from '../kernel/http.ts'
import { isId } from '../kernel/ids.ts'
import { type Searched, searchedIn, wordsKey } from '../kernel/searched.ts'

/** A list as data: what it may be narrowed by, ordered by and shown with. */
export type Listed<F extends Fields> = {
  /** The questions it may be narrowed by, a choice or a reference each, with their names in the address. */
  readonly filters: { readonly [N in keyof F & string]?: string }
  /**
   * The questions it may be ordered by, and by which columns of the table, none of them ever empty. The first is where it begins. Each
   * has an index that begins with the organisation and ends with `id`.
   */
  readonly sorts: { readonly [N in keyof F & string]?: readonly string[] }
  /** The columns it begins with, beside the name. All others may be chosen. */
  readonly columns: readonly (keyof F & string)[]
  /** An empty cell in these says that it is missing. */
  readonly needed?: readonly (keyof F & string)[]
}
export type ListedBy<F extends Fields> = Listed<F> & { readonly at: string; readonly fields: F; readonly name: keyof F & string }

/** One view of a list, as its address says it. Two who open the address see the same, but for the words that only one may know. */
export type View = {
  readonly filters: Readonly<Record<string, string>>
  readonly search: Searched | null
  /** Somebody else's words stood in the address. */
  readonly lost: boolean
  readonly sort: string
  readonly falling: boolean
  readonly columns: readonly string[]
  /** The record that the page comes after. */
  readonly after: string | null
}

export const sortKey = 'sorter'
export const columnsKey = 'kolonner'
const afterKey = 'etter'

/** What cannot be read counts as not asked. */
export function readView<F extends Fields>(list: ListedBy<F>, { ctx, query }: Pick<Asked, 'ctx' | 'query'>): View {
  const filters = Object.entries<string | undefined>(list.filters).flatMap(([name, key]) => {
    const value = query.get(key ?? '') ?? ''
    return answers(list.fields, name, value) ? [[name, value] as const] : []
  })
  const [, minus, named] = /^(-?)(.*)$/.exec(query.get(sortKey) ?? '') ?? []
  const known = named !== undefined && Object.hasOwn(list.sorts, named)
  const asked = query.getAll(columnsKey).flatMap((some) => some.split('.'))
  const columns = choosable(list).filter((one) => asked.includes(one))
  const after = query.get(afterKey)
  const { search, lost } = searchedIn({ ctx, query })
  return {
    filters: Object.fromEntries(filters),
    search,
    lost,
    sort: known ? named : firstSort(list),
    falling: known && minus === '-',
    columns: columns.length > 0 ? columns : list.columns,
    after: isId(after) ? after : null,
  }
}

/** The address of a view. What is as the list begins is left out, so that the same view has one address. */
export function viewAddress<F extends Fields>(list: ListedBy<F>, view: View, path = list.at): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(view.filters)) query.set(list.filters[name] ?? name, value)
  if (view.search) query.set(wordsKey, view.search.sealed)
  if (view.falling || view.sort !== firstSort(list)) query.set(sortKey, sortWord(view))
  if (view.columns.join() !== list.columns.join()) query.set(columnsKey, view.columns.join('.'))
  if (view.after) query.set(afterKey, view.after)
  return query.size === 0 ? path : `${path}?${query}`
}

export const sortWord = ({ sort, falling }: Pick<View, 'sort' | 'falling'>) => `${falling ? '-' : ''}${sort}`
export const isNarrowed = ({ filters, search }: View) => search !== null || Object.keys(filters).length > 0
/** The columns that may stand beside the name, in the order of the questions. */
export const choosable = <F extends Fields>({ fields, name }: ListedBy<F>) => Object.keys(fields).filter((one) => one !== name)

const firstSort = <F extends Fields>({ sorts }: ListedBy<F>) => Object.keys(sorts)[0] ?? ''

function answers(fields: Fields, name: string, value: string): boolean {
  const field = fields[name]
  return field?.kind === 'reference'
    ? isId(value)
    : field?.kind === 'choice' || field?.kind === 'choices'
      ? field.of.includes(value)
      : false
}

/**
 * What a record must say to be in the view. Under row-level security an index serves only operators that can leak nothing: equality
 * and order. Words within a name are looked for among the organisation's own rows, in the order of the list, until a page is full.
 */
export function wanted<F extends Fields>(list: ListedBy<F>, view: View): readonly RawBuilder<boolean>[] {
  const column = (name: string) => sql.ref(columnOf(list.fields, name))
  return [
    ...Object.entries(view.filters).map(([name, value]) =>
      list.fields[name]?.kind === 'choices' ? sql<boolean>`${value} = any(${column(name)})` : sql<boolean>`${column(name)} = ${value}`,
    ),
    ...(view.search ? [sql<boolean>`strpos(varde_fold(${column(list.name)}), varde_fold(${view.search.words})) > 0`] : []),
  ]
}

/** The columns of the order, the id last: no two records share a place. */
export const orderOf = <F extends Fields>(list: ListedBy<F>, { sort }: View): readonly string[] => [...(list.sorts[sort] ?? []), 'id']

/**
 * Behind one record in the order. Only its id is known: its place is looked up, so that no name stands in an address. Where it is gone,
 * nothing follows.
 */
export function behind<F extends Fields>(list: ListedBy<F>, view: View, table: string, organisationId: string, after: string) {
  const own = sql`from ${sql.table(table)} where organisation_id = ${organisationId} and id = ${after}`
  const order = orderOf(list, view)
  const place = order.map((column) => (column === 'id' ? sql`${after}::uuid` : sql`(select ${sql.ref(column)} ${own})`))
  const than = view.falling ? sql`<` : sql`>`
  return sql<boolean>`(${sql.join(order.map((column) => sql.ref(column)))}) ${than} (${sql.join(place)})`
}
