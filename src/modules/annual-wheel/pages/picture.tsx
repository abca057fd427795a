import { formatMonth } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import type { WheelState } from '../annual-wheel.ts'
import { texts } from '../texts.ts'
import { countOf, type Month, placeOf } from '../wheel.ts'

const states: readonly WheelState[] = ['late', 'planned', 'done']
const outer = 172
const rings: Readonly<Record<WheelState, number>> = { late: 146, planned: 112, done: 78 }
const marks: Readonly<Record<WheelState, string>> = { late: '!', planned: '', done: '✓' }

type Props = { readonly year: number; readonly months: readonly Month[]; readonly thisMonth: number | null; readonly locale: Locale }

/** The year as a wheel: a bubble for what is late, planned and done in each month, which leads to the month in the list beside it. */
export function WheelPicture({ year, months, thisMonth, locale }: Props) {
  const t = texts(locale).wheel
  const nameOf = (month: number, short = false) => formatMonth(`${year}-${String(month).padStart(2, '0')}`, locale, short)
  return (
    <nav aria-label={t.picture(year)}>
      <svg className="v-wheel__picture" viewBox="-200 -200 400 400">
        <title>{t.picture(year)}</title>
        <circle className="v-wheel__rim" r={outer} />
        {thisMonth !== null && <path className="v-wheel__now" d={sector(thisMonth)} />}
        {each(months, ({ month }) => {
          const angle = (month / 12) * 2 * Math.PI - Math.PI / 2
          return (
            <line className="v-wheel__spoke" x1={at(56, angle).x} y1={at(56, angle).y} x2={at(outer, angle).x} y2={at(outer, angle).y} />
          )
        })}
        {each(months, ({ month }) => {
          const { x, y } = placeOf(month, 187)
          return (
            <text className="v-wheel__month" x={x} y={y + 4} textAnchor="middle" data-now={month === thisMonth ? '' : undefined}>
              {nameOf(month, true)}
            </text>
          )
        })}
        {each(
          months
            .flatMap(({ month, entries }) => states.map((state) => ({ month, state, count: countOf(entries, state) })))
            .filter(({ count }) => count > 0),
          ({ month, state, count }) => {
            const { x, y } = placeOf(month, rings[state])
            return (
              <a
                href={`#maned-${month}`}
                className="v-wheel__bubble"
                data-state={state}
                aria-label={t.bubble(count, t.stateWords[state], nameOf(month))}
              >
                <circle cx={x} cy={y} r={15} />
                <text x={x} y={y + 5} textAnchor="middle">
                  {count > 1 || marks[state] === '' ? count : marks[state]}
                </text>
              </a>
            )
          },
        )}
        <text className="v-wheel__year" x={0} y={8} textAnchor="middle">
          {year}
        </text>
      </svg>
    </nav>
  )
}

const at = (radius: number, angle: number) => ({
  x: Math.round(radius * Math.cos(angle) * 10) / 10,
  y: Math.round(radius * Math.sin(angle) * 10) / 10,
})

/** The slice of one month. */
function sector(month: number): string {
  const [from, to] = [month - 1, month].map((part) => ((part ?? 0) / 12) * 2 * Math.PI - Math.PI / 2)
  const [one, other, below, back] = [at(outer, from ?? 0), at(outer, to ?? 0), at(56, to ?? 0), at(56, from ?? 0)]
  return `M${one.x} ${one.y} A${outer} ${outer} 0 0 1 ${other.x} ${other.y} L${below.x} ${below.y} A56 56 0 0 0 ${back.x} ${back.y} Z`
}
