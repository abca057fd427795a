import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { termFields } from './fields.ts'

export type Term = Registered<typeof termFields>
export type TermValues = Values<typeof termFields>
export type TermEvent = RegisterEvent<'glossary_term'>

/** Where a term stands on the page of all. */
export const anchorOf = (id: string): string => `ord-${id}`
