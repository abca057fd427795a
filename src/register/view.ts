import { isDeepStrictEqual } from 'node:util'
import { type RawBuilder, sql } from 'kysely'
import type { ComponentChildren } from 'preact'
import type { Actor } from '../kernel/actor.ts'
import { parseDate } from '../kernel/calendar/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Asked } from '../kernel/http.ts'
import { isId } from '../kernel/ids.ts'
import type { OffersByName, Reference } from '../kernel/reference.ts'
import { type Searched, searchedIn, wordsKey } from '../kernel/searched.ts'
import type { Locale } from '../kernel/texts.ts'
import type { Option, OptionGroup } from '../ui/field.tsx'

/**
 * A list as data, of any query: which rows, who sees them, what they are narrowed and ordered by, and shown with. The page, its address,
 * paging, the three files and saved views follow from it. `R`: a row as its cells know it.
 */
export type List<R extends Row> = {
  readonly at: `/${string}`
  /** What its events are about: `system`. */
  readonly subject: string
  readonly rows: (ctx: Ctx, view: View) => Rows | Promise<Rows>
  /**
   * All that a view holds, for whoever answers for it without being let into each record: how many, and never which (S4-082). Nothing
   * where this reader may not know, or asks for more than a unit and what is late.
   */
  readonly whole?: (ctx: Ctx, view: View) => Rows | null
  /** Of what was read, what the cells need beside it. Several questions for a page, never one a row. */
  readonly dressed?: (asked: Asked, rows: readonly R[]) => Promise<readonly R[]>
  /** By name, in the order of the page; the first is always there. */
  readonly columns: Columns<R>
  /** The one that names the row; the first, where absent. */
  readonly heading?: string
  /** Those it begins with, beside the first. All others may be chosen. */
  readonly begins: readonly string[]
  readonly filters: Readonly<Record<string, Filter>>
  /** By the name of a column: columns of the table, none of them ever empty. Each has an index that ends with `id`. */
  readonly sorts: Readonly<Record<string, readonly string[]>>
  /** Where it begins; the first of the sorts, rising, where absent. */
  readonly opensBy?: (view: Pick<View, 'filters' | 'search'>) => Order
  readonly search?: {
    readonly label: (locale: Locale) => string
    readonly where?: (words: string, ctx: Ctx) => RawBuilder<boolean>
  }
  /** Whether somebody's reading of it is written in the log: each time, or where it is narrowed (S4-167). */
  readonly logged?: { readonly when: 'always' | 'narrowed'; readonly type: string }
  /** What the log says of its files. */
  readonly exported: { readonly type: string; readonly by?: 'protected' }
  /** Files of the same rows that are no table, by the last word of their address. */
  readonly forms?: Readonly<Record<string, FileForm<R>>>
  /** Views that everybody has, beside those that are saved. */
  readonly views?: readonly { readonly label: (locale: Locale) => string; readonly filters: Readonly<Record<string, string>> }[]
  /** Several may be changed at once: what a row's box says, null where this reader may not change it. */
  readonly many?: { readonly tick: (row: R, actor: Actor) => string | null; readonly named: (row: R) => string }
  readonly texts: (locale: Locale) => ListTexts
  /** Pages that lie beside it: other lists of the same part, what is missing, an overview. */
  readonly beside?: readonly Beside[]
  /** What its reader may begin here. `second`: the one primary button is another. */
  readonly actions?: (asked: Asked, second?: boolean) => ComponentChildren
  /** What an empty list is filled with by one press, where its words say so; its button is the primary one. */
  readonly ready?: (asked: Asked) => ComponentChildren
  /** What must be seen before the list, or where nothing is in it; the words of `texts` where absent. */
  readonly notice?: (asked: Asked) => Promise<ComponentChildren>
  readonly empty?: (asked: Asked, view: View) => ComponentChildren
}

export type Beside = { readonly href: string; readonly label: (locale: Locale) => string; readonly may: (actor: Actor) => boolean }
/** Those that this reader may open. */
export const besideOf = (pages: readonly Beside[], actor: Actor, locale: Locale) =>
  pages.filter(({ may }) => may(actor)).map(({ href, label }) => ({ href, label: label(locale) }))

export type Row = { readonly id: string }
/** Where rows are read: a table, or a query in its place. `as`: what it is called in every condition. */
export type Rows = {
  readonly table: string | RawBuilder<unknown>
  readonly as: string
  /** Which of them this reader may see, the organisation first. */
  readonly seen: RawBuilder<boolean>
  /** What is read of those on the page, `id` among it, and what is joined on once the page is cut. */
  readonly select: RawBuilder<unknown>
  readonly joins?: RawBuilder<unknown>
}

/** A view as a file of its own kind, with each of its records whole. */
export type FileForm<R> = {
  readonly label: string
  readonly type: string
  /** At once; or `later`, without a transaction, where it takes long. */
  readonly made: (asked: Asked, rows: readonly R[]) => Promise<string | Uint8Array | Later>
}
export type Later = { readonly later: () => Promise<Uint8Array | 'busy' | 'tooLarge'> }

export type ListTexts = {
  readonly title: string
  readonly lead?: string
  readonly none: string
  readonly noneText: string
}

/** A whole number stays a number; a date is text, as the page has it. Null: nothing there. */
export type Cell = string | number | null
export type Drawn = { readonly locale: Locale; readonly now: Date; readonly offers: OffersByName }
export type ListColumn<R> = {
  readonly label: (locale: Locale) => string
  readonly cell: (row: R, drawn: Drawn) => ComponentChildren
  /** The same in a file; what the cell says, where that is text. */
  readonly plain?: (row: R, drawn: Drawn) => Cell
  readonly figures?: true
  /** The record it names, and who answers for what that is called. */
  readonly names?: { readonly reference: Reference; readonly id: (row: R) => unknown }
}
export type Columns<R> = Readonly<Record<string, ListColumn<R>>>

/** One question that a list is narrowed by. `key`: its name in the address, in the reader's own words. */
export type Filter = {
  readonly key: string
  readonly label: (locale: Locale) => string
  /** What it asks of a row; absent where `rows` sees to it. */
  readonly where?: (value: string, ctx: Ctx) => RawBuilder<boolean> | Promise<RawBuilder<boolean>>
  /** Behind "more filters". */
  readonly rare?: true
  /** Whether it is asked at all in a view; what is set is kept. */
  readonly asked?: (view: View) => boolean
} & (
  | {
      readonly kind: 'choice'
      readonly is: (value: string) => boolean
      readonly options: (asked: Asked) => readonly Option[] | readonly OptionGroup[] | Promise<readonly Option[]>
      readonly any?: (locale: Locale) => string
    }
  /** What some record names in this column of the table: nothing is offered that finds nothing. */
  | {
      readonly kind: 'reference'
      readonly column: string
      readonly several?: boolean
      readonly reference: Reference
      /** Every record names one: nobody asks for those that do not. */
      readonly always?: boolean
    }
  | { readonly kind: 'day' }
  /** Set by a view alone; the form keeps it. */
  | { readonly kind: 'mark'; readonly is: (value: string) => boolean }
  /**
   * Words that mean something known, such as a name or a number: the address has what they mean, and where they mean nothing they stand
   * sealed in it.
   */
  | {
      readonly kind: 'words'
      readonly is: (value: string) => boolean
      readonly meant: (words: string, ctx: Ctx) => Promise<string | null>
      readonly shown: (value: string, ctx: Ctx) => Promise<string>
      /** The address that finds what is meant while one writes, where there is a script. */
      readonly find?: string
    }
)

export type Order = { readonly sort: string; readonly falling: boolean }
/** One view of a list, as its address says it. Two who open the address see the same, but for the words that only one may know. */
export type View = Order & {
  readonly filters: Readonly<Record<string, string>>
  /** What the sealed ones among the filters say. */
  readonly words: Readonly<Record<string, string>>
  readonly search: Searched | null
  /** Somebody else's words stood in the address. */
  readonly lost: boolean
  readonly columns: readonly string[]
  /** The record that the page comes after. */
  readonly after: string | null
  /** The rarer filters stand open. */
  readonly more: boolean
}

export const sortKey = 'sorter'
export const columnsKey = 'kolonner'
export const moreKey = 'filtre'
const moreWord = 'flere'
const afterKey = 'etter'

/** What cannot be read counts as not asked. */
export function readView<R extends Row>(list: List<R>, { ctx, query }: Pick<Asked, 'ctx' | 'query'>): View {
  const read = Object.entries(list.filters).flatMap(([name, filter]) => {
    const text = query.get(filter.key)?.trim() ?? ''
    const value = valueIn(filter, text)
    if (value !== null) return [{ name, value, words: null, lost: false }]
    if (filter.kind !== 'words' || text === '') return []
    const { search, lost } = searchedIn({ ctx, query }, filter.key)
    return [{ name, value: search ? text : null, words: search?.words ?? null, lost }]
  })
  const set = read.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]))
  const filters = Object.fromEntries(set)
  const { search, lost } = list.search ? searchedIn({ ctx, query }) : { search: null, lost: false }
  const asked = query.getAll(columnsKey).flatMap((some) => some.split('.'))
  const columns = choosable(list).filter((one) => asked.includes(one))
  const after = query.get(afterKey)
  return {
    filters,
    words: Object.fromEntries(read.flatMap(({ name, words }) => (words === null ? [] : [[name, words]]))),
    search,
    lost: lost || read.some((one) => one.lost),
    ...(orderIn(list, query.get(sortKey) ?? '') ?? opensBy(list, { filters, search })),
    columns: columns.length > 0 ? columns : list.begins,
    after: isId(after) ? after : null,
    more: query.get(moreKey) === moreWord,
  }
}

/** A view that nobody has written an address for. */
export const viewOf = <R extends Row>(list: List<R>, filters: View['filters'] = {}): View => ({
  filters,
  words: {},
  search: null,
  lost: false,
  ...opensBy(list, { filters, search: null }),
  columns: list.begins,
  after: null,
  more: false,
})

/** The address of a view. What is as the list begins is left out, so that the same view has one address. */
export function viewAddress<R extends Row>(list: List<R>, view: View, path: string = list.at): string {
  const query = new URLSearchParams()
  if (view.search) query.set(wordsKey, view.search.sealed)
  for (const [name, { key }] of Object.entries(list.filters)) {
    const value = view.filters[name]
    if (value !== undefined) query.set(key, value)
  }
  const first = opensBy(list, view)
  if (sortWord(view) !== sortWord(first)) query.set(sortKey, sortWord(view))
  if (view.columns.join() !== list.begins.join()) query.set(columnsKey, view.columns.join('.'))
  if (view.more) query.set(moreKey, moreWord)
  if (view.after) query.set(afterKey, view.after)
  return query.size === 0 ? path : `${path}?${query}`
}

export const sortWord = ({ sort, falling }: Order) => `${falling ? '-' : ''}${sort}`
/** Names only: what was searched for is never kept (S4-167). */
export const usedFilters = ({ filters, search }: Pick<View, 'filters' | 'search'>): readonly string[] => [
  ...(search ? ['search'] : []),
  ...Object.keys(filters),
]
/** The columns that may stand beside the first. */
export const choosable = <R extends Row>({ columns }: List<R>): readonly string[] => Object.keys(columns).slice(1)
/** A rare filter is shown where all are asked for, or where it is used in a view of one's own. */
export const isShown = <R extends Row>({ filters, views = [] }: List<R>, view: View, name: string): boolean =>
  !filters[name]?.rare || view.more || (name in view.filters && !views.some((one) => isDeepStrictEqual(one.filters, view.filters)))

const opensBy = <R extends Row>(list: List<R>, view: Pick<View, 'filters' | 'search'>): Order =>
  list.opensBy?.(view) ?? { sort: Object.keys(list.sorts)[0] ?? '', falling: false }

function orderIn<R extends Row>({ sorts }: List<R>, text: string): Order | null {
  const [, minus, sort] = /^(-?)(.+)$/.exec(text) ?? []
  return sort !== undefined && Object.hasOwn(sorts, sort) ? { sort, falling: minus === '-' } : null
}

/** In the address: those that name nobody, or nothing. */
export const notSet = 'ingen'
export const offersNotSet = (filter: Filter): boolean => filter.kind === 'reference' && filter.where !== undefined && !filter.always

/** What was written, as it stands in the address; null where the filter knows no such thing. */
export function valueIn(filter: Filter, text: string): string | null {
  if (filter.kind === 'reference') return isId(text) || (text === notSet && offersNotSet(filter)) ? text : null
  if (filter.kind !== 'day') return text !== '' && filter.is(text) ? text : null
  const read = parseDate(text)
  return read.ok ? read.date : null
}

/**
 * What a row must say to be in the view. Under row-level security an index serves only operators that can leak nothing: equality and
 * order. Words are looked for among the organisation's own rows, in the order of the list, until a page is full.
 */
export async function wanted<R extends Row>(list: List<R>, ctx: Ctx, view: View, rows: Rows): Promise<RawBuilder<boolean>> {
  const all = [rows.seen]
  for (const [name, value] of Object.entries(view.filters)) {
    const filter = list.filters[name]
    if (filter?.kind === 'reference' && value === notSet) {
      const column = sql.ref(`${rows.as}.${filter.column}`)
      all.push(filter.several ? sql`cardinality(${column}) = 0` : sql`${column} is null`)
    } else if (filter?.where) all.push(await filter.where(view.words[name] ?? value, ctx))
  }
  if (view.search && list.search?.where) all.push(list.search.where(view.search.words, ctx))
  return sql`${sql.join(all, sql` and `)}`
}

/** The columns of the order, the id last: no two records share a place. */
export const orderOf = <R extends Row>(list: List<R>, { sort }: View, { as }: Rows): readonly string[] =>
  [...(list.sorts[sort] ?? []), 'id'].map((column) => `${as}.${column}`)

export const tableIn = (table: Rows['table']): RawBuilder<unknown> => (typeof table === 'string' ? sql.table(table) : sql`(${table})`)

/**
 * Behind one record in the order. Only its id is known: its place is looked up, so that no name stands in an address. Where it is gone,
 * or its reader may not see it, nothing follows.
 */
export function behind<R extends Row>(list: List<R>, view: View, rows: Rows, after: string): RawBuilder<boolean> {
  const { table, as, seen } = rows
  const order = orderOf(list, view, rows)
  const place = order.map(
    (column) =>
      sql`(select ${sql.ref(column)} from ${tableIn(table)} as ${sql.ref(as)} where ${seen} and ${sql.ref(`${as}.id`)} = ${after})`,
  )
  return sql`(${sql.join(order.map((column) => sql.ref(column)))}) ${view.falling ? sql`<` : sql`>`} (${sql.join(place)})`
}
