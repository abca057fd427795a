import { registerStore } from '../../register/store.ts'
import { systemFields } from './fields.ts'
import type { SystemEvent } from './system.ts'

export const store = registerStore<typeof systemFields, SystemEvent>('system', systemFields, { unique: 'name' })
