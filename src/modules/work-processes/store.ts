import { registerStore } from '../../register/store.ts'
import { workProcessFields } from './fields.ts'
import type { WorkProcessEvent } from './work-process.ts'

export const store = registerStore<typeof workProcessFields, WorkProcessEvent>('work_process', workProcessFields, { unique: 'name' })
