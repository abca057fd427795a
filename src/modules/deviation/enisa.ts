import { isBelow, type Level } from './assessed.ts'
import type { AssessmentAnswers } from './fields-assessment.ts'
import type { Report } from './fields-report.ts'

/**
 * The severity score of ENISA (Recommendations for a methodology of the assessment of severity of personal data breaches, v1.0, 2013):
 * SE = DPC × EI + CB. In hundredths, as integers: every value is a multiple of 0.25, so nothing is ever rounded. The score stands beside
 * the human judgement of GDPR art. 33 and 34 and never decides it.
 */

/** The kinds of data, least telling first. */
export const dataCategories = ['simple', 'behavioural', 'financial', 'sensitive'] as const
export type DataCategory = (typeof dataCategories)[number]
export const contextScores = [1, 2, 3, 4] as const
export type ContextScore = (typeof contextScores)[number]

/** Ease of identification: negligible, limited, significant, maximum. */
export const identifications = [25, 50, 75, 100] as const
export type Identification = (typeof identifications)[number]
export const circumstances = [0, 25, 50] as const
export type Circumstance = (typeof circumstances)[number]

export type SeverityInput = {
  /** Each kind of data touched, scored for its context; login details are scored as the data they open. */
  readonly dpc: Readonly<Partial<Record<DataCategory, ContextScore | null>>>
  readonly ei: Identification
  readonly confidentiality: Circumstance
  readonly integrity: Circumstance
  readonly availability: Circumstance
  readonly malicious: boolean
  /** Beside the score, not in it, as is encryption. null: not known. */
  readonly affectedCount: number | null
  /** Soundly encrypted, and the key is safe. */
  readonly unintelligible: boolean | null
}

export const bands = ['low', 'medium', 'high', 'veryHigh'] as const
export type Band = (typeof bands)[number]
export type SeverityFlag = 'moreThan100' | 'unintelligible'

export type Severity = {
  /** Hundredths, 25–600. */
  readonly score: number
  readonly band: Band
  /** For showing the sum: `dpc × ei + the circumstances`, all but `dpc` in hundredths. */
  readonly working: {
    readonly category: DataCategory
    readonly dpc: ContextScore
    readonly ei: Identification
    readonly product: number
    readonly confidentiality: Circumstance
    readonly integrity: Circumstance
    readonly availability: Circumstance
    readonly malicious: 0 | 50
    readonly circumstances: number
  }
  readonly flags: readonly SeverityFlag[]
}

/** The answers as the formula needs them, or null while one of them is missing: an unanswered circumstance is not a zero. */
export function severityInput(a: AssessmentAnswers, report: Pick<Report, 'affectedCount' | 'affectedMax'>): SeverityInput | null {
  const ei = oneOf(identifications, a.enisaEase)
  const confidentiality = oneOf(circumstances, a.enisaConfidentiality)
  const integrity = oneOf(circumstances, a.enisaIntegrity)
  const availability = oneOf(circumstances, a.enisaAvailability)
  if (ei === null || confidentiality === null || integrity === null || availability === null || a.enisaMalicious === null) return null
  return {
    dpc: {
      simple: oneOf(contextScores, a.enisaSimple),
      behavioural: oneOf(contextScores, a.enisaBehavioural),
      financial: oneOf(contextScores, a.enisaFinancial),
      sensitive: oneOf(contextScores, a.enisaSensitive),
    },
    ei,
    confidentiality,
    integrity,
    availability,
    malicious: a.enisaMalicious === 'yes',
    affectedCount: report.affectedMax ?? report.affectedCount,
    unintelligible: a.dataEncrypted === null || a.dataEncrypted === 'unknown' ? null : a.dataEncrypted === 'yes',
  }
}

/** The score, or null while no kind of data is scored. Of several kinds the highest counts; of equals the more telling kind is named. */
export function severity(input: SeverityInput): Severity | null {
  const worst = highest(input.dpc)
  if (!worst) return null
  const { ei, confidentiality, integrity, availability } = input
  const malicious = input.malicious ? 50 : 0
  const product = worst.dpc * ei
  const sum = confidentiality + integrity + availability + malicious
  const working = { ...worst, ei, product, confidentiality, integrity, availability, malicious, circumstances: sum } as const
  return { score: product + sum, band: bandOf(product + sum), working, flags: flagsOf(input) }
}

/** `score` in hundredths. The lower bound of each band belongs to it. */
export function bandOf(score: number): Band {
  if (score < 200) return 'low'
  if (score < 300) return 'medium'
  return score < 400 ? 'high' : 'veryHigh'
}

/** How the score stands to the level a person has set. "Unlikely" and "low" are both of the lowest band; "high" holds both of the upper. */
export function compareWithLevel(band: Band, level: Level): 'agrees' | 'scoreHigher' | 'scoreLower' {
  const scored: Level = band === 'veryHigh' ? 'high' : band
  const set: Level = level === 'unlikely' ? 'low' : level
  if (scored === set) return 'agrees'
  return isBelow(set, scored) ? 'scoreHigher' : 'scoreLower'
}

/** Numbers that are on none of the scales: no page offers them, so somebody else wrote them. */
export const offScale = (a: AssessmentAnswers): readonly (keyof AssessmentAnswers)[] =>
  (Object.keys(scales) as (keyof typeof scales)[]).filter((name) => a[name] !== null && oneOf<number>(scales[name], a[name]) === null)

/** The inputs and the values each may have. */
export const scales = {
  enisaSimple: contextScores,
  enisaBehavioural: contextScores,
  enisaFinancial: contextScores,
  enisaSensitive: contextScores,
  enisaEase: identifications,
  enisaConfidentiality: circumstances,
  enisaIntegrity: circumstances,
  enisaAvailability: circumstances,
} as const

function oneOf<N extends number>(allowed: readonly N[], value: number | null): N | null {
  return allowed.find((n) => n === value) ?? null
}

function highest(dpc: SeverityInput['dpc']): { category: DataCategory; dpc: ContextScore } | null {
  let worst: { category: DataCategory; dpc: ContextScore } | null = null
  for (const category of dataCategories) {
    const score = dpc[category]
    if (score && score >= (worst?.dpc ?? 0)) worst = { category, dpc: score }
  }
  return worst
}

function flagsOf({ affectedCount, unintelligible }: SeverityInput): SeverityFlag[] {
  const flags: SeverityFlag[] = []
  if (affectedCount !== null && affectedCount > 100) flags.push('moreThan100')
  if (unintelligible) flags.push('unintelligible')
  return flags
}
