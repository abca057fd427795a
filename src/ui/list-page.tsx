import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { Beside } from './beside.tsx'
import { Button, LinkButton } from './button.tsx'
import { type Option, Select, type SelectProps } from './field.tsx'
import { WriterField } from './form.tsx'
import { showWhole } from './format.ts'
import { PageHeading } from './page.tsx'
import { DataTable, type DataTableProps } from './table.tsx'
import { uiTexts } from './texts.ts'

export type ListPageProps<R> = Omit<DataTableProps<R>, 'caption' | 'captionHidden'> & {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly locale: Locale
  /** How many there are in all; words such as "1000+" where counting further would cost too much, null where nothing is said. */
  readonly count?: number | string | null
  readonly actions?: ComponentChildren
  /** Pages that lie beside it. */
  readonly beside?: readonly { readonly href: string; readonly label: string }[] | undefined
  /** What must be seen before the list: something that waits for an answer. */
  readonly notice?: ComponentChildren
  readonly views?:
    | readonly { readonly href: string; readonly label: string; readonly current?: boolean; readonly count?: number }[]
    | undefined
  /** What one may do with the view: save it, or change the one that is saved. */
  readonly viewDeed?: { readonly href: string; readonly label: string } | undefined
  /** Fields of the filter: `TextInput`, `Select`. They go in a plain GET form, so every view is an address to share. */
  readonly filter?: ComponentChildren
  /**
   * Where words are among them, the form is posted, and answered with the address of the view where they stand sealed. `lost`:
   * the words of this address are not its reader's (kernel/searched.ts).
   */
  readonly search?: { readonly action: string; readonly lost: boolean }
  readonly filtered?: { readonly clearHref: string } | undefined
  /** Where there is more to filter by than is shown. */
  readonly moreFilters?: { readonly href: string; readonly label: string } | undefined
  /** The form of the boxes in the rows: what is ticked is posted. Each box names it, `form={manyForm}`. */
  readonly many?: { readonly action: string; readonly hidden: Readonly<Record<string, string>>; readonly label: string } | undefined
  /** What is shown where there are no rows: an `Empty`. */
  readonly empty: ComponentChildren
  readonly pager?: PagerLinks | undefined
  readonly exports?: readonly { readonly href: string; readonly label: string }[]
}

export const manyForm = 'flere'

/** Title and count, filter, table, paging, export of exactly what is shown. */
export const ListPage = <R,>(props: ListPageProps<R>) => (
  <div className="v-list">
    <PageHeading
      title={props.title}
      lead={props.lead}
      count={typeof props.count === 'number' ? showWhole(props.count, props.locale) : (props.count ?? undefined)}
      actions={props.actions}
    />
    {props.beside && <Beside pages={props.beside} locale={props.locale} />}
    {props.notice}
    {(props.views || props.viewDeed) && <Views {...props} views={props.views ?? []} />}
    {props.filter && <Filter {...props}>{props.filter}</Filter>}
    {props.rows.length === 0 ? (
      props.empty
    ) : (
      <DataTable caption={props.title} columns={props.columns} rows={props.rows} rowKey={props.rowKey} />
    )}
    {props.many && (
      <form className="v-many" id={manyForm} method="post" action={props.many.action}>
        {Object.entries(props.many.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <WriterField />
        <Button variant="secondary">{props.many.label}</Button>
      </form>
    )}
    {props.pager && <Pager links={props.pager} locale={props.locale} />}
    {props.exports && props.rows.length > 0 && <Exports {...props} exports={props.exports} />}
  </div>
)

/** Keyset paging: the way on and the way back, never a page number that another hand can shift. */
export type PagerLinks = { readonly first?: string | undefined; readonly next?: string | undefined }

export const Pager = ({ links, locale }: { readonly links: PagerLinks; readonly locale: Locale }) => {
  const texts = uiTexts(locale)
  if (!links.first && !links.next) return null
  return (
    <nav className="v-pager" aria-label={texts.pager}>
      {links.first ? (
        <LinkButton href={links.first} variant="tertiary" icon="arrowLeft">
          {texts.backToFirst}
        </LinkButton>
      ) : (
        <span />
      )}
      {links.next && (
        <LinkButton href={links.next} variant="secondary">
          {texts.next}
        </LinkButton>
      )}
    </nav>
  )
}

type ViewsProps = Pick<ListPageProps<unknown>, 'viewDeed' | 'locale'> & { readonly views: NonNullable<ListPageProps<unknown>['views']> }

/** Addresses that are much asked for, one press away. */
export const Views = ({ views, viewDeed, locale }: ViewsProps) => (
  <nav aria-label={uiTexts(locale).savedViews}>
    <ul className="v-views">
      {views.map((view) => (
        <li key={view.href}>
          <a href={view.href} aria-current={view.current ? 'page' : undefined}>
            {view.label}
            {view.count !== undefined && <span className="v-figures">{showWhole(view.count, locale)}</span>}
          </a>
        </li>
      ))}
      {viewDeed && (
        <li>
          <a className="v-views__deed" href={viewDeed.href}>
            {viewDeed.label}
          </a>
        </li>
      )}
    </ul>
  </nav>
)

/** A question of a filter; not asked where there is nothing to choose between. */
export const FilterSelect = (props: SelectProps & { readonly options: readonly Option[] }) =>
  (props.value ?? '') === '' && props.options.length < 2 ? null : <Select {...props} />

type FilterProps = Pick<ListPageProps<unknown>, 'locale' | 'search' | 'filtered' | 'moreFilters'> & {
  readonly children: ComponentChildren
}

/** The fields of a filter, and what one presses beside them. */
export const Filter = ({ locale, search, filtered, moreFilters, children }: FilterProps) => {
  const texts = uiTexts(locale)
  return (
    <search aria-label={texts.filter}>
      <form className="v-filter" method={search ? 'post' : 'get'} action={search?.action}>
        {children}
        <div className="v-filter__actions">
          <Button variant="secondary">{texts.show}</Button>
          {moreFilters && (
            <LinkButton href={moreFilters.href} variant="tertiary">
              {moreFilters.label}
            </LinkButton>
          )}
          {filtered && (
            <LinkButton href={filtered.clearHref} variant="tertiary">
              {texts.clear}
            </LinkButton>
          )}
        </div>
      </form>
      {search?.lost && <p className="v-soft">{texts.wordsLost}</p>}
    </search>
  )
}

const Exports = ({ exports, locale }: { readonly exports: NonNullable<ListPageProps<unknown>['exports']>; readonly locale: Locale }) => (
  <nav aria-label={uiTexts(locale).exportAs}>
    <ul className="v-export">
      <li className="v-soft" aria-hidden="true">
        {uiTexts(locale).exportAs}
      </li>
      {exports.map((file) => (
        <li key={file.href}>
          <a className="ds-link" href={file.href} download>
            {file.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
