import { registerStore } from '../../register/store.ts'
import { recordFields } from './fields.ts'
import type { RecordingEvent } from './recording.ts'

export const store = registerStore<typeof recordFields, RecordingEvent>('recording', recordFields, { unique: null })
