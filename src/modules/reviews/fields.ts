import type { Fields } from '../../kernel/fields.ts'

export const intervals = ['once', '1', '3', '6', '12', '24', '36'] as const

export const planFields = {
  every: { kind: 'choice', of: intervals, required: true },
  dueOn: { kind: 'date', required: true },
  owner: { kind: 'reference' },
} as const satisfies Fields

export const heldFields = {
  heldOn: { kind: 'date', required: true },
  found: { kind: 'text', max: 4000, long: true, required: true, guard: true },
  participants: { kind: 'references' },
  nextOn: { kind: 'date' },
} as const satisfies Fields
