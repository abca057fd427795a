import { type RawBuilder, sql } from 'kysely'
import { addDays, localDate } from '../kernel/calendar/calendar.ts'
import { columnOf } from '../kernel/columns.ts'
import type { Fields } from '../kernel/fields.ts'
import { soonDays } from '../ui/deadline.tsx'
import { uiTexts } from '../ui/texts.ts'
import type { Filter } from './view.ts'

type When = 'over' | 'soon'
const whens: readonly When[] = ['over', 'soon']

export type Due = {
  readonly field: string
  readonly key: string
  readonly open: { readonly field: string; readonly is: readonly string[] }
}
/** Those not done whose day has passed, or is near: the same as the clock. */
export function dueFilter(fields: Fields, { field, key, open }: Due): Filter {
  const at = sql.ref(`r.${columnOf(fields, field)}`)
  const isOpen: RawBuilder<boolean> = sql`${sql.ref(`r.${columnOf(fields, open.field)}`)} in (${sql.join(open.is)})`
  return {
    kind: 'choice',
    key,
    label: (locale) => uiTexts(locale).list.due.label,
    is: (value) => whens.some((one) => one === value),
    options: ({ locale }) => whens.map((value) => ({ value, label: uiTexts(locale).list.due.choices[value] })),
    where: (value, { now }) => {
      const today = localDate(now)
      return value === 'over'
        ? sql<boolean>`${isOpen} and ${at} < ${today}`
        : sql<boolean>`${isOpen} and ${at} between ${today} and ${addDays(today, soonDays)}`
    },
  }
}
