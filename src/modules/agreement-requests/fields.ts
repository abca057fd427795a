import type { Fields } from '../../kernel/fields.ts'

export const askFields = {
  kind: { kind: 'choice', of: ['agreement', 'drafting'], required: true },
  counterpart: { kind: 'text', max: 160, required: true },
  about: { kind: 'text', max: 4000, long: true, required: true, guard: true },
  unit: { kind: 'reference' },
} as const satisfies Fields

export const answerFields = {
  answer: { kind: 'text', max: 4000, long: true, required: true, guard: true },
  agreement: { kind: 'reference' },
} as const satisfies Fields

/** Set by its deeds alone. */
export const standingFields = {
  askedBy: { kind: 'reference', required: true },
  askedAt: { kind: 'instant', required: true },
  answer: { kind: 'text', max: 4000, long: true },
  agreement: { kind: 'reference' },
  answeredBy: { kind: 'reference' },
  answeredAt: { kind: 'instant' },
} as const satisfies Fields

export const recordFields = { ...askFields, ...standingFields } as const satisfies Fields
