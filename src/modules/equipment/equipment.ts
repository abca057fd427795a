import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { askFields, deliveryFields, deviceFields, deviceRecordFields, erasureFields, timeFields } from './fields.ts'

export type DeviceAnswers = Values<typeof deviceFields>
export type Device = Registered<typeof deviceRecordFields>
export type DeviceStatus = NonNullable<Device['values']['status']>
/** Where a device is: one that is gone may be blocked. */
export type DevicePlace = DeviceStatus | 'blocked'
/** What somebody is to a device or a delivery. */
export type Part = 'reader' | 'asker' | 'it'
/** What may happen to a device that somebody has. */
export const deviceDeeds = { reportLoss: 'lossReported', block: 'blocked', find: 'found' } as const
export type DeviceDeed = keyof typeof deviceDeeds
export type DeviceEvent =
  | RegisterEvent<'device'>
  | (Happening & {
      readonly type: `device.${(typeof deviceDeeds)[DeviceDeed] | 'handedIn' | 'reusable' | 'scrapped' | 'returnStarted' | 'returnStopped'}`
    })

export type Asking = Values<typeof askFields>
export type Timed = Values<typeof timeFields>
export type Erasure = Values<typeof erasureFields>
export type Delivery = Registered<typeof deliveryFields>
export type DeliveryStatus = NonNullable<Delivery['values']['status']>
/** The deeds of a delivery, in their order, each with what has then happened. */
export const deeds = {
  plan: 'planned',
  move: 'moved',
  cancel: 'cancelled',
  receive: 'received',
  erase: 'erased',
  reuse: 'reused',
  scrap: 'scrapped',
} as const
export type Deed = keyof typeof deeds
export type DeliveryEvent = Happening & {
  readonly type: `equipment_delivery.${'asked' | 'proofMade' | (typeof deeds)[Deed]}`
}
