import type { Fields } from '../../../kernel/fields.ts'

/** Whether personal data are affected: a person's word for what the hours only assume. */
export const personalDataFields = { personalData: { kind: 'choice', of: ['yes', 'no'], required: true } } as const satisfies Fields

/** S1-44: whether a breach of personal data security has happened, with reasons. */
export const breachFields = {
  breach: { kind: 'choice', of: ['yes', 'no'], required: true },
  reason: { kind: 'text', max: 4000, long: true, guard: true, required: true },
} as const satisfies Fields

/** Why a protected reporter's identity is opened. A code and no text of one's own: it goes into the log (S4-131). */
export const openingReasons = ['contact', 'danger', 'authority', 'misuse'] as const
export type OpeningReason = (typeof openingReasons)[number]
export const openingFields = { why: { kind: 'choice', of: openingReasons, required: true } } as const satisfies Fields
