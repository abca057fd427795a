import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { approverFields, askFields, decisionFields, deletionFields, extractFields, recordFields, ruleFields } from './fields.ts'

export type Asking = Values<typeof askFields>
export type Decision = Values<typeof decisionFields>
export type Deletion = Values<typeof deletionFields>
export type Disclosure = Registered<typeof recordFields>
export type Status = NonNullable<Disclosure['values']['status']>
/** `decider`: the owner of the system, or whom the owner or the unit has named. */
export type Part = 'asker' | 'decider' | 'representative'
export type Deed = 'consult' | 'state' | 'decide' | 'end'
export type RuleValues = Values<typeof ruleFields>
export type Extract = Registered<typeof extractFields>
export type Approvers = Registered<typeof approverFields>

export type RuleEvent = RegisterEvent<'disclosure_rule'>
export type ApproverEvent = RegisterEvent<'disclosure_approver'>
export type ExtractEvent = RegisterEvent<'data_extract'>
export type DisclosureEvent = Happening & {
  readonly type:
    | 'disclosure.asked'
    | 'disclosure.consulted'
    | 'disclosure.stated'
    | 'disclosure.approved'
    | 'disclosure.declined'
    | 'disclosure.ended'
}
