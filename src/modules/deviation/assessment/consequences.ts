import { type Criterion, isBelow, isBlank, type Level } from '../assessed.ts'
import type { Deviation } from '../deviation.ts'
import { type Duties, duties } from '../duties.ts'
import { compareWithLevel, type Severity } from '../enisa.ts'
import type { Gap } from '../gaps.ts'
import type { Profile } from '../profile.ts'
import { reasonIsOld, reasonRests } from '../rests.ts'
import { assessmentGaps, meansH2, suggestLevel } from '../risk.ts'
import { assessmentOf, dutyRulesOf, severityOf } from '../risk-answers.ts'

/** All that follows from the answers of a case: what the page shows before anybody confirms, and what the case page repeats. */
export type Consequences = {
  /** Without a level until somebody has answered: an empty form says nothing of the risk. */
  readonly suggestion: { readonly level: Level | null; readonly because: readonly Criterion[] }
  /** Sensitive data on a large scale count as H2, though nobody ticked it. */
  readonly meansH2: boolean
  /** The level a person has set, and how it stands to the suggestion. */
  readonly level: Level | null
  readonly departs: 'below' | 'above' | null
  readonly severity: Severity | null
  readonly compare: ReturnType<typeof compareWithLevel> | null
  /** The score is above what the criteria lead to: said before anybody confirms a level. */
  readonly scoreAboveCriteria: boolean
  readonly duties: Duties
  readonly gaps: readonly Gap[]
}

type Assessed = Pick<Deviation, 'assessment' | 'ticks' | 'report' | 'reasonFor'>

/** `before`: the case as it is kept, where the answers are those of a page that is not saved. */
export function consequencesOf(deviation: Assessed, profile: Profile, before: Assessed = deviation): Consequences {
  const a = assessmentOf(deviation)
  const rules = dutyRulesOf(profile)
  const { level: suggested, because } = suggestLevel(a)
  const suggestion = { level: isUntouched(deviation) ? null : suggested, because }
  const severity = severityOf(deviation)
  return {
    suggestion,
    meansH2: meansH2(a),
    level: a.level,
    departs: a.level === null || a.level === suggested ? null : isBelow(a.level, suggested) ? 'below' : 'above',
    severity,
    compare: severity && a.level && compareWithLevel(severity.band, a.level),
    scoreAboveCriteria: severity !== null && compareWithLevel(severity.band, suggested) === 'scoreHigher',
    duties: duties(a, rules),
    gaps: gapsOf(withReasonFor(deviation, before), profile),
  }
}

/** Nobody has answered anything: encryption may have come from the report, and is no judgement. */
export const isUntouched = ({ assessment, ticks }: Pick<Deviation, 'assessment' | 'ticks'>): boolean =>
  ticks.length === 0 && Object.entries(assessment).every(([name, answer]) => name === 'dataEncrypted' || answer === null)

/** What the assessment lacks, as the case stands. */
export const gapsOf = (deviation: Assessed, profile: Profile): readonly Gap[] =>
  assessmentGaps(
    assessmentOf(deviation),
    dutyRulesOf(profile),
    severityOf(deviation),
    reasonIsOld(deviation.reasonFor, reasonRests(deviation)),
  )

/** Reasons for a level answer the step they were written for: written anew, they answer the step of now (S3-45). */
export const withReasonFor = <T extends Assessed>(deviation: T, before: Assessed): T =>
  deviation.assessment.levelReason === before.assessment.levelReason && before.reasonFor
    ? deviation
    : { ...deviation, reasonFor: isBlank(deviation.assessment.levelReason) ? null : reasonRests(deviation) }

/** The levels at which the organisation asks how sure one is that there is no risk (S1-47, F10). */
export const exceptionLevels = (profile: Profile): readonly Level[] =>
  (Object.keys(profile.assessment.dutyTable) as Level[]).filter((level) => profile.assessment.dutyTable[level].authority === 'exception')

/**
 * The data protection officer advises, and somebody decides: a hint where it is the same hand (F18; GDPR art. 38(3) and (6)).
 * It hinders nothing, since some organisations have it so.
 */
export const sameHand = (deviation: Pick<Deviation, 'assessedBy'>, decider: string, profile: Profile): boolean =>
  deviation.assessedBy === decider && profile.assessment.assessors.includes('dpo')
