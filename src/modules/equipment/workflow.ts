import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, DeliveryStatus, DeviceDeed, DevicePlace, Part } from './equipment.ts'

/** A device that somebody has: gone, blocked, and found again. The rest that happens to it follows from its delivery. */
export const deviceWorkflow: Workflow<DevicePlace, DeviceDeed, Part> = {
  reportLoss: { from: ['inUse'], to: ['lost', 'stolen'], by: ['reader'] },
  block: { from: ['lost', 'stolen'], to: 'blocked', by: ['it'] },
  find: { from: ['lost', 'stolen', 'blocked'], to: 'inUse', by: ['reader'] },
}

/** The way back to IT: a time is asked for and agreed, it is received, erased with proof, and used again or scrapped (S4-209, S4-210). */
export const deliveryWorkflow: Workflow<DeliveryStatus, Deed, Part> = {
  plan: { from: ['asked', 'planned'], to: 'planned', by: ['it'] },
  move: { from: ['asked', 'planned'], to: 'asked', by: ['asker'] },
  cancel: { from: ['asked', 'planned'], to: 'cancelled', by: ['asker', 'it'] },
  receive: { from: ['planned'], to: 'received', by: ['it'] },
  erase: { from: ['received'], to: 'erased', by: ['it'] },
  reuse: { from: ['received', 'erased'], to: 'reused', by: ['it'] },
  scrap: { from: ['received', 'erased'], to: 'scrapped', by: ['it'] },
}
