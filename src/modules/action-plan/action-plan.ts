import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Happening } from '../../kernel/change.ts'
import type { PlannedActions } from '../../kernel/planned.ts'

/** What each module says of its own, in the order of the modules. A function: the rows are not there yet when the house is put together. */
export type Planned = () => readonly PlannedActions[]

export type ActionLine = {
  readonly id: string
  readonly source: string
  readonly what: string | null
  readonly about: string
  readonly href: string
  readonly owner: string | null
  /** A role that does it, or words from before either could be chosen; already as they are read. */
  readonly instead: string | null
  readonly unit: string | null
  readonly dueOn: LocalDate | null
  readonly state: State
  readonly decidedBy: string | null
  readonly decidedOn: LocalDate | null
  readonly evidence: string | null
}
export const states = ['open', 'late', 'done'] as const
export type State = (typeof states)[number]

export type ActionPlanEvent = Happening &
  (
    | { readonly type: 'actionPlan.listed'; readonly filters: readonly string[]; readonly hits: number; readonly more: boolean }
    | {
        readonly type: 'actionPlan.exported'
        readonly filters: readonly string[]
        readonly columns: readonly string[]
        readonly rows: number
      }
  )
