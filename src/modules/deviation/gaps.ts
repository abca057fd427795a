import type { AssessmentAnswers } from './fields-assessment.ts'

export const gapCodes = [
  'levelMissing',
  'lowReasonMissing',
  'belowSuggestion',
  'belowScore',
  'h4ExplanationMissing',
  'largeScaleUnanswered',
  'newTechnologyCommentMissing',
  'effectUnanswered',
  'effectUnknown',
  'certaintyUnanswered',
  'certaintyMissing',
  'reasonsMissing',
  'noticeRequired',
] as const
export type GapCode = (typeof gapCodes)[number]

/** What is missing or stands in the way, and the field to mend it in. */
export type Gap = { readonly code: GapCode; readonly field: keyof AssessmentAnswers }
