import { registerStore } from '../../register/store.ts'
import type { ApproverEvent, DisclosureEvent, ExtractEvent, RuleEvent } from './disclosure.ts'
import { approverFields, extractFields, recordFields, ruleFields } from './fields.ts'

export const store = registerStore<typeof recordFields, DisclosureEvent>('disclosure', recordFields, { unique: null })
export const ruleStore = registerStore<typeof ruleFields, RuleEvent>('disclosure_rule', ruleFields, { unique: 'name' })
export const approverStore = registerStore<typeof approverFields, ApproverEvent>('disclosure_approver', approverFields, { unique: 'name' })
export const extractStore = registerStore<typeof extractFields, ExtractEvent>('data_extract', extractFields, { unique: null })
