import { addDays, endOfDay, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { fewest, hidden } from '../../register/count.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { LineState, PlanLine } from './training.ts'

/** So long before it runs out, it is to be taken again. */
export const renewDays = 30
/** When people are reminded: a week and two days before it is due. */
export const remindAtHoursLeft = [24 * 7, 24 * 2]

/** Where one requirement of one person stands. What has run out is as if it was never met. */
export function stateOf({ doneOn, until, dueOn }: Pick<PlanLine, 'doneOn' | 'until' | 'dueOn'>, today: LocalDate): LineState {
  if (doneOn !== null && (until === null || until > today)) return until !== null && until <= addDays(today, renewDays) ? 'renew' : 'met'
  return dueOn !== null && dueOn < today ? 'late' : 'missing'
}
export const isMet = (state: LineState): boolean => state === 'met' || state === 'renew'
/** A text that is confirmed where it is read has its task there. Nobody is asked for what there is no course, text or page to take from. */
export const asksFor = (line: PlanLine, today: LocalDate): boolean =>
  line.articleId === null && line.isOffered && stateOf(line, today) !== 'met'

/** The tasks of one person: a requirement each that is not met, or runs out soon. A day that is set once is not moved by the next day. */
export const planTasks = (lines: readonly PlanLine[], today: LocalDate, title: (locale: Locale) => string): readonly TaskSpec[] =>
  lines
    .filter((line) => asksFor(line, today))
    .map((line) => ({
      kind: 'training.complete',
      key: line.requirementId,
      title: inAll(title),
      about: inAll(() => line.requirement),
      href: `/opplaering/${line.requirementId}`,
      personId: line.personId,
      roles: [],
      dueAt: endOfDay(dueOf(line, today)),
      remindAtHoursLeft,
    }))
const dueOf = (line: PlanLine, today: LocalDate): LocalDate =>
  stateOf(line, today) === 'renew' ? (line.until ?? today) : (line.dueOn ?? addDays(today, line.dueDays))

export type UnitLines = { readonly unit: string | null; readonly name: string; readonly people: number; readonly done: number }
/** A share that may be shown to whoever may not see the people: none where few are on either side of it. */
export type Share = UnitLines & { readonly percent: number | null }

const percentOf = ({ people, done }: UnitLines) => (people === 0 ? null : Math.round((100 * done) / people))
const isFew = (count: number) => count > 0 && count < fewest

/** `whole`: the reader may see the people, so nothing is hidden. Where one unit alone is hidden, a second is, or the sum would tell it. */
export function sharesOf(units: readonly UnitLines[], whole: boolean): readonly Share[] {
  if (whole) return units.map((unit) => ({ ...unit, percent: percentOf(unit) }))
  const done = hidden(
    units.map((unit) => unit.done),
    true,
  )
  const left = hidden(
    units.map((unit) => unit.people - unit.done),
    true,
  )
  return units.map((unit, at) => ({ ...unit, percent: done[at] || left[at] || isFew(unit.people) ? null : percentOf(unit) }))
}

/** One person's line in the matrix: by requirement. */
export type MatrixRow = { readonly personId: string; readonly person: string; readonly cells: ReadonlyMap<string, PlanLine> }
export function matrixOf(lines: readonly PlanLine[]) {
  const columns = [...new Map(lines.map((line) => [line.requirementId, line.requirement]))].map(([id, name]) => ({ id, name }))
  const rows: readonly MatrixRow[] = [...Map.groupBy(lines, ({ personId }) => personId)].map(([personId, all]) => ({
    personId,
    person: all[0]?.person ?? '',
    cells: new Map(all.map((line) => [line.requirementId, line])),
  }))
  return { columns, rows }
}

/** How many of these people lack something that is asked of them. */
export const untrained = (lines: readonly PlanLine[], today: LocalDate): number =>
  matrixOf(lines).rows.filter(({ cells }) => ![...cells.values()].every((line) => isMet(stateOf(line, today)))).length
