import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import { type LocalDate, localDate } from '../kernel/calendar/calendar.ts'
import { columnOf, fromRow } from '../kernel/columns.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { type Field, type Fields, type FieldTexts, holdsSeveral } from '../kernel/fields.ts'
import type { Reference, References } from '../kernel/reference.ts'
import type { Locale } from '../kernel/texts.ts'
import { askedFor, everybody, foundBy } from '../kernel/words.ts'
import { LinkButton, PostButton } from '../ui/button.tsx'
import { DueDay } from '../ui/deadline.tsx'
import { Empty } from '../ui/empty.tsx'
import { TextLink } from '../ui/page.tsx'
import { plainValue, showValue } from '../ui/record-view.tsx'
import { uiTexts } from '../ui/texts.ts'
import { dueFilter } from './due.ts'
import { endsFilter, LastDay } from './ends.tsx'
import { importTexts } from './import/texts.ts'
import { tickOf } from './many.tsx'
import type { Registered } from './rules.ts'
import { templateTexts } from './templates/texts.ts'
import { type Beside, type Columns, type Filter, type List, type ListTexts, usedFilters } from './view.ts'

/** What a plain register says of its list: its questions are the columns, and all may be chosen. */
export type Listed<F extends Fields> = {
  /** Files are brought in to it. */
  readonly imports?: true
  /** Its records may begin with a template (register/templates). */
  readonly templates?: true
  /** The questions it may be narrowed by, a choice or a reference each, with their names in the address. */
  readonly filters: { readonly [N in keyof F & string]?: string }
  /**
   * The questions it may be ordered by, and by which columns of the table, none of them ever empty. The first is where it begins. Each
   * has an index that begins with the organisation and ends with `id`.
   */
  readonly sorts: { readonly [N in keyof F & string]?: readonly string[] }
  /** The columns it begins with, beside the name. */
  readonly columns: readonly (keyof F & string)[]
  /**
   * The last day of what a record is of: where it has passed, or is near, the cell says so, and the list may be narrowed by it. Of those
   * that are open alone. `key`: its name in the address.
   */
  readonly ends?: {
    readonly field: keyof F & string
    readonly key: string
    readonly open: { readonly field: keyof F & string; readonly is: string }
  }
  /** The day by which something is to be done with it: a clock while it is in one of these states, and the list may be narrowed by it. */
  readonly due?: {
    readonly field: keyof F & string
    readonly key: string
    readonly open: { readonly field: keyof F & string; readonly is: readonly string[] }
  }
  /** An empty cell in these says that it is missing. */
  readonly needed?: readonly (keyof F & string)[]
  /** What an empty one is filled with by one press: content that is ready-made. */
  readonly ready?: {
    /** Posted at once; or `asks`: a page asks something first. */
    readonly action: string
    readonly asks?: true
    readonly label: (locale: Locale) => string
    readonly may: (actor: Actor) => boolean
  }
  /** Pages that lie beside the list: what is missing, an overview, other lists of the same part. */
  readonly beside?: readonly Beside[]
  /** The questions that may be answered for several records at once, by whoever may edit them. */
  readonly many?: readonly (keyof F & string)[]
}

/** The words of a register's list. */
export type RegisterListTexts<F extends Fields> = ListTexts & {
  readonly add: string
  readonly fields: FieldTexts<F>
  /** Shorter labels for the list's columns. */
  readonly columns?: { readonly [N in keyof F & string]?: string }
}

export type RegisterList<F extends Fields> = {
  readonly at: `/${string}`
  readonly subject: string
  readonly fields: F
  readonly name: keyof F & string
  readonly references: References<F>
  readonly texts: (locale: Locale) => RegisterListTexts<F>
  readonly mayAdd: (actor: Actor) => boolean
  readonly mayEdit?: (record: Registered<F>, actor: Actor) => boolean
  readonly list: Listed<F>
}

type Text = { readonly label: string; readonly choices?: Readonly<Record<string, string>> }

/** The list of a plain register: everybody here reads all of it. */
export function registerList<F extends Fields>(register: RegisterList<F>): List<Registered<F>> {
  const { at, subject, fields, name, texts, mayAdd, list } = register
  const add = (locale: Locale, second = false) => (
    <>
      <LinkButton href={`${at}/nytt`} icon="plus" variant={second ? 'secondary' : 'primary'}>
        {texts(locale).add}
      </LinkButton>
      {list.templates && (
        <LinkButton href={`${at}/maler`} variant="secondary">
          {templateTexts(locale).link}
        </LinkButton>
      )}
      {list.imports && (
        <LinkButton href={`${at}/import`} variant="secondary">
          {importTexts(locale).link}
        </LinkButton>
      )}
    </>
  )
  return {
    at,
    subject,
    rows: ({ actor }) => ({ table: subject, as: 'r', seen: sql`r.organisation_id = ${actor.organisationId}`, select: sql`r.*` }),
    dressed: async (_, rows) =>
      (rows as readonly unknown[] as readonly Read[]).map((row) => ({ id: row.id, version: row.version, values: fromRow(fields, row) })),
    columns: columnsOf(register),
    begins: list.columns,
    filters: {
      ...Object.fromEntries(
        Object.entries<string | undefined>(list.filters).map(([one, key = one]) => [one, filterOf(register, one, key)]),
      ),
      ...(list.ends ? { ends: endsFilter(fields, list.ends) } : {}),
      ...(list.due ? { due: dueFilter(fields, list.due) } : {}),
    },
    exported: { type: `${subject}.exported` },
    sorts: list.sorts as List<Registered<F>>['sorts'],
    search: {
      label: (locale) => uiTexts(locale).list.search,
      where: (words) => sql`r.id in (select id from (${foundBy(subject, askedFor(words), everybody)}) w)`,
    },
    texts,
    ...(list.many
      ? { many: { tick: (record, actor) => (register.mayEdit?.(record, actor) ? tickOf(record) : null), named: nameIn(name) } }
      : {}),
    // A list that whoever reads it cannot add to commands nothing: it says whose it is to fill.
    empty: ({ ctx: { actor }, locale }, view) =>
      mayAdd(actor) || usedFilters(view).length > 0 ? null : <Empty title={texts(locale).none}>{uiTexts(locale).list.othersAdd}</Empty>,
    ready: ({ ctx: { actor }, locale }) => {
      if (!list.ready?.may(actor)) return null
      const { action, asks, label } = list.ready
      return asks ? <LinkButton href={action}>{label(locale)}</LinkButton> : <PostButton action={action}>{label(locale)}</PostButton>
    },
    ...(list.beside ? { beside: list.beside } : {}),
    actions: ({ ctx: { actor }, locale }, second) => mayAdd(actor) && add(locale, second),
  }
}

const nameIn =
  <F extends Fields>(name: keyof F & string) =>
  ({ values }: Registered<F>) =>
    String(values[name] ?? '')

type Read = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>

const textOf = <F extends Fields>({ texts }: RegisterList<F>, field: string, locale: Locale) =>
  (texts(locale).fields as Readonly<Record<string, Text>>)[field] as Text
const labelOf = <F extends Fields>(register: RegisterList<F>, field: string, locale: Locale): string =>
  register.texts(locale).columns?.[field] ?? textOf(register, field, locale).label

function columnsOf<F extends Fields>(register: RegisterList<F>): Columns<Registered<F>> {
  const { at, fields, name, references, list } = register
  const others = Object.keys(fields).filter((one) => one !== name)
  return Object.fromEntries(
    [name, ...others].map((key) => {
      const field = fields[key] as Field
      const reference = (references as Readonly<Record<string, Reference | undefined>>)[key]
      return [
        key,
        {
          label: (locale: Locale) => labelOf(register, key, locale),
          cell: ({ id, values }: Registered<F>, { locale, offers, now }) =>
            key === name ? (
              <TextLink href={`${at}/${id}`}>{String(values[name] ?? '')}</TextLink>
            ) : list.ends?.field === key && values[list.ends.open.field] === list.ends.open.is ? (
              <LastDay day={values[key] as LocalDate | null} today={localDate(now)} locale={locale} />
            ) : list.due?.field === key && list.due.open.is.includes(String(values[list.due.open.field])) ? (
              <DueDay day={values[key] as LocalDate | null} now={now} locale={locale} />
            ) : (
              (showValue(field, values[key], textOf(register, key, locale), locale, offers[key]) ??
              (list.needed?.includes(key) ? uiTexts(locale).missing : null))
            ),
          plain: ({ values }: Registered<F>, { locale, offers }) =>
            plainValue(field, values[key], textOf(register, key, locale), locale, offers[key]),
          ...(reference ? { names: { reference, id: ({ values }: Registered<F>) => values[key] } } : {}),
        } satisfies Columns<Registered<F>>[string],
      ]
    }),
  )
}

/** A unit, and all that lies below it: whoever asks for a faculty asks for its institutes too. */
const inUnit = ({ actor }: Ctx, unit: string) =>
  sql`select below.id from unit below where below.organisation_id = ${actor.organisationId} and below.path @> array[${unit}]::uuid[]`
const within = (ctx: Ctx, column: RawBuilder<unknown>, unit: string) => sql<boolean>`${column} in (${inUnit(ctx, unit)})`

function filterOf<F extends Fields>(register: RegisterList<F>, name: string, key: string): Filter {
  const { fields, references } = register
  const field = fields[name] as Field
  const column = columnOf(fields, name)
  const at = sql.ref(`r.${column}`)
  const label = (locale: Locale) => labelOf(register, name, locale)
  const reference = (references as Readonly<Record<string, Reference | undefined>>)[name]
  const where = (value: string, ctx: Ctx) => {
    if (reference?.to === 'unit') return holdsSeveral(field) ? sql<boolean>`${at} && array(${inUnit(ctx, value)})` : within(ctx, at, value)
    return holdsSeveral(field) ? sql<boolean>`${value} = any(${at})` : sql<boolean>`${at} = ${value}`
  }
  if (field.kind === 'reference' || field.kind === 'references')
    return {
      kind: 'reference',
      key,
      label,
      where,
      column,
      several: holdsSeveral(field),
      reference: reference as Reference,
      always: field.required ?? false,
    }
  const of = field.kind === 'choice' || field.kind === 'choices' ? field.of : []
  return {
    kind: 'choice',
    key,
    label,
    where,
    is: (value) => of.includes(value),
    options: ({ locale }) => of.map((value) => ({ value, label: textOf(register, name, locale).choices?.[value] ?? value })),
  }
}
