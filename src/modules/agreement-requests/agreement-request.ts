import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../register/rules.ts'
import type { answerFields, askFields, recordFields } from './fields.ts'

export type Asking = Values<typeof askFields>
export type Answer = Values<typeof answerFields>
export type Request = Registered<typeof recordFields>
export type Kind = NonNullable<Asking['kind']>

export type RequestEvent = Happening & { readonly type: 'agreement_request.sent' | 'agreement_request.answered' }
