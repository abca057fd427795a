import { registerStore } from '../../register/store.ts'
import { placeFields } from './fields.ts'
import type { PlaceEvent } from './storage-guide.ts'

export const store = registerStore<typeof placeFields, PlaceEvent>('storage_place', placeFields, { unique: 'name' })
