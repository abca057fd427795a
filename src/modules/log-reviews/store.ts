import { registerStore } from '../../register/store.ts'
import { logReviewFields } from './fields.ts'
import type { LogReviewEvent } from './log-review.ts'

export const store = registerStore<typeof logReviewFields, LogReviewEvent>('log_review', logReviewFields, { unique: null })
