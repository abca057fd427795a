import { registerStore } from '../../register/store.ts'
import type { CameraEvent } from './camera.ts'
import { recordFields } from './fields.ts'

export const store = registerStore<typeof recordFields, CameraEvent>('camera', recordFields, { unique: 'name' })
