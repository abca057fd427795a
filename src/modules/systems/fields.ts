import type { Fields } from '../../kernel/fields.ts'

/** What kinds of data a system holds; sensitive means special categories (GDPR art. 9). */
export const dataKinds = ['contact', 'nationalId', 'employment', 'education', 'health', 'economy', 'archive', 'sensitive', 'none'] as const

export const systemFields = {
  name: { kind: 'text', max: 120, required: true },
  purpose: { kind: 'text', max: 2000, long: true },
  ownerUnit: { kind: 'reference' },
  owner: { kind: 'reference' },
  superUser: { kind: 'reference' },
  dataKinds: { kind: 'choices', of: dataKinds },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields
