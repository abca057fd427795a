import type { Fields } from '../../kernel/fields.ts'

export const askFields = {
  kind: { kind: 'choice', of: ['advice', 'routine'], required: true },
  sentTo: { kind: 'choice', of: ['leader', 'privacyContact', 'dpo'], required: true },
  about: { kind: 'text', max: 2000, long: true, required: true, guard: true },
  unit: { kind: 'reference' },
} as const satisfies Fields

export const answerFields = {
  answer: { kind: 'text', max: 4000, long: true, required: true, guard: true },
} as const satisfies Fields

/** Set by its deeds alone. */
export const standingFields = {
  askedBy: { kind: 'reference', required: true },
  askedAt: { kind: 'instant', required: true },
  receiver: { kind: 'reference' },
  dueOn: { kind: 'date' },
  answer: { kind: 'text', max: 4000, long: true },
  answeredBy: { kind: 'reference' },
  answeredAt: { kind: 'instant' },
} as const satisfies Fields

export const recordFields = { ...askFields, ...standingFields } as const satisfies Fields
