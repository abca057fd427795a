import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Happening } from '../../kernel/change.ts'
import type { RecordKey } from '../../kernel/ids.ts'

export type Plan = {
  readonly id: string
  readonly version: number
  readonly subject: RecordKey
  readonly dueOn: LocalDate
  /** Null: once, and no more. */
  readonly everyMonths: number | null
  readonly owner: string | null
}

export type Held = {
  readonly id: string
  readonly heldOn: LocalDate
  readonly dueOn: LocalDate | null
  readonly heldBy: string
  readonly found: string
  readonly participants: readonly string[]
  /** The points of the checklist that were gone through; null where there was none. */
  readonly checked: readonly string[] | null
}

export type ReviewEvent = Happening &
  (
    | { readonly type: 'review.planned'; readonly dueOn: LocalDate; readonly everyMonths: number | null }
    | { readonly type: 'review.held'; readonly heldOn: LocalDate; readonly next: LocalDate | null }
  )
