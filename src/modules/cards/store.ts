import { registerStore } from '../../register/store.ts'
import type { CardEvent, LoanEvent } from './card.ts'
import { loanRecordFields, recordFields } from './fields.ts'

const none = { unique: null }
export const store = registerStore<typeof recordFields, CardEvent>('id_card', recordFields, none)
export const loanStore = registerStore<typeof loanRecordFields, LoanEvent>('loan_card', loanRecordFields, none)
