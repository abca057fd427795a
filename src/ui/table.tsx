import type { ComponentChildren } from 'preact'
import { Scroll } from './scroll.tsx'

export type Column<R> = {
  readonly key: string
  readonly label: string
  readonly cell: (row: R) => ComponentChildren
  /** The cell that names the row: a link to it. One column. */
  readonly heading?: boolean
  readonly align?: 'end'
  /** Numbers and dates: even figures, never broken over two lines. */
  readonly figures?: boolean
  /** The address of the list in the order of this column, and how it stands in that order now. */
  readonly sort?: { readonly href: string; readonly now: 'ascending' | 'descending' | undefined } | undefined
  /** The cell is a deed that names itself: as a card it needs no label before it. */
  readonly deed?: boolean
}

export type DataTableProps<R> = {
  readonly caption: string
  /** The page's title already says it: the caption is for screen readers only. */
  readonly captionHidden?: boolean
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
}

/** Rows and columns; on a narrow page each row becomes a card, by CSS alone. */
export const DataTable = <R,>(props: DataTableProps<R>) =>
  props.columns.length > widest ? (
    <Scroll label={props.caption}>
      <Rows {...props} />
    </Scroll>
  ) : (
    <Rows {...props} />
  )

/** So many columns fit beside each other; more of them are set closer, and the rest is scrolled to. */
const widest = 8

const Rows = <R,>({ caption, captionHidden = true, columns, rows, rowKey }: DataTableProps<R>) => (
  <table
    className="ds-table v-table"
    data-sticky-header={columns.length > widest ? undefined : ''}
    data-close={columns.length > widest ? '' : undefined}
    data-hover=""
  >
    <caption className={captionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col" data-align={column.align} aria-sort={column.sort?.now}>
            {column.sort ? (
              <a className="ds-link v-sort" href={column.sort.href}>
                {column.label}
              </a>
            ) : (
              column.label
            )}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)}>
          {columns.map((column) => {
            const marks = { 'data-align': column.align, 'data-figures': column.figures ? '' : undefined }
            return column.heading ? (
              <th key={column.key} scope="row" {...marks}>
                {column.cell(row)}
              </th>
            ) : (
              <td key={column.key} data-label={column.deed ? undefined : column.label} {...marks}>
                {column.cell(row)}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)
