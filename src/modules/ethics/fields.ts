import type { Fields } from '../../kernel/fields.ts'

/** Whom a complaint may be about (S1-53 to S1-56). */
export const personGroups = ['employee', 'applicant', 'candidate', 'graduate'] as const
export const statuses = ['draft', 'sent', 'received', 'closed'] as const

export const askFields = {
  unit: { kind: 'reference', required: true },
  personGroup: { kind: 'choice', of: personGroups, required: true },
  against: { kind: 'text', max: 300, required: true },
  aboutLeader: { kind: 'choice', of: ['no', 'yes'], required: true },
  about: { kind: 'text', max: 20000, long: true, guard: true },
} as const satisfies Fields

export const closingFields = {
  outcome: { kind: 'text', max: 8000, long: true, required: true, guard: true },
} as const satisfies Fields

/** Set by its deeds alone. */
const standingFields = {
  status: { kind: 'choice', of: statuses, required: true },
  year: { kind: 'whole', min: 2000, max: 2999 },
  number: { kind: 'whole', min: 1, max: 9999999 },
  writer: { kind: 'reference', required: true },
  writtenAt: { kind: 'instant', required: true },
  sentAt: { kind: 'instant' },
  receiverUnit: { kind: 'reference' },
  receivedBy: { kind: 'reference' },
  receivedAt: { kind: 'instant' },
  outcome: { kind: 'text', max: 8000, long: true },
  closedBy: { kind: 'reference' },
  closedAt: { kind: 'instant' },
} as const satisfies Fields

export const recordFields = { ...askFields, ...standingFields } as const satisfies Fields

export const talkFields = {
  unit: { kind: 'reference', required: true },
  head: { kind: 'reference', required: true },
} as const satisfies Fields
export const talkRecordFields = {
  ...talkFields,
  writer: { kind: 'reference', required: true },
  askedAt: { kind: 'instant', required: true },
  arrangedAt: { kind: 'instant' },
} as const satisfies Fields
