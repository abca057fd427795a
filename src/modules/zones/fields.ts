import type { Fields } from '../../kernel/fields.ts'

export const zoneFields = {
  name: { kind: 'text', max: 120, required: true },
  unit: { kind: 'reference' },
  protection: { kind: 'choice', of: ['open', 'staff', 'restricted'], required: true },
  about: { kind: 'text', max: 2000, long: true },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields
