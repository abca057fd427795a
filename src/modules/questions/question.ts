import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../register/rules.ts'
import type { answerFields, askFields, recordFields } from './fields.ts'

export type Asking = Values<typeof askFields>
export type Answer = Values<typeof answerFields>
export type Question = Registered<typeof recordFields>
export type Kind = NonNullable<Asking['kind']>
export type SentTo = NonNullable<Asking['sentTo']>

export type QuestionEvent = Happening & { readonly type: 'question.sent' | 'question.answered' }
