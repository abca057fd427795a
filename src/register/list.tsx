import type { Actor } from '../kernel/actor.ts'
import { record } from '../kernel/audit.ts'
import { columnOf } from '../kernel/columns.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Field, Fields, FieldTexts } from '../kernel/fields.ts'
import { type Asked, download, type GetAnswer, nothing, one, type PostAnswer, page, redirect } from '../kernel/http.ts'
import { namesIn, type References } from '../kernel/reference.ts'
import { searchFor, wordsKey } from '../kernel/searched.ts'
import type { Locale } from '../kernel/texts.ts'
import { LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { type Option, Select, TextInput } from '../ui/field.tsx'
import { showWhole } from '../ui/format.ts'
import { ListPage } from '../ui/list-page.tsx'
import { ListShape } from '../ui/list-shape.tsx'
import { TextLink } from '../ui/page.tsx'
import { plainValue, showValue } from '../ui/record-view.tsx'
import { labelOf } from '../ui/reference-field.tsx'
import { fill, uiTexts } from '../ui/texts.ts'
import { type Cell, extracted, extractForms, extractTypes } from './extract.ts'
import { countedTo, listing } from './listing.ts'
import type { Registered } from './rules.ts'
import { choosable, columnsKey, isNarrowed, type Listed, readView, sortKey, sortWord, type View, viewAddress } from './view.ts'

/** The words of a list, among those of its register. */
export type ListTexts<F extends Fields> = {
  readonly title: string
  readonly lead: string
  readonly add: string
  readonly none: string
  readonly noneText: string
  readonly fields: FieldTexts<F>
  /** Shorter labels for the list's columns. */
  readonly columns?: { readonly [N in keyof F & string]?: string }
}

export type RegisterList<F extends Fields> = {
  readonly at: string
  readonly subject: string
  readonly fields: F
  readonly name: keyof F & string
  readonly references: References<F>
  readonly texts: (locale: Locale) => ListTexts<F>
  readonly mayAdd: (actor: Actor) => boolean
  readonly list: Listed<F>
}

type Text = { readonly label: string; readonly choices?: Readonly<Record<string, string>> }

/** A register's list: its page, the answer to what is searched for, and the file of exactly what a view shows. */
export function registerList<F extends Fields>({ at, subject, fields, name, references, texts, mayAdd, list: shape }: RegisterList<F>) {
  const list = { ...shape, at, fields, name }
  const rows = listing(subject, list)
  const nameOf = (record: Registered<F>) => String(record.values[name] ?? '')
  const label = (column: string, locale: Locale): string => {
    const { columns, fields: labels } = texts(locale)
    return columns?.[column] ?? (labels as Readonly<Record<string, Text>>)[column]?.label ?? column
  }
  const textOf = (column: string, locale: Locale) => (texts(locale).fields as Readonly<Record<string, Text>>)[column] as Text
  const named = (ctx: Ctx, records: readonly Registered<F>[]) => namesIn<F>(ctx, references, ...records.map(({ values }) => values))

  /** What each filter may be set to, in words. */
  async function optionsOf({ ctx, locale }: Asked, filter: string, view: View): Promise<readonly Option[]> {
    const field = fields[filter] as Field
    if (field.kind === 'choice' || field.kind === 'choices')
      return field.of.map((value) => ({ value, label: textOf(filter, locale).choices?.[value] ?? value }))
    const chosen = view.filters[filter]
    const ids = new Set([...(await rows.pointedAt(ctx, columnOf(fields, filter))), ...(chosen ? [chosen] : [])])
    const reference = (references as Readonly<Record<string, References<F>[keyof References<F>]>>)[filter]
    const called = [...((await reference?.named(ctx, [...ids])) ?? new Map()).values()]
    return called
      .map((one) => ({ value: one.id, label: labelOf({ ...one, depth: 0 }, reference?.gone ?? (() => ''), locale) }))
      .sort(byLabel)
  }

  async function drawFilter(asked: Asked, view: View) {
    const { locale } = asked
    const words = uiTexts(locale).list
    const filters = []
    for (const [filter, key] of Object.entries(shape.filters))
      filters.push(
        <Select
          key={filter}
          name={String(key)}
          label={label(filter, locale)}
          empty={words.all}
          options={await optionsOf(asked, filter, view)}
          value={view.filters[filter] ?? ''}
        />,
      )
    const sorts = Object.keys(shape.sorts).flatMap((sort) =>
      [false, true].map((falling) => ({
        value: sortWord({ sort, falling }),
        label: fill(falling ? words.falling : words.rising, { label: label(sort, locale) }),
      })),
    )
    return (
      <>
        <TextInput name={wordsKey} type="search" label={words.search} value={view.search?.words ?? ''} autoComplete="off" />
        {filters}
        <ListShape
          sort={{ name: sortKey, options: sorts, value: sortWord(view) }}
          columns={{
            name: columnsKey,
            options: choosable(list).map((value) => ({ value, label: label(value, locale) })),
            values: view.columns,
          }}
          locale={locale}
        />
      </>
    )
  }

  return {
    async list(asked: Asked): Promise<GetAnswer> {
      const { ctx, locale } = asked
      const t = texts(locale)
      const view = readView(list, asked)
      const { records, more, count } = await rows.page(ctx, view)
      const offers = await named(ctx, records)
      const begins = { ...view, after: null }
      const add = mayAdd(ctx.actor) ? (
        <LinkButton href={`${at}/nytt`} icon="plus">
          {t.add}
        </LinkButton>
      ) : null
      const last = records.at(-1)
      const sortOf = (column: string) => {
        if (!Object.hasOwn(shape.sorts, column)) return undefined
        const now = view.sort === column ? (view.falling ? 'descending' : 'ascending') : undefined
        return { href: viewAddress(list, { ...begins, sort: column, falling: now === 'ascending' }), now } as const
      }
      return page(
        t.title,
        <ListPage
          title={t.title}
          lead={t.lead}
          locale={locale}
          count={count > countedTo ? `${showWhole(countedTo, locale)}+` : count}
          actions={add}
          filter={records.length > 0 || isNarrowed(view) ? await drawFilter(asked, view) : undefined}
          search={{ action: `${at}/sok`, lost: view.lost }}
          filtered={isNarrowed(view) ? { clearHref: viewAddress(list, { ...begins, filters: {}, search: null }) } : undefined}
          rows={records}
          rowKey={({ id }) => id}
          empty={
            isNarrowed(view) ? (
              <Empty title={uiTexts(locale).list.none}>{uiTexts(locale).list.noneText}</Empty>
            ) : (
              <Empty title={t.none} action={add}>
                {t.noneText}
              </Empty>
            )
          }
          columns={[
            {
              key: name,
              label: label(name, locale),
              heading: true,
              sort: sortOf(name),
              cell: (record) => <TextLink href={`${at}/${record.id}`}>{nameOf(record)}</TextLink>,
            },
            ...view.columns.map((key) => ({
              key,
              label: label(key, locale),
              sort: sortOf(key),
              cell: ({ values }: Registered<F>) =>
                showValue(fields[key] as Field, values[key], textOf(key, locale), locale, offers[key]) ??
                (shape.needed?.includes(key) ? uiTexts(locale).missing : null),
            })),
          ]}
          pager={{
            first: view.after ? viewAddress(list, begins) : undefined,
            next: more && last ? viewAddress(list, { ...view, after: last.id }) : undefined,
          }}
          exports={extractForms.map((form) => ({ href: viewAddress(list, begins, `${at}/utdrag/${form}`), label: form.toUpperCase() }))}
        />,
      )
    },

    /** The form of the filter, posted since words may be among what it asks: answered with the address of the view. */
    async searched({ ctx, form }: Asked): Promise<PostAnswer> {
      const query = new URLSearchParams(Object.keys(form).map((key) => [key, one(form, key)]))
      const columns = form[columnsKey]
      if (columns !== undefined) query.set(columnsKey, typeof columns === 'string' ? columns : columns.join('.'))
      query.delete(wordsKey)
      const view = readView(list, { ctx, query })
      return redirect(viewAddress(list, { ...view, after: null, search: searchFor(ctx, one(form, wordsKey)) }))
    },

    /** All of a view, in its order and with its columns, as a file; written down in the log without what was searched for. */
    async extract(asked: Asked): Promise<GetAnswer> {
      const { ctx, locale, params } = asked
      const form = extractForms.find((known) => known === params.form)
      if (!form) return nothing
      const view = { ...readView(list, asked), after: null }
      const columns = [name, ...view.columns].map((key) => ({ key, label: label(key, locale) }))
      let count = 0
      async function* cells(): AsyncGenerator<readonly Cell[]> {
        for await (const records of rows.all(ctx, view)) {
          const offers = await named(ctx, records)
          count += records.length
          for (const { values } of records)
            yield columns.map(({ key }) => plainValue(fields[key] as Field, values[key], textOf(key, locale), locale, offers[key]))
        }
      }
      const { title } = texts(locale)
      const content = await extracted(form, { title, columns, rows: cells() })
      const filters = [...Object.keys(view.filters), ...(view.search ? ['search'] : [])]
      const event = { type: `${subject}.exported`, form, filters, columns: view.columns, rows: count }
      await record(ctx, { type: subject, id: null }, [event])
      return download(content, extractTypes[form], `${title.toLowerCase()}.${form}`)
    },
  }
}

const byLabel = (one: Option, other: Option) => one.label.localeCompare(other.label, 'nb')
