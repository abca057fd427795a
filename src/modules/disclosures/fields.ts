import type { Fields } from '../../kernel/fields.ts'
import { systemFields } from '../systems/public.ts'

const dataKinds = systemFields.dataKinds.of
/** Whom data is given out to. The first three are no export (S2-38): what is within the house, and what is the person's own. */
export const recipients = ['own', 'subject', 'representative', 'other'] as const
export const recipientKinds = ['publicBody', 'company', 'researcher', 'organisation', 'person'] as const
export const purposes = ['legalDuty', 'service', 'operation', 'research', 'statistics', 'legalCase', 'other'] as const

/** What a system's owner lets out without thinking twice: kinds of data, for which purposes, to whom (S2-36). */
export const ruleFields = {
  name: { kind: 'text', max: 160, required: true },
  system: { kind: 'reference', required: true },
  dataKinds: { kind: 'choices', of: dataKinds, required: true },
  purposes: { kind: 'choices', of: purposes, required: true },
  recipients: { kind: 'choices', of: recipientKinds, required: true },
  inForce: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields

/** Who decides for a unit that owns systems (S2-39). */
export const approverFields = {
  name: { kind: 'text', max: 160, required: true },
  unit: { kind: 'reference', required: true },
  approvers: { kind: 'references', required: true },
} as const satisfies Fields

/** An extract that was made, with or without an approval. */
export const extractFields = {
  name: { kind: 'text', max: 160, required: true },
  system: { kind: 'reference', required: true },
  unit: { kind: 'reference', required: true },
  madeOn: { kind: 'date', past: true, required: true },
  recipient: { kind: 'text', max: 200, required: true },
  disclosure: { kind: 'reference' },
} as const satisfies Fields

export const askFields = {
  name: { kind: 'text', max: 160, required: true },
  system: { kind: 'reference', required: true },
  unit: { kind: 'reference' },
  recipientKind: { kind: 'choice', of: recipientKinds, required: true },
  recipient: { kind: 'text', max: 200, required: true },
  dataKinds: { kind: 'choices', of: dataKinds, required: true },
  purposeKind: { kind: 'choice', of: purposes, required: true },
  purpose: { kind: 'text', max: 4000, long: true, required: true, guard: true },
  legalBasis: { kind: 'text', max: 500 },
  until: { kind: 'date', required: true },
} as const satisfies Fields

export const doubtFields = { doubt: { kind: 'text', max: 2000, long: true, required: true, guard: true } } as const satisfies Fields
export const statementFields = { statement: { kind: 'text', max: 4000, long: true, required: true, guard: true } } as const satisfies Fields
export const decisionFields = {
  decision: { kind: 'choice', of: ['approved', 'refused'], required: true },
  reason: { kind: 'text', max: 4000, long: true, required: true, guard: true },
} as const satisfies Fields
export const deletionFields = {
  deletedOn: { kind: 'date', required: true },
  deletionProof: { kind: 'text', max: 1000, long: true, required: true, guard: true },
} as const satisfies Fields

/** Set by its deeds alone. */
export const standingFields = {
  status: { kind: 'choice', of: ['asked', 'consulting', 'approved', 'refused', 'ended'], required: true },
  routine: { kind: 'choice', of: ['inside', 'outside'], required: true },
  askedBy: { kind: 'reference', required: true },
  askedAt: { kind: 'instant', required: true },
  doubt: { kind: 'text', max: 2000, long: true },
  consultedAt: { kind: 'instant' },
  statement: { kind: 'text', max: 4000, long: true },
  statedBy: { kind: 'reference' },
  statedAt: { kind: 'instant' },
  decision: { kind: 'choice', of: ['approved', 'refused'] },
  reason: { kind: 'text', max: 4000, long: true },
  decidedBy: { kind: 'reference' },
  decidedAt: { kind: 'instant' },
  deletedOn: { kind: 'date' },
  deletionProof: { kind: 'text', max: 1000, long: true },
} as const satisfies Fields

export const recordFields = { ...askFields, ...standingFields } as const satisfies Fields
