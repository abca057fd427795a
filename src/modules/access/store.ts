import { registerStore } from '../../register/store.ts'
import type { AccessEvent } from './access.ts'
import { recordFields } from './fields.ts'

export const store = registerStore<typeof recordFields, AccessEvent>('access_grant', recordFields, { unique: null })
