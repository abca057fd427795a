import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { systemFields } from './fields.ts'

export type SystemValues = Values<typeof systemFields>
export type System = Registered<typeof systemFields>
export type SystemEvent = RegisterEvent<'system'>
