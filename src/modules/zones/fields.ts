import type { Fields } from '../../kernel/fields.ts'

/** What keeps those out who are not to come in, and keeps what is there from harm. */
export const physicalMeasures = [
  'lock',
  'keyCard',
  'code',
  'alarm',
  'camera',
  'reception',
  'visitorLog',
  'escort',
  'lockedStorage',
  'screening',
] as const

export const zoneFields = {
  name: { kind: 'text', max: 120, required: true },
  unit: { kind: 'reference' },
  protection: { kind: 'choice', of: ['open', 'staff', 'restricted'], required: true },
  responsible: { kind: 'reference' },
  measures: { kind: 'choices', of: physicalMeasures },
  about: { kind: 'text', max: 2000, long: true },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields
