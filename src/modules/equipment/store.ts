import { registerStore } from '../../register/store.ts'
import type { DeliveryEvent, DeviceEvent } from './equipment.ts'
import { deliveryFields, deviceRecordFields } from './fields.ts'

export const deviceStore = registerStore<typeof deviceRecordFields, DeviceEvent>('device', deviceRecordFields, { unique: 'number' })
export const deliveryStore = registerStore<typeof deliveryFields, DeliveryEvent>('equipment_delivery', deliveryFields, { unique: null })
