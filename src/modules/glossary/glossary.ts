import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { termFields } from './fields.ts'

export type Term = Registered<typeof termFields>
export type TermValues = Values<typeof termFields>
export type TermEvent = RegisterEvent<'glossary_term'>
