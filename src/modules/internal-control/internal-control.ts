import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type {
  activityFields,
  auditFields,
  documentRecordFields,
  exerciseFields,
  findingFields,
  inspectionFields,
  meetingFields,
  objectiveFields,
  outageCriteria,
  requirementFields,
} from './fields.ts'

export type Requirement = Registered<typeof requirementFields>
export type Audit = Registered<typeof auditFields>
export type Finding = Registered<typeof findingFields>
/** With whoever led the audit that found it, where they work here. */
export type HeldFinding = Finding & { readonly leader: string | null }
export type Inspection = Registered<typeof inspectionFields>
export type GoverningDocument = Registered<typeof documentRecordFields>
export type DocumentKind = NonNullable<GoverningDocument['values']['kind']>
export type Exercise = Registered<typeof exerciseFields>
export type Objective = Registered<typeof objectiveFields>
export type Meeting = Registered<typeof meetingFields>
export type Activity = Registered<typeof activityFields>
export type ActivityAnswers = Values<typeof activityFields>

export type DocumentEvent = RegisterEvent<'governing_document'> | (Happening & { readonly type: 'governing_document.approved' })
export type ActivityEvent =
  | RegisterEvent<'control_activity'>
  | (Happening &
      (
        | { readonly type: 'control_activity.unitDone'; readonly unit: string }
        | { readonly type: 'control_activity.reminded'; readonly units: number }
      ))

/** Where an audit has come: what has been held is reported when it says what it found and concluded. */
export type AuditState = 'planned' | 'late' | 'held' | 'reported'

export type OutageCriterion = (typeof outageCriteria)[number]
export type Outage = { readonly criteria: readonly OutageCriterion[]; readonly by: string; readonly at: Date }
export type OutageEvent = Happening & { readonly type: 'deviation.majorOutage'; readonly criteria: readonly OutageCriterion[] }

/** Something that somebody is to do before a day, and that is not done. */
export type OpenAction = {
  readonly name: string
  readonly owner: string | null
  readonly dueOn: LocalDate | null
  readonly closed: boolean
}

/** One unit of an activity, and when it did its part. */
export type UnitPart = { readonly unit: string; readonly doneAt: Date | null; readonly doneBy: string | null }
