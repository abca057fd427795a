import type { Fields } from '../../../kernel/fields.ts'
import { reportFields } from '../fields-report.ts'
import { mergeFields } from '../merging/fields.ts'
import { dismissals } from './mail.ts'

/** What is asked when a mail becomes a report: where, when, what, and whether it is about personal data. The rest is asked in the case. */
export const caseOfMail = {
  whatHappened: reportFields.whatHappened,
  affectedUnit: { kind: 'reference', required: true },
  discoveredAt: reportFields.discoveredAt,
  personalData: reportFields.personalData,
  serious: reportFields.serious,
} as const satisfies Fields

/** The case that it belongs to, by its number. */
export const joinFields = mergeFields

export const dismissFields = { dismissal: { kind: 'choice', of: dismissals, required: true } } as const satisfies Fields
