import type { Fields } from '../../kernel/fields.ts'

export const grantFields = {
  person: { kind: 'reference', required: true },
  system: { kind: 'reference', sometimes: true },
  zone: { kind: 'reference', sometimes: true },
  role: { kind: 'text', max: 120, sometimes: true },
  reason: { kind: 'text', max: 1000, long: true, required: true, guard: true },
  accessNeed: { kind: 'choice', of: ['read', 'change', 'administer', 'enter'], required: true },
  protectionNeed: { kind: 'choice', of: ['ordinary', 'confidential', 'special'], required: true },
  fromDate: { kind: 'date', required: true },
  toDate: { kind: 'date' },
} as const satisfies Fields

/** Set by its deeds alone. */
export const standingFields = {
  grantedBy: { kind: 'reference' },
  grantedAt: { kind: 'instant' },
  employmentEnds: { kind: 'date' },
  confirmedAt: { kind: 'instant' },
  confirmedBy: { kind: 'reference' },
  removalAskedAt: { kind: 'instant' },
  removalAskedBy: { kind: 'reference' },
  removedOn: { kind: 'date' },
  removedBy: { kind: 'reference' },
  removalProof: { kind: 'text', max: 500 },
} as const satisfies Fields

export const recordFields = { ...grantFields, ...standingFields } as const satisfies Fields

export const removalFields = {
  removedOn: { kind: 'date', required: true },
  removalProof: { kind: 'text', max: 500, required: true },
} as const satisfies Fields
