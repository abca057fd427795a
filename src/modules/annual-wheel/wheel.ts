import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import { type WheelEntry, type WheelKind, type WheelState, wheelKinds } from './annual-wheel.ts'

/** What every year must have (S4-027): a year without one says so in red. */
export const demanded = ['managementReview', 'audit', 'systemReview', 'questionnaire'] as const satisfies readonly WheelKind[]

export const stateOf = (doneOn: LocalDate | null, dueOn: LocalDate, today: LocalDate): WheelState =>
  doneOn !== null ? 'done' : dueOn < today ? 'late' : 'planned'

/** The kinds that a year lacks. */
export const missingKinds = (entries: readonly WheelEntry[]): readonly (typeof demanded)[number][] =>
  demanded.filter((kind) => !entries.some((entry) => entry.kind === kind))

export type Month = { readonly month: number; readonly entries: readonly WheelEntry[] }
/** The twelve months, each with its entries by day. */
export const monthsOf = (entries: readonly WheelEntry[]): readonly Month[] =>
  Array.from({ length: 12 }, (_, at) => ({
    month: at + 1,
    entries: entries
      .filter(({ day }) => Number(day.slice(5, 7)) === at + 1)
      .toSorted((one, other) => one.day.localeCompare(other.day) || wheelKinds.indexOf(one.kind) - wheelKinds.indexOf(other.kind)),
  }))

export const countOf = (entries: readonly WheelEntry[], state: WheelState): number =>
  entries.reduce((sum, entry) => sum + (entry.state === state ? entry.count : 0), 0)

/** How many of a kind in a month are shown each by itself; more are one line that opens their list. */
export const mostAlone = 3

type Single = Omit<WheelEntry, 'count'>
/** Entries of one kind, month and state: few stand alone, many together under the earliest day. `list`: where all of a kind are. */
export function together(all: readonly Single[], list: Readonly<Partial<Record<WheelKind, string>>>): readonly WheelEntry[] {
  const groups = Map.groupBy(all, ({ kind, state, day }) => `${kind} ${state} ${day.slice(0, 7)}`)
  return [...groups].flatMap(([key, group]): readonly WheelEntry[] => {
    const href = group[0] && list[group[0].kind]
    if (group.length <= mostAlone || !href) return group.map((one) => ({ ...one, count: 1 }))
    const first = group.toSorted((one, other) => one.day.localeCompare(other.day))[0] as Single
    return [{ ...first, key, name: null, href, count: group.length }]
  })
}

/** The place of the middle of a month on a circle, the year beginning at the top and going with the clock. */
export function placeOf(month: number, radius: number): { readonly x: number; readonly y: number } {
  const angle = ((month - 0.5) / 12) * 2 * Math.PI - Math.PI / 2
  return { x: Math.round(radius * Math.cos(angle) * 10) / 10, y: Math.round(radius * Math.sin(angle) * 10) / 10 }
}
