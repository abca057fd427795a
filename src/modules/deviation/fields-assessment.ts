import type { Fields, Values } from '../../kernel/fields.ts'
import { needs } from '../organisation/public.ts'
import { criteria } from './assessed.ts'

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
  confidentiality: { kind: 'choice', of: needs },
  integrity: { kind: 'choice', of: needs },
  availability: { kind: 'choice', of: needs },
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

export const effectField = { astray: 'effectAstray', changed: 'effectChanged', lost: 'effectLost' } as const

/** What the assessor posts: the answers, and the ticks beside them. */
export const assessmentForm = { ...assessmentFields, criteria: { kind: 'choices', of: criteria } } as const satisfies Fields

/** The decision whether Datatilsynet is told (S1-47, S1-48). */
export const authorityFields = {
  outcome: { kind: 'choice', of: ['notify', 'notNotify'], required: true },
  certainty: assessmentFields.certainty,
  reason: { kind: 'text', max: 4000, long: true, guard: true, sometimes: true },
} as const satisfies Fields

/** Why the data subjects need not be told: GDPR art. 34(3) a, b, c; personopplysningsloven § 16 fourth paragraph; or no high risk. */
export const grounds = ['unintelligible', 'riskRemoved', 'disproportionate', 'secrecy', 'lowRisk'] as const
export type Ground = (typeof grounds)[number]

/** The decision whether those affected are told: GDPR art. 34, personopplysningsloven § 16. */
export const subjectsFields = {
  outcome: { kind: 'choice', of: ['inform', 'notInform'], required: true },
  ground: { kind: 'choice', of: grounds },
  reason: { kind: 'text', max: 4000, long: true, guard: true, required: true },
} as const satisfies Fields

const view = { kind: 'text', max: 4000, long: true, guard: true, required: true } as const
const yesNo = { kind: 'choice', of: ['yes', 'no'], required: true } as const

/** What each of those who assess together says (S4-139 to S4-141). */
export const jointFields = {
  extent: view,
  severity: view,
  measures: view,
  notify: yesNo,
  notifyReason: view,
  enough: yesNo,
  enoughReason: view,
} as const satisfies Fields
export type JointAnswers = Values<typeof jointFields>
