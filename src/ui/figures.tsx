import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { BarChart, type Charted, ColumnChart } from './chart.tsx'
import { Section } from './section.tsx'

/** One figure as it is shown, and the list of exactly what it counts. */
export type Figure = { readonly text: string; readonly href?: string | undefined }
export type FigureRow = {
  readonly key: string
  readonly label: string
  /** Leads to the figures of this row alone. */
  readonly href?: string | undefined
  /** How far in it stands: what is a part of the row above. */
  readonly depth?: number
  readonly figures: readonly Figure[]
}
export type FiguresProps = {
  readonly id: string
  readonly title: string
  readonly lead?: ComponentChildren
  /** What the rows are, and what each figure is. */
  readonly columns: readonly string[]
  readonly rows: readonly FigureRow[]
  /** `over`: in time. Drawn where there is something to compare. */
  readonly chart?: { readonly kind: 'over' | 'among'; readonly figures: readonly Charted[] }
  /** No line above: for the first on a page. */
  readonly plain?: boolean
  readonly locale: Locale
}

/** A chart with its table beside it. The table is the truth: each figure opens the list behind it. */
export const Figures = ({ id, title, lead, columns, rows, chart, plain, locale }: FiguresProps) => {
  const drawn = chart && chart.figures.filter(({ value }) => value > 0).length > 1 ? chart : null
  const Chart = drawn?.kind === 'over' ? ColumnChart : BarChart
  return (
    <Section id={id} title={title} plain={plain ?? false} locale={locale}>
      {lead && <p className="v-soft">{lead}</p>}
      <div className="v-counted" data-chart={drawn ? '' : undefined}>
        {drawn && <Chart id={`${id}-bilde`} title={title} figures={drawn.figures} locale={locale} />}
        <table className="ds-table v-counted__table" data-many={columns.length > 2 ? '' : undefined}>
          <caption className="ds-sr-only">{title}</caption>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column} scope="col" data-align={at === 0 ? undefined : 'end'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" data-depth={row.depth ? Math.min(row.depth, 3) : undefined}>
                  {row.href ? (
                    <a className="ds-link" href={row.href}>
                      {row.label}
                    </a>
                  ) : (
                    row.label
                  )}
                </th>
                {row.figures.map(({ text, href }, at) => (
                  <td key={columns[at + 1]} data-align="end" data-label={columns[at + 1]}>
                    {href ? (
                      <a className="ds-link" href={href} aria-label={`${row.label}: ${text}`}>
                        {text}
                      </a>
                    ) : (
                      text
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
