import { type RawBuilder, sql } from 'kysely'
import { addDays, type LocalDate, localDate } from '../kernel/calendar/calendar.ts'
import { formatDate } from '../kernel/calendar/words.ts'
import { columnOf } from '../kernel/columns.ts'
import type { Fields } from '../kernel/fields.ts'
import type { Locale } from '../kernel/texts.ts'
import { StatusTag } from '../ui/status-tag.tsx'
import { uiTexts } from '../ui/texts.ts'
import type { Filter } from './view.ts'

/** So many days before its last day what a record is of is said to end soon. */
const soonDays = 90

type Ending = 'over' | 'soon'
const endings: readonly Ending[] = ['over', 'soon']
const endingOf = (day: LocalDate, today: LocalDate): Ending | null =>
  day < today ? 'over' : day <= addDays(today, soonDays) ? 'soon' : null

/** A last day, and that it has passed or is near: in words beside the colour. */
export function LastDay({ day, today, locale }: { readonly day: LocalDate | null; readonly today: LocalDate; readonly locale: Locale }) {
  if (day === null) return null
  const ending = endingOf(day, today)
  return (
    <>
      {formatDate(day, locale)}{' '}
      {ending && <StatusTag tone={ending === 'over' ? 'danger' : 'warning'}>{uiTexts(locale).list.ends[ending]}</StatusTag>}
    </>
  )
}

type Ends = { readonly field: string; readonly key: string; readonly open: { readonly field: string; readonly is: string } }
/** Those open whose last day has passed, or is near: the same as the mark. */
export function endsFilter(fields: Fields, { field, key, open }: Ends): Filter {
  const at = sql.ref(`r.${columnOf(fields, field)}`)
  const isOpen: RawBuilder<boolean> = sql`${sql.ref(`r.${columnOf(fields, open.field)}`)} = ${open.is}`
  return {
    kind: 'choice',
    key,
    label: (locale) => uiTexts(locale).list.ends.label,
    is: (value) => endings.some((one) => one === value),
    options: ({ locale }) => endings.map((value) => ({ value, label: uiTexts(locale).list.ends.choices[value] })),
    where: (value, { now }) => {
      const today = localDate(now)
      return value === 'over'
        ? sql<boolean>`${isOpen} and ${at} < ${today}`
        : sql<boolean>`${isOpen} and ${at} between ${today} and ${addDays(today, soonDays)}`
    },
  }
}
