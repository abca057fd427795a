import type { Fields } from '../../../kernel/fields.ts'

export const providerFields = {
  kind: { kind: 'choice', of: ['entra', 'feide', 'idporten', 'ansattporten', 'other'], required: true },
  name: { kind: 'text', max: 60, required: true },
  issuer: { kind: 'text', max: 300, required: true },
  clientId: { kind: 'text', max: 200, required: true },
  scopes: { kind: 'text', max: 200 },
  levels: { kind: 'text', max: 600, long: true },
  linking: { kind: 'choice', of: ['invitation', 'email', 'claim'], required: true },
  claim: { kind: 'text', max: 60 },
  active: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields

/** Which provider it is is never changed: people are linked to what this one calls them. */
const { kind: _kind, issuer: _issuer, ...changeable } = providerFields
export const editFields = changeable

export const passwordFields = {
  passwords: { kind: 'choice', of: ['everyone', 'emergency'], required: true },
  emergency: { kind: 'reference' },
} as const satisfies Fields
