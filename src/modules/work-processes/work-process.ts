import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent } from '../../register/rules.ts'
import type { workProcessFields } from './fields.ts'

export type WorkProcessValues = Values<typeof workProcessFields>
export type WorkProcessEvent = RegisterEvent<'work_process'>
