import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { Measure } from '../risks/public.ts'
import type {
  adviceFields,
  answerFields,
  consultationFields,
  controlFields,
  dpiaFields,
  recordFields,
  roundFields,
  scenarioFields,
} from './fields.ts'

export type Answers = Values<typeof dpiaFields>
export type Dpia = Registered<typeof recordFields>
export type Part = 'writer' | 'keeper' | 'officer' | 'controller' | 'approver'
export type Deed =
  | ('edit' | 'editAdvised' | 'editApproved' | 'send' | 'takeHome' | 'advise' | 'answer' | 'waive' | 'consult')
  | ('approve' | 'sendBack' | 'reopen' | 'control' | 'end')
export type Status = NonNullable<Dpia['values']['status']>

/** What may happen to those whom the data are about. */
export type ScenarioAnswers = Values<typeof scenarioFields>
export type Scenario = ScenarioAnswers & { readonly id: string }

/** Sent to the data protection officer once, with what came back. */
export type Round = Values<typeof roundFields> & { readonly id: string }
export type Advice = Values<typeof adviceFields>
export type Answer = Values<typeof answerFields>
export type Consultation = Values<typeof consultationFields>
export type ControlAnswers = Values<typeof controlFields>
export type Control = ControlAnswers & { readonly id: string; readonly by: string | null }

/** An assessment with all that belongs to it. `stamp`: a fingerprint of what advice and decision rest on. */
export type Assessment = {
  readonly record: Dpia
  readonly scenarios: readonly Scenario[]
  readonly measures: readonly Measure[]
  /** The last first. */
  readonly rounds: readonly Round[]
  readonly stamp: string
  /** Another that is approved covers operations of the same kind. */
  readonly likeApproved: boolean
}

export type DpiaEvent =
  | RegisterEvent<'dpia'>
  | (Happening & {
      readonly type:
        | 'dpia.sent'
        | 'dpia.takenHome'
        | 'dpia.advised'
        | 'dpia.answered'
        | 'dpia.waived'
        | 'dpia.consulted'
        | 'dpia.returned'
        | 'dpia.approved'
        | 'dpia.reopened'
        | 'dpia.controlled'
        | 'dpia.deviated'
        | 'dpia.ended'
        | 'dpia.documentMade'
        | 'dpia.scenarioAdded'
        | 'dpia.scenarioEdited'
        | 'dpia.scenarioRemoved'
        | 'dpia.measureAdded'
        | 'dpia.measureEdited'
        | 'dpia.measureDone'
        | 'dpia.measureRemoved'
    })
