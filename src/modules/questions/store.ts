import { registerStore } from '../../register/store.ts'
import { recordFields } from './fields.ts'
import type { QuestionEvent } from './question.ts'

export const store = registerStore<typeof recordFields, QuestionEvent>('question', recordFields, { unique: null })
