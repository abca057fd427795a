import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type {
  agenda,
  decisionFields,
  dpoReportFields,
  dpoReportRecordFields,
  itemFields,
  reviewFields,
  reviewRecordFields,
} from './fields.ts'

export type ReviewAnswers = Values<typeof reviewFields>
export type Review = Registered<typeof reviewRecordFields>
export type Item = Registered<typeof itemFields>
export type Decision = Registered<typeof decisionFields>
export type DpoReport = Registered<typeof dpoReportRecordFields>
export type DpoReportAnswers = Values<typeof dpoReportFields>
export type AgendaItem = (typeof agenda)[number]

export type ReviewEvent =
  | RegisterEvent<'management_review'>
  | (Happening & { readonly type: 'management_review.frozen' | 'management_review.approved' })
export type DpoReportEvent = RegisterEvent<'dpo_report'> | (Happening & { readonly type: 'dpo_report.delivered' })
export type CoordinationEvent = Happening & {
  readonly type: 'system.reviewReminded' | 'system.reviewsBegun'
  readonly systems: number
}

/** Days from and to, both included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate }
type Count = { readonly key: string; readonly count: number }

/** What our own registers say of a period: codes, names and numbers, never words of a language, so that it can be read in all three. */
export type Pack = {
  readonly audits: readonly {
    readonly id: string
    readonly name: string
    readonly heldOn: LocalDate
    readonly results: string | null
    readonly conclusions: string | null
    readonly grades: readonly Count[]
    readonly open: number
  }[]
  readonly deviations: {
    readonly total: number
    readonly open: number
    readonly closed: number
    readonly notified: number
    readonly levels: readonly Count[]
    readonly categories: readonly Count[]
  }
  readonly inspections: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly authority: string | null
    readonly heldOn: LocalDate
    readonly result: string | null
    readonly open: boolean
  }[]
  readonly requirements: {
    readonly changed: readonly Changed[]
    readonly inForce: readonly { readonly id: string; readonly name: string; readonly source: string; readonly measures: boolean }[]
  }
  readonly processings: readonly Changed[]
  readonly risks: {
    readonly all: readonly {
      readonly id: string
      readonly name: string
      readonly high: number
      readonly medium: number
      readonly low: number
    }[]
    readonly top: readonly { readonly risk: string; readonly name: string; readonly level: string }[]
  }
  readonly incidents: readonly {
    readonly id: string
    readonly reference: string
    readonly receivedOn: LocalDate
    readonly categories: readonly string[]
    readonly status: string
  }[]
  readonly organisation: {
    readonly units: readonly Changed[]
    readonly roles: readonly { readonly role: string; readonly given: number; readonly ended: number }[]
  }
  /** Absent in what was frozen before the registers of premises and cameras were part of it. */
  readonly premises?: {
    /** In use on the day, by how well they must be protected. */
    readonly zones: readonly Count[]
    /** Those that hang there on the day, by how they stand. */
    readonly cameras: readonly Count[]
    readonly zonesChanged: readonly Changed[]
    readonly camerasChanged: readonly (Changed & { readonly status: string })[]
  }
  readonly plans: {
    readonly done: number
    readonly planned: number
    readonly late: number
    readonly activities: readonly { readonly name: string; readonly dueOn: LocalDate; readonly state: WheelState }[]
    readonly decisions: readonly { readonly id: string; readonly name: string; readonly dueOn: LocalDate; readonly owner: string | null }[]
    readonly openFindings: number
  }
}
/** `what`: the last word of the event that says it: added, edited, ended. */
export type Changed = { readonly id: string; readonly name: string; readonly what: string }

export type WheelState = 'done' | 'planned' | 'late'
export const wheelKinds = [
  'managementReview',
  'audit',
  'systemReview',
  'questionnaire',
  'documentReview',
  'riskReview',
  'requirementReview',
  'activity',
] as const
export type WheelKind = (typeof wheelKinds)[number]
/** One entry of the year: when it is due or was done, and where it is read. `count`: how many it stands for. */
export type WheelEntry = {
  readonly key: string
  readonly kind: WheelKind
  readonly name: string | null
  /** Null for whoever may not read it. */
  readonly href: string | null
  readonly day: LocalDate
  readonly state: WheelState
  readonly count: number
}

/** What the data protection officer worked with in a period. */
export type DpoCases = {
  readonly deviations: number
  readonly open: number
  readonly notified: number
  readonly questions: number
  readonly answered: number
  readonly systems: readonly string[]
}

/** A system in use, and how it stands with its yearly review (S4-171). */
export type SystemLine = {
  readonly id: string
  readonly name: string
  readonly owner: string | null
  readonly heldOn: LocalDate | null
  readonly dueOn: LocalDate | null
}
export type SystemState = 'unplanned' | 'late' | 'soon' | 'never' | 'fine'
