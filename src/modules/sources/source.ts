import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { sourceFields } from './fields.ts'

export type SourceValues = Values<typeof sourceFields>
export type Source = Registered<typeof sourceFields>
export type SourceEvent = RegisterEvent<'source'>
