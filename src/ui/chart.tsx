import { scaleBand, scaleLinear } from 'd3-scale'
import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { showWhole } from './format.ts'
import { fill, uiTexts } from './texts.ts'

/** One figure of a chart: what it is of, and how many. */
export type Charted = { readonly label: string; readonly value: number }
export type ChartProps = {
  /** On the page once: title and description are found by it. */
  readonly id: string
  readonly title: string
  readonly figures: readonly Charted[]
  readonly locale: Locale
}

// Drawn in units of a pixel on a narrow phone, so that the words are as large as those around them there, and never smaller. No colour
// says anything: there is one row of figures, and each stands as a number too. The table beside it is what counts.
const width = 360
const textSize = 12
/** Widest words, in units: about half the size of the text a letter. */
const lettersIn = (units: number) => Math.floor(units / (textSize * 0.52))

/** Bars that lie: what has names. The largest are drawn, in the order given. */
export function BarChart({ id, title, figures, locale }: ChartProps) {
  const texts = uiTexts(locale).chart
  const drawn = largest(figures)
  const lines = drawn.map(({ label }) => inLines(label, lettersIn(width)))
  const rowHeights = lines.map(({ length }) => length * 15 + 26)
  const tops = rowHeights.map((_, at) => rowHeights.slice(0, at).reduce((sum, one) => sum + one, 0))
  const x = scaleLinear([0, Math.max(1, ...drawn.map(({ value }) => value))], [0, width - 56])
  const fewer = drawn.length < figures.length ? fill(texts.largest, { n: String(drawn.length), of: String(figures.length) }) : ''
  const bottom = rowHeights.reduce((sum, one) => sum + one, 0)
  return (
    <Drawing id={id} title={title} about={[about(texts.bars, drawn, locale), fewer]} height={bottom + (fewer ? 16 : 0)}>
      {drawn.map(({ label, value }, at) => {
        const top = tops[at] ?? 0
        const below = top + (lines[at]?.length ?? 1) * 15 + 3
        return (
          <g key={label}>
            {lines[at]?.map((line, n) => (
              <text key={line} x={0} y={top + 12 + n * 15}>
                {line}
              </text>
            ))}
            <rect className="v-chart__bar" x={0} y={below} width={round(Math.max(1.5, x(value)))} height={11} rx={1} />
            <text className="v-chart__value" x={round(x(value)) + 6} y={below + 10}>
              {showWhole(value, locale)}
            </text>
          </g>
        )
      })}
      {fewer && (
        <text className="v-chart__axis" x={0} y={bottom + 10}>
          {fewer}
        </text>
      )}
    </Drawing>
  )
}

/** Columns that stand: what follows in time. */
export function ColumnChart({ id, title, figures, locale }: ChartProps) {
  const texts = uiTexts(locale).chart
  const height = 190
  const [left, right, top, bottom] = [26, 2, 16, 22]
  const most = Math.max(1, ...figures.map(({ value }) => value))
  const y = scaleLinear([0, most], [height - bottom, top]).nice(4)
  const x = scaleBand(
    figures.map((_, at) => at),
    [left, width - right],
  ).paddingInner(0.3)
  const lines = y.ticks(4).filter(Number.isInteger)
  const longest = Math.max(1, ...figures.map(({ label }) => label.length))
  const every = Math.ceil(longest / Math.max(1, lettersIn(x.step() - 4)))
  return (
    <Drawing id={id} title={title} about={[about(texts.columns, figures, locale)]} height={height}>
      {lines.map((tick) => (
        <g key={tick} className="v-chart__axis">
          <line x1={left} x2={width} y1={round(y(tick))} y2={round(y(tick))} />
          <text x={left - 5} y={round(y(tick)) + 4} textAnchor="end">
            {showWhole(tick, locale)}
          </text>
        </g>
      ))}
      {figures.map(({ label, value }, at) => {
        const middle = round((x(at) ?? 0) + x.bandwidth() / 2)
        return (
          <g key={label}>
            <rect
              className="v-chart__bar"
              x={round(x(at) ?? 0)}
              y={round(y(value))}
              width={round(x.bandwidth())}
              height={round(height - bottom - y(value))}
            />
            {value > 0 && figures.length <= 13 && (
              <text className="v-chart__value" x={middle} y={round(y(value)) - 4} textAnchor="middle">
                {showWhole(value, locale)}
              </text>
            )}
            {at % every === 0 && (
              <text className="v-chart__axis" x={middle} y={height - 6} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        )
      })}
    </Drawing>
  )
}

type DrawingProps = {
  readonly id: string
  readonly title: string
  readonly about: readonly string[]
  readonly height: number
  readonly children: ComponentChildren
}

const Drawing = ({ id, title, about: said, height, children }: DrawingProps) => (
  <svg className="v-chart" role="img" aria-labelledby={`${id}-tittel ${id}-om`} viewBox={`0 0 ${width} ${Math.ceil(height)}`}>
    <title id={`${id}-tittel`}>{title}</title>
    <desc id={`${id}-om`}>{said.filter(Boolean).join(' ')}</desc>
    {children}
  </svg>
)

/** No more bars than one can compare; the table has them all. */
const mostBars = 8
const largest = (figures: readonly Charted[]): readonly Charted[] => {
  const least = figures.map(({ value }) => value).toSorted((one, other) => other - one)[mostBars - 1] ?? 0
  return figures.length <= mostBars ? figures : figures.filter(({ value }) => value >= Math.max(1, least)).slice(0, mostBars)
}

const about = (words: string, figures: readonly Charted[], locale: Locale): string => {
  const top = figures.reduce<Charted | null>((most, one) => (most && most.value >= one.value ? most : one), null)
  return fill(words, { n: String(figures.length), label: top?.label ?? '', value: showWhole(top?.value ?? 0, locale) })
}

/** Two lines at most, parted between words. */
function inLines(text: string, letters: number): readonly string[] {
  if (text.length <= letters) return [text]
  const space = text.lastIndexOf(' ', letters)
  const at = space > 0 ? space : letters
  const rest = text.slice(at).trim()
  return [text.slice(0, at), rest.length > letters ? `${rest.slice(0, letters - 1)}…` : rest]
}

const round = (n: number) => Math.round(n * 10) / 10
