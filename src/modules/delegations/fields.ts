import type { Fields } from '../../kernel/fields.ts'

/** Tasks that may be delegated. The responsibility of the controller is none of them. */
export const authorities = [
  ...(['processing', 'systems', 'disclosure', 'access', 'agreements', 'subjectRequests', 'notices', 'cameras', 'other'] as const),
] as const

export const delegationFields = {
  name: { kind: 'text', max: 160, required: true },
  authority: { kind: 'choice', of: authorities, required: true },
  otherAuthority: { kind: 'text', max: 300, sometimes: true },
  delegatedBy: { kind: 'reference', required: true },
  delegatedTo: { kind: 'reference', required: true },
  unit: { kind: 'reference' },
  processings: { kind: 'references' },
  systems: { kind: 'references' },
  fromDate: { kind: 'date', required: true },
  toDate: { kind: 'date' },
  ground: { kind: 'text', max: 1000, long: true, required: true },
  documentedIn: { kind: 'text', max: 300, required: true },
  onward: { kind: 'choice', of: ['yes', 'no'], required: true },
  inForce: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields
