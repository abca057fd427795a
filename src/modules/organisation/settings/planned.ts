import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import type { Fields, Values } from '../../../kernel/fields.ts'
import { sameAnswer } from './differences.ts'

/** A change that begins to hold on a day to come: the answers of one errand that differ from those that stood when it was planned. */
export type PlannedSetting = {
  readonly id: string
  readonly setting: string
  readonly holdsFrom: LocalDate
  readonly answers: Values<Fields>
  readonly plannedAt: Date
  readonly plannedBy: string
  /** Why it could not be done when its day had come. */
  readonly refusedWhy: string | null
}

/** The day is asked for with the errand's own questions, and is no part of the profile. */
export const dayField = { holdsFrom: { kind: 'date' } } as const satisfies Fields

/** What one has changed of an errand: what another changes of it before the day comes then stands. */
export const changedAnswers = (fields: Fields, stands: Values<Fields>, values: Values<Fields>): Values<Fields> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, field]) => !sameAnswer(field, stands[name], values[name]))
      .map(([name]) => [name, values[name] ?? null]),
  ) as Values<Fields>
