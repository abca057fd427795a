import type { Fields, Values } from '../../../kernel/fields.ts'
import { reportFields } from '../fields-report.ts'

/**
 * What somebody who is not signed in is asked: six questions, of which one is owed. The day it was discovered and no hour, since an hour
 * would tell who was there.
 */
export const openFields = {
  whatHappened: reportFields.whatHappened,
  affectedUnit: { kind: 'reference' },
  discoveredOn: { kind: 'date' },
  personalData: reportFields.personalData,
  periodState: reportFields.periodState,
  serious: reportFields.serious,
} as const satisfies Fields
export type OpenReport = Values<typeof openFields>

/** The code that the case is followed with. */
export const codeFields = { code: { kind: 'text', max: 60, required: true } } as const satisfies Fields
