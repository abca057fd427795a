import type { Fields, Values } from '../../../kernel/fields.ts'

/** The assessor's own answers. Ticked criteria stand apart, each with who ticked it and when (S3-29). */
export const assessmentFields = {
  largeScale: { kind: 'choice', of: ['yes', 'no', 'unknown'] },
  h4Explanation: { kind: 'text', max: 4000, long: true, guard: true },
  newTechnology: { kind: 'choice', of: ['yes', 'no'] },
  newTechnologyComment: { kind: 'text', max: 4000, long: true, guard: true },
  effectAstray: { kind: 'choice', of: ['yes', 'danger', 'no', 'unknown'] },
  effectChanged: { kind: 'choice', of: ['yes', 'danger', 'no', 'unknown'] },
  effectLost: { kind: 'choice', of: ['yes', 'danger', 'no', 'unknown'] },
  dataEncrypted: { kind: 'choice', of: ['yes', 'partly', 'no', 'unknown'] },
  mayHarmRights: { kind: 'choice', of: ['yes', 'no', 'unsure'] },
  level: { kind: 'choice', of: ['unlikely', 'low', 'medium', 'high'] },
  levelReason: { kind: 'text', max: 4000, long: true, guard: true },
  certainty: { kind: 'choice', of: ['certain', 'unsure', 'notCertain'] },
  certaintyReasons: { kind: 'text', max: 4000, long: true, guard: true },
  enisaSimple: { kind: 'whole', min: 1, max: 4 },
  enisaBehavioural: { kind: 'whole', min: 1, max: 4 },
  enisaFinancial: { kind: 'whole', min: 1, max: 4 },
  enisaSensitive: { kind: 'whole', min: 1, max: 4 },
  enisaEase: { kind: 'whole', min: 25, max: 100 },
  enisaConfidentiality: { kind: 'whole', min: 0, max: 50 },
  enisaIntegrity: { kind: 'whole', min: 0, max: 50 },
  enisaAvailability: { kind: 'whole', min: 0, max: 50 },
  enisaMalicious: { kind: 'choice', of: ['yes', 'no'] },
  advice: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields
export type AssessmentAnswers = Values<typeof assessmentFields>
