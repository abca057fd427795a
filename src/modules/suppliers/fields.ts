import type { Fields } from '../../kernel/fields.ts'

export const supplierFields = {
  name: { kind: 'text', max: 160, required: true },
  organisationNumber: { kind: 'text', max: 30 },
  country: { kind: 'text', max: 60 },
  delivers: { kind: 'text', max: 1000, long: true },
  contact: { kind: 'text', max: 300 },
  processesData: { kind: 'choice', of: ['yes', 'no'], required: true },
  contractReference: { kind: 'text', max: 120 },
  contractOn: { kind: 'date', past: true },
  contractUntil: { kind: 'date' },
  securityRequirements: { kind: 'text', max: 4000, long: true },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields
