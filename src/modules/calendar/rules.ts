import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate, localDate, startOfDay, weekdayOf } from '../../kernel/calendar/calendar.ts'
import type { Scope } from './calendar.ts'

/** Those who answer for the whole, or look into it. */
const overseers = ['dpo', 'ciso', 'controller', 'auditor', 'admin'] as const

/** Whose days somebody may look at. */
export const scopesOf = (actor: Actor): readonly Scope[] => [
  'meg',
  ...(actor.leads.length > 0 ? (['enhet'] as const) : []),
  ...(hasRole(actor, ...overseers) ? (['alle'] as const) : []),
]

/** `2026-03`; what cannot be read is the month of today. */
export const monthOf = (text: string | null, now: Date): string =>
  text && /^(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])$/.test(text) ? text : localDate(now).slice(0, 7)

export const monthBeside = (month: string, by: number): string => addMonths(`${month}-01`, by).slice(0, 7)

/** The weeks of a month from Monday to Sunday, with the days of its neighbours that fill them. */
export function weeksOf(month: string): readonly (readonly LocalDate[])[] {
  const first = `${month}-01`
  const sinceMonday = (weekdayOf(first) + 6) % 7
  const weeks: LocalDate[][] = []
  for (let day = addDays(first, -sinceMonday); day.slice(0, 7) <= month; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(day, n)))
  return weeks
}

/** What is due when a day ends stands on that day, and not on the midnight that begins the next. */
export function dayOf(due: Date): { readonly day: LocalDate; readonly at: Date | null } {
  const day = localDate(due)
  return startOfDay(day).getTime() === due.getTime() ? { day: addDays(day, -1), at: null } : { day, at: due }
}

const hour = 3_600_000
/** A calendar program asks some times an hour; one that asks more often than this waits. */
export const mostReads = 60

export type Reads = { readonly from: Date | null; readonly count: number }
/** How often an address has been read in this hour, this time included; null: too often. */
export function readAgain({ from, count }: Reads, now: Date): Reads | null {
  if (!from || now.getTime() - from.getTime() >= hour || from > now) return { from: now, count: 1 }
  return count >= mostReads ? null : { from, count: count + 1 }
}
