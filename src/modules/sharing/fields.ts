import type { Fields } from '../../kernel/fields.ts'

export const circleFields = { name: { kind: 'text', max: 120, required: true } } as const satisfies Fields
/** An organisation is named by what it is called in addresses: nobody sees which others there are. */
export const memberFields = { shortName: { kind: 'text', max: 60, required: true } } as const satisfies Fields

export const shareFields = {
  audience: { kind: 'choice', of: ['circle', 'everyone', 'own'], required: true },
  circle: { kind: 'reference', sometimes: true },
  note: { kind: 'text', max: 1000, long: true, guard: true },
  read: { kind: 'choices', of: ['noNames'], required: true },
} as const satisfies Fields

/** Why an incident at another organisation is not ours. */
export const declineFields = { reason: { kind: 'text', max: 1000, long: true, required: true } } as const satisfies Fields

/** What whoever takes a record answers for their own organisation. */
export const takeFields = {
  name: { kind: 'text', max: 160, required: true },
  unit: { kind: 'reference' },
  owner: { kind: 'reference', required: true },
  due: { kind: 'date', sometimes: true },
} as const satisfies Fields
