import type { Fields } from '../../kernel/fields.ts'
import { informationClasses } from '../organisation/public.ts'

/** The classes of information (S4-013), from the least to the most protected. */
export const classes = informationClasses
export const verdicts = ['allowed', 'allowedIf', 'notAllowed'] as const

const verdict = { kind: 'choice', of: verdicts, required: true } as const

export const placeFields = {
  name: { kind: 'text', max: 120, required: true },
  public: verdict,
  internal: verdict,
  exempt: verdict,
  personal: verdict,
  sensitive: verdict,
  condition: { kind: 'text', max: 500, sometimes: true },
  recommendedFor: { kind: 'choices', of: classes },
  units: { kind: 'references' },
  rank: { kind: 'whole', min: 1, max: 999 },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields

/** What is asked before something is classed (S0-29, S0-30). */
export const classifyFields = {
  sends: { kind: 'choice', of: ['email', 'survey', 'nothing'], required: true },
  content: { kind: 'choice', of: classes, required: true },
  reveals: { kind: 'choice', of: ['yes', 'no'], required: true },
  processing: { kind: 'reference' },
} as const satisfies Fields
