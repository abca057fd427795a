import type { ComponentChildren } from 'preact'
import { record } from '../kernel/audit.ts'
import type { Ctx } from '../kernel/ctx.ts'
import {
  type Asked,
  type AskFirst,
  askFirst,
  download,
  type GetAnswer,
  get,
  type May,
  nothing,
  one,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  refusedTo,
} from '../kernel/http.ts'
import { namesIn, type OffersByName, type Reference, wordsName } from '../kernel/reference.ts'
import { searchFor, wordsKey } from '../kernel/searched.ts'
import type { Locale } from '../kernel/texts.ts'
import { Empty } from '../ui/empty.tsx'
import { showWhole } from '../ui/format.ts'
import { ListPage, manyForm } from '../ui/list-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { openedOf } from '../ui/opened-of.ts'
import type { Column } from '../ui/table.tsx'
import { fill, uiTexts } from '../ui/texts.ts'
import { extracted, extractForms, extractTypes } from './extract.ts'
import { drawFilters, meantKey, shownKey } from './filters.tsx'
import { countedTo, listing, type Part } from './listing.ts'
import { cameName, tickedName } from './many.tsx'
import { partlyOpen } from './overview.ts'
import { addressOfSaved } from './saved.ts'
import {
  besideOf,
  type Cell,
  columnsKey,
  type Drawn,
  isShown,
  type List,
  type ListColumn,
  type ListTexts,
  notSet,
  type Row,
  readView,
  usedFilters,
  type View,
  valueIn,
  viewAddress,
} from './view.ts'
import { viewsAbove, wholeOf } from './views.tsx'

/** What a list answers: its page, the answer to what is searched for, and the file of exactly what a view shows. */
export function listPages<R extends Row>(list: List<R>) {
  const read = listing(list)
  const dressed = async (asked: Asked, rows: readonly R[]) => (await list.dressed?.(asked, rows)) ?? rows
  const shownIn = (view: View) =>
    [Object.keys(list.columns)[0] ?? '', ...view.columns].map((key) => ({ key, ...(list.columns[key] as ListColumn<R>) }))
  const pointing = Object.keys(list.filters).filter((name) => list.filters[name]?.kind === 'reference')

  return {
    async list(asked: Asked): Promise<GetAnswer> {
      const { ctx, locale } = asked
      const view = readView(list, asked)
      const part = await read.page(
        ctx,
        view,
        pointing.filter((name) => isShown(list, view, name)),
      )
      const standard = part.saved.find(({ opens }) => opens === 'yes')
      // The list by its bare address opens with the view that its reader has chosen; all of it is one press away.
      if (standard && asked.query.size === 0 && addressOfSaved(ctx, list, standard) !== list.at)
        return redirect(addressOfSaved(ctx, list, standard))
      const rows = await dressed(asked, part.rows)
      const used = usedFilters(view)
      if (list.logged && (list.logged.when === 'always' || used.length > 0))
        await record(ctx, { type: list.subject, id: null }, [
          { type: list.logged.type, ...{ filters: used, hits: rows.length, more: part.more } },
        ])
      const drawn: Drawn = { locale, now: ctx.now, offers: await namesOf(ctx, list, view, rows, part) }
      const t = list.texts(locale)
      const begins: View = { ...view, after: null }
      const here = viewAddress(list, begins)
      // Where the bare address opens with a view, all of the list has an address of its own.
      const whole = (address: string) => (standard ? wholeOf(list, address) : address)
      const { views, deed } = viewsAbove(list, asked, view, part.saved)
      const last = rows.at(-1)
      const ticks = new Map(rows.flatMap((row) => [[row.id, list.many?.tick(row, ctx.actor)] as const]).filter(([, tick]) => tick))
      const sortOf = (column: string) => {
        if (!Object.hasOwn(list.sorts, column)) return undefined
        const now = view.sort === column ? (view.falling ? 'descending' : 'ascending') : undefined
        return { href: whole(viewAddress(list, { ...begins, sort: column, falling: now === 'ascending' })), now } as const
      }
      const bare = rows.length === 0 && used.length === 0 && view.after === null
      const own = list.empty?.(asked, view)
      const hidden = Object.keys(list.filters).some((name) => !isShown(list, view, name))
      return page(
        t.title,
        <ListPage
          title={t.title}
          lead={t.lead}
          locale={locale}
          count={part.count > countedTo ? `${showWhole(countedTo, locale)}+` : part.count}
          actions={bare && !own ? undefined : list.actions?.(asked)}
          beside={besideOf(list.beside ?? [], ctx.actor, locale)}
          notice={await noticesOf(list, asked, view)}
          views={views}
          viewDeed={deed}
          filter={bare && !views ? undefined : await drawFilters(list, asked, view, drawn.offers)}
          search={{ action: `${list.at}/sok`, lost: view.lost }}
          moreFilters={hidden ? { href: viewAddress(list, { ...begins, more: true }), label: uiTexts(locale).list.more } : undefined}
          filtered={
            used.length > 0 ? { clearHref: whole(viewAddress(list, { ...begins, filters: {}, search: null, more: false })) } : undefined
          }
          rows={rows}
          rowKey={({ id }) => id}
          empty={own ?? emptyOf(used.length > 0 ? uiTexts(locale).list : t, used.length > 0 ? null : begun(list, asked))}
          many={
            ticks.size > 0
              ? { action: `${list.at}/flere`, hidden: { [cameName]: here.split('?')[1] ?? '' }, label: uiTexts(locale).many.change }
              : undefined
          }
          columns={[
            ...tickColumn(list, ticks, locale),
            ...shownIn(view).map(({ key, label, cell, figures }, index) => ({
              key,
              label: label(locale),
              heading: list.heading && view.columns.includes(list.heading) ? key === list.heading : index === 0,
              ...(figures ? { figures } : {}),
              sort: sortOf(key),
              cell: (row: R) => cell(row, drawn),
            })),
          ]}
          pager={{
            first: view.after ? whole(here) : undefined,
            next: part.more && last ? viewAddress(list, { ...view, after: last.id }) : undefined,
          }}
          exports={[
            ...extractForms.map((form) => ({ form, label: form.toUpperCase() })),
            ...Object.entries(list.forms ?? {}).map(([form, { label }]) => ({ form, label })),
          ].map(({ form, label }) => ({ href: viewAddress(list, begins, `${list.at}/utdrag/${form}`), label }))}
        />,
      )
    },

    /** The form of the filter, posted since words may be among what it asks: answered with the address of the view. */
    async searched({ ctx, form }: Asked): Promise<PostAnswer> {
      const query = new URLSearchParams(Object.keys(form).map((key) => [key, one(form, key)]))
      const columns = form[columnsKey]
      if (columns !== undefined) query.set(columnsKey, typeof columns === 'string' ? columns : columns.join('.'))
      query.delete(wordsKey)
      for (const filter of Object.values(list.filters)) {
        if (filter.kind !== 'words') continue
        const asked = one(form, filter.key)
        // Chosen while it was written: the words are its name, and were not sent.
        const chosen = filter.find ? valueIn(filter, asked) : null
        const written = (filter.find ? one(form, wordsName(filter.key)) || (chosen === null ? asked : '') : asked).slice(0, 200)
        query.delete(wordsName(filter.key))
        // What the page showed means what it meant there: a name that two have is still the one.
        const same = written !== '' && written === one(form, shownKey(filter.key)) ? valueIn(filter, one(form, meantKey(filter.key))) : null
        const means =
          written === '' ? (chosen ?? '') : (same ?? (await filter.meant(written, ctx)) ?? searchFor(ctx, written)?.sealed ?? '')
        query.set(filter.key, means)
      }
      const view = readView(list, { ctx, query })
      const search = list.search ? searchFor(ctx, one(form, wordsKey)) : null
      return redirect(wholeOf(list, viewAddress(list, { ...view, after: null, search })))
    },

    /** All of a view, in its order and with its columns, as a file; written down in the log without what was searched for. */
    async extract(asked: Asked): Promise<GetAnswer | AskFirst<GetAnswer>> {
      const { ctx, locale, params } = asked
      const view: View = { ...readView(list, asked), after: null }
      const { title } = list.texts(locale)
      const noted = (form: string, columns: readonly string[], rows: number) => {
        const event = { type: list.exported.type, form, filters: usedFilters(view), columns, rows }
        return record(ctx, { type: list.subject, id: null }, [event], list.exported.by)
      }
      const ownForm = Object.hasOwn(list.forms ?? {}, params.form ?? '') ? list.forms?.[params.form ?? ''] : undefined
      if (ownForm) {
        const rows: R[] = []
        for await (const raw of read.all(ctx, view)) rows.push(...(await dressed(asked, raw)))
        const made = await ownForm.made(asked, rows)
        await noted(params.form ?? '', [], rows.length)
        const handed = (content: string | Uint8Array) => download(content, ownForm.type, `${title.toLowerCase()}.${params.form}`)
        if (typeof made === 'string' || made instanceof Uint8Array) return handed(made)
        return askFirst(made.later, async (now, said) =>
          typeof said === 'string' ? refusedTo(viewAddress(list, view), uiTexts(now.locale).largeFile[said]) : handed(said),
        )
      }
      const form = extractForms.find((known) => known === params.form)
      if (!form) return nothing
      const columns = shownIn(view).map(({ label, ...column }) => ({ ...column, label: label(locale) }))
      let count = 0
      async function* cells(): AsyncGenerator<readonly Cell[]> {
        for await (const raw of read.all(ctx, view)) {
          const rows = await dressed(asked, raw)
          const drawn: Drawn = { locale, now: ctx.now, offers: await namesOf(ctx, list, view, rows) }
          count += rows.length
          for (const row of rows) yield columns.map(({ plain, cell }) => (plain ? plain(row, drawn) : textOf(cell(row, drawn))))
        }
      }
      const content = await extracted(form, { title, columns, rows: cells() })
      await noted(form, view.columns, count)
      return download(content, extractTypes[form], `${title.toLowerCase()}.${form}`)
    },
  }
}

/** The addresses of a list. Before those of its records, or `sok` would be taken for one of them. */
export function listRoutes<R extends Row>(list: List<R>, may: May): readonly Route[] {
  const pages = listPages(list)
  return [get(list.at, may, pages.list), post(`${list.at}/sok`, may, pages.searched), get(`${list.at}/utdrag/:form`, may, pages.extract)]
}

function begun<R extends Row>(list: List<R>, asked: Asked): ComponentChildren {
  const ready = list.ready?.(asked)
  return ready ? (
    <>
      {ready}
      {list.actions?.(asked, true)}
    </>
  ) : (
    list.actions?.(asked)
  )
}

const emptyOf = ({ none, noneText }: Pick<ListTexts, 'none' | 'noneText'>, action: ComponentChildren) => (
  <Empty title={none} action={action}>
    {noneText}
  </Empty>
)

/** A box before each row that may be changed with others. */
const tickColumn = <R extends Row>(
  list: List<R>,
  ticks: ReadonlyMap<string, string | null | undefined>,
  locale: Locale,
): readonly Column<R>[] =>
  ticks.size === 0
    ? []
    : [
        {
          key: tickedName,
          label: uiTexts(locale).many.column,
          cell: (row) =>
            ticks.get(row.id) && (
              <input
                className="ds-input"
                type="checkbox"
                form={manyForm}
                name={tickedName}
                value={ticks.get(row.id) ?? ''}
                aria-label={fill(uiTexts(locale).many.tick, { name: list.many?.named(row) ?? '' })}
              />
            ),
        },
      ]

/** What must be seen before the list: also that there is more than its reader may open. */
async function noticesOf<R extends Row>(list: List<R>, asked: Asked, view: View): Promise<ComponentChildren> {
  const { ctx, locale } = asked
  const [part, own] = [await partlyOpen(list, ctx, view), await list.notice?.(asked)]
  if (!part) return own
  return (
    <>
      <Notice locale={locale}>{`${openedOf(part.opens, part, locale)} ${uiTexts(locale).list.opensRest}`}</Notice>
      {own}
    </>
  )
}

const textOf = (cell: unknown): Cell => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)

/** What the records that are named in the rows and the filters are called: one question a kind of record. */
function namesOf<R extends Row>(ctx: Ctx, list: List<R>, view: View, rows: readonly R[], part?: Part<unknown>): Promise<OffersByName> {
  const references: Record<string, Reference> = {}
  const records: Record<string, unknown>[] = rows.map(() => ({}))
  for (const key of Object.keys(list.columns)) {
    const names = list.columns[key]?.names
    if (!names || !(view.columns.includes(key) || key === Object.keys(list.columns)[0])) continue
    references[key] = names.reference
    for (const [at, row] of rows.entries()) (records[at] ?? {})[key] = names.id(row)
  }
  for (const [name, filter] of part ? Object.entries(list.filters) : []) {
    if (filter.kind !== 'reference') continue
    references[name] = filter.reference
    for (const id of [view.filters[name], ...(part?.pointed[name] ?? [])]) if (id && id !== notSet) records.push({ [name]: id })
  }
  return namesIn(ctx, references as never, ...(records as never[]))
}
