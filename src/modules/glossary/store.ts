import { registerStore } from '../../register/store.ts'
import { termFields } from './fields.ts'
import type { TermEvent } from './glossary.ts'

export const store = registerStore<typeof termFields, TermEvent>('glossary_term', termFields, { unique: 'name' })
