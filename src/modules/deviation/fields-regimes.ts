import type { Fields, Values } from '../../kernel/fields.ts'

/** Sets of rules beside the GDPR that an incident may have to be told by, each off until the organisation is under it. */
export const regimes = ['digitalSecurity', 'processor'] as const
export type Regime = (typeof regimes)[number]

/** Whether it applies to this incident, from when its hours run, and when each thing was done. */
export const regimeFields = {
  applies: { kind: 'choice', of: ['yes', 'no'], required: true },
  knownAt: { kind: 'instant' },
  reason: { kind: 'text', max: 2000, long: true, guard: true, sometimes: true },
  warnedAt: { kind: 'instant' },
  updatedAt: { kind: 'instant' },
  reportedAt: { kind: 'instant' },
} as const satisfies Fields
export type RegimeAnswers = Values<typeof regimeFields>
export type RegimeRow = { readonly regime: Regime } & RegimeAnswers
