import { registerStore } from '../../register/store.ts'
import { sourceFields } from './fields.ts'
import type { SourceEvent } from './source.ts'

export const store = registerStore<typeof sourceFields, SourceEvent>('source', sourceFields, { unique: 'name' })
