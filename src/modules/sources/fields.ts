import type { Fields } from '../../kernel/fields.ts'

/** From the law down to a page elsewhere (S2-11). */
export const levels = ['law', 'regulation', 'institution', 'handbook', 'routine', 'page'] as const

export const sourceFields = {
  name: { kind: 'text', max: 200, required: true },
  level: { kind: 'choice', of: levels, required: true },
  chapter: { kind: 'text', max: 120 },
  address: { kind: 'text', max: 500 },
  checkedOn: { kind: 'date', past: true },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields
