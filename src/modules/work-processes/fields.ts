import type { Fields } from '../../kernel/fields.ts'

export const workProcessFields = {
  name: { kind: 'text', max: 120, required: true },
  purpose: { kind: 'text', max: 2000, long: true },
  unit: { kind: 'reference' },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields
