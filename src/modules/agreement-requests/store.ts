import { registerStore } from '../../register/store.ts'
import type { RequestEvent } from './agreement-request.ts'
import { recordFields } from './fields.ts'

export const store = registerStore<typeof recordFields, RequestEvent>('agreement_request', recordFields, { unique: null })
