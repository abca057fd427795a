import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { logReviewFields } from './fields.ts'

export type Answers = Values<typeof logReviewFields>
export type LogReview = Registered<typeof logReviewFields>
export type LogReviewEvent = RegisterEvent<'log_review'>
