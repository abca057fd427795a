import type { Happening } from '../../kernel/change.ts'
import type { Versioned } from '../../kernel/deed.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../register/rules.ts'
import type { changeFields, employmentFields, leaveFields, stepFields } from './fields.ts'
import type { ListKind, StepKey } from './steps.ts'

export type EmploymentValues = Values<typeof employmentFields>
export type Employment = Registered<typeof employmentFields>
export type StepAnswer = Values<typeof stepFields>
export type Leaving = Values<typeof leaveFields>
export type PositionChange = Values<typeof changeFields>

export type StepDone = {
  readonly doneOn: string
  readonly proof: string | null
  readonly doneBy: string
  readonly doneAt: Date
}
/** A checklist of one employment. `day`: the first day, the day of the change, or the last. */
export type Checklist = Versioned & {
  readonly employment: string
  readonly kind: ListKind
  readonly day: string
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly steps: Readonly<Partial<Record<StepKey, StepDone>>>
}

/** Who somebody is to an employment. */
export type Standing = { readonly leadsPerson: boolean }

/** What a point may wait for outside its list. */
export type Facts = {
  readonly values: Pick<EmploymentValues, 'contractOn' | 'declarationOn' | 'declarationUntil' | 'kind'>
  /** Accesses that are not registered as removed. */
  readonly openSystems: number
  readonly openZones: number
}

export type EmploymentEvent = Happening &
  (
    | { readonly type: 'employment.added' | 'employment.takenBack' }
    | { readonly type: 'employment.edited'; readonly fields: readonly string[] }
    /** The last day of work is set, or moved. */
    | { readonly type: 'employment.leaving'; readonly person: string; readonly endsOn: string }
    | { readonly type: 'employment.staying'; readonly person: string }
    | { readonly type: 'employment.changed'; readonly day: string }
  )
export type ChecklistEvent = Happening &
  (
    | { readonly type: 'employment.stepDone'; readonly list: ListKind; readonly step: StepKey; readonly doneOn: string }
    | { readonly type: 'employment.stepUndone'; readonly list: ListKind; readonly step: StepKey }
    | { readonly type: 'employment.listClosed'; readonly list: ListKind }
    | { readonly type: 'employment.listMoved'; readonly list: ListKind; readonly day: string }
  )
