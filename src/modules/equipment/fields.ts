import type { Fields } from '../../kernel/fields.ts'

export const kinds = ['laptop', 'desktop', 'tablet', 'mobile', 'memoryStick', 'other'] as const
/** Why somebody is given it (S4-041). */
export const reasons = ['availability', 'preparedness', 'flexibility', 'tool'] as const
/** Nobody knows what is on it: it is treated as if something is. */
const stored = ['yes', 'no', 'unknown'] as const
export const methods = ['overwritten', 'keyErased', 'reset', 'destroyed'] as const

export const deviceFields = {
  number: { kind: 'text', max: 60, required: true },
  kind: { kind: 'choice', of: kinds, required: true },
  model: { kind: 'text', max: 120 },
  unit: { kind: 'reference', required: true },
  holder: { kind: 'reference', sometimes: true },
  issuedOn: { kind: 'date', past: true },
  reasons: { kind: 'choices', of: reasons, sometimes: true },
  storesData: { kind: 'choice', of: stored, required: true },
  encrypted: { kind: 'choice', of: stored },
} as const satisfies Fields

/** Set by its deeds alone, never by the form. */
export const deviceRecordFields = {
  ...deviceFields,
  status: { kind: 'choice', of: ['inUse', 'lost', 'stolen', 'received', 'reusable', 'scrapped'], required: true },
  lostAt: { kind: 'instant' },
  blockedAt: { kind: 'instant' },
  leavesOn: { kind: 'date' },
} as const satisfies Fields

export const lossFields = { how: { kind: 'choice', of: ['lost', 'stolen'], required: true } } as const satisfies Fields

/** A time for what is in the register; the register knows what it is. */
export const timeFields = {
  storesData: { kind: 'choice', of: stored, required: true },
  proposedAt: { kind: 'instant', required: true },
} as const satisfies Fields
/** A time for what is in no register: old equipment out of a cupboard. */
export const askFields = {
  what: { kind: 'text', max: 200, required: true, guard: true },
  kind: { kind: 'choice', of: kinds, required: true },
  unit: { kind: 'reference', required: true },
  ...timeFields,
} as const satisfies Fields

export const moveFields = { proposedAt: { kind: 'instant', required: true } } as const satisfies Fields
export const planFields = { agreedAt: { kind: 'instant', required: true } } as const satisfies Fields
export const receiveFields = { storesData: { kind: 'choice', of: stored, required: true } } as const satisfies Fields
export const erasureFields = {
  method: { kind: 'choice', of: methods, required: true },
  erasedOn: { kind: 'date', required: true },
  erasedBy: { kind: 'reference', required: true },
  tool: { kind: 'text', max: 200, guard: true },
} as const satisfies Fields

export const deliveryStatuses = ['asked', 'planned', 'received', 'erased', 'reused', 'scrapped', 'cancelled'] as const
export const deliveryFields = {
  ...askFields,
  what: { kind: 'text', max: 200 },
  device: { kind: 'reference' },
  status: { kind: 'choice', of: deliveryStatuses, required: true },
  askedBy: { kind: 'reference', required: true },
  agreedAt: { kind: 'instant' },
  agreedBy: { kind: 'reference' },
  receivedAt: { kind: 'instant' },
  receivedBy: { kind: 'reference' },
  method: { kind: 'choice', of: methods },
  tool: { kind: 'text', max: 200 },
  erasedOn: { kind: 'date' },
  erasedBy: { kind: 'reference' },
  endedAt: { kind: 'instant' },
  endedBy: { kind: 'reference' },
} as const satisfies Fields
