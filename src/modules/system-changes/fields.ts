import type { Fields } from '../../kernel/fields.ts'

/** `new`: a system that nobody has assessed the risks of yet. */
export const sizes = ['small', 'large', 'new'] as const

export const changeFields = {
  name: { kind: 'text', max: 160, required: true },
  system: { kind: 'reference', required: true },
  size: { kind: 'choice', of: sizes, required: true },
  about: { kind: 'text', max: 4000, long: true },
  plannedOn: { kind: 'date' },
  owner: { kind: 'reference' },
  superUser: { kind: 'reference' },
  technical: { kind: 'reference' },
} as const satisfies Fields

export const withdrawFields = { reason: { kind: 'text', max: 2000, long: true, required: true } } as const satisfies Fields

/** Set by its deeds alone. `sizedAt`: since when it has been this large a change, of this system; an older analysis knows nothing of it. */
export const standingFields = {
  status: { kind: 'choice', of: ['open', 'approved', 'withdrawn'], required: true },
  registeredBy: { kind: 'reference' },
  sizedAt: { kind: 'instant', required: true },
  decidedBy: { kind: 'reference' },
  decidedAt: { kind: 'instant' },
  reason: { kind: 'text', max: 2000, long: true },
} as const satisfies Fields

export const recordFields = { ...changeFields, ...standingFields } as const satisfies Fields
