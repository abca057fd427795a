import { registerStore } from '../../register/store.ts'
import { zoneFields } from './fields.ts'
import type { ZoneEvent } from './zone.ts'

export const store = registerStore<typeof zoneFields, ZoneEvent>('premises_zone', zoneFields, { unique: 'name' })
