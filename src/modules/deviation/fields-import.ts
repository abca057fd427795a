import type { Fields, Values } from '../../kernel/fields.ts'
import { assessmentFields } from './fields-assessment.ts'
import { documentationFields } from './fields-closing.ts'
import { handlingFields } from './fields-handling.ts'
import { reportFields } from './fields-report.ts'

const { externalReference, caseType, personalData, categories, mainCause, causeCode, affectedCount, consequencesSubjects, system } =
  reportFields
const yesNo = { kind: 'choice', of: ['yes', 'no'] } as const

/**
 * What an older register says of a case, a column each (S3-08). It says days where Varde says instants; what it has no column for is not
 * known, and nobody is asked.
 */
export const oldCaseFields = {
  externalReference: { ...externalReference, required: true },
  receivedOn: { kind: 'date', required: true },
  discoveredOn: { kind: 'date' },
  ended: { kind: 'choice', of: ['closed', 'open'] },
  closedOn: { kind: 'date' },
  shortName: handlingFields.shortName,
  whatHappened: { kind: 'text', max: reportFields.whatHappened.max, long: true, guard: true },
  affectedUnit: { kind: 'reference' },
  system,
  caseType,
  personalData,
  categories,
  causeCode,
  mainCause,
  affectedCount,
  consequencesSubjects,
  severity: handlingFields.severity,
  level: assessmentFields.level,
  notified: yesNo,
  notifiedOn: { kind: 'date' },
  informed: yesNo,
  informedOn: { kind: 'date' },
  correction: { kind: 'text', max: documentationFields.correction.max, long: true, guard: true },
} as const satisfies Fields
export type OldCase = Values<typeof oldCaseFields>
