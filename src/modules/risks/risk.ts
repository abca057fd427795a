import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { acceptFields, measureFields, recordFields, riskFields, scenarioFields } from './fields.ts'

export type Answers = Values<typeof riskFields>
export type Risk = Registered<typeof recordFields>
export type Part = 'writer' | 'owner' | 'riskOwner' | 'approver'
export type Deed = 'edit' | 'editApproved' | 'accept' | 'approve' | 'confirm' | 'end'
export type Status = NonNullable<Risk['values']['status']>

/** What may happen, and how bad it is before and after the measures. */
export type ScenarioAnswers = Values<typeof scenarioFields>
export type Scenario = ScenarioAnswers & { readonly id: string }
export type MeasureAnswers = Values<typeof measureFields>
export type Measure = MeasureAnswers & { readonly id: string }
export type Acceptance = Values<typeof acceptFields>

/** An analysis with all that belongs to it. */
export type Analysis = { readonly record: Risk; readonly scenarios: readonly Scenario[]; readonly measures: readonly Measure[] }

export type RiskEvent =
  | RegisterEvent<'risk'>
  | (Happening & {
      readonly type:
        | 'risk.approved'
        | 'risk.confirmed'
        | 'risk.ended'
        | 'risk.accepted'
        | 'risk.scenarioAdded'
        | 'risk.scenarioEdited'
        | 'risk.scenarioRemoved'
        | 'risk.measureAdded'
        | 'risk.measureEdited'
        | 'risk.measureDone'
        | 'risk.measureRemoved'
        | 'risk.dpiaBegun'
    })
