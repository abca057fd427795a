import { registerStore } from '../../register/store.ts'
import { recordFields } from './fields.ts'
import type { SystemChangeEvent } from './system-change.ts'

export const store = registerStore<typeof recordFields, SystemChangeEvent>('system_change', recordFields, { unique: null })
