import type { Profile } from '../../organisation/public.ts'
import type { Deviation } from '../deviation.ts'
import { assessmentOf, dutyRulesOf, severityOf } from './answers.ts'
import { type Criterion, isBelow, type Level } from './assessment.ts'
import { type Duties, duties } from './duties.ts'
import { compareWithLevel, type Severity } from './enisa.ts'
import type { Gap } from './gaps.ts'
import { assessmentGaps, suggestLevel } from './risk.ts'

/** All that follows from the answers of a case: what the page shows before anybody confirms, and what the case page repeats. */
export type Consequences = {
  /** Without a level until somebody has answered: an empty form says nothing of the risk. */
  readonly suggestion: { readonly level: Level | null; readonly because: readonly Criterion[] }
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

type Assessed = Pick<Deviation, 'assessment' | 'ticks' | 'report'>

export function consequencesOf(deviation: Assessed, profile: Profile): Consequences {
  const a = assessmentOf(deviation)
  const rules = dutyRulesOf(profile)
  const { level: suggested, because } = suggestLevel(a)
  const suggestion = { level: isUntouched(deviation) ? null : suggested, because }
  const severity = severityOf(deviation)
  return {
    suggestion,
    level: a.level,
    departs: a.level === null || a.level === suggested ? null : isBelow(a.level, suggested) ? 'below' : 'above',
    severity,
    compare: severity && a.level && compareWithLevel(severity.band, a.level),
    scoreAboveCriteria: severity !== null && compareWithLevel(severity.band, suggested) === 'scoreHigher',
    duties: duties(a, rules),
    gaps: assessmentGaps(a, rules, severity),
  }
}

/** Nobody has answered anything: encryption may have come from the report, and is no judgement. */
export const isUntouched = ({ assessment, ticks }: Pick<Deviation, 'assessment' | 'ticks'>): boolean =>
  ticks.length === 0 && Object.entries(assessment).every(([name, answer]) => name === 'dataEncrypted' || answer === null)

/** The levels at which the organisation asks how sure one is that there is no risk (S1-47, F10). */
export const exceptionLevels = (profile: Profile): readonly Level[] =>
  (Object.keys(profile.assessment.dutyTable) as Level[]).filter((level) => profile.assessment.dutyTable[level].authority === 'exception')

/**
 * The data protection officer advises, and somebody decides: a hint where it is the same hand (F18; GDPR art. 38(3) and (6)).
 * It hinders nothing, since some organisations have it so.
 */
export const sameHand = (deviation: Pick<Deviation, 'assessedBy'>, decider: string, profile: Profile): boolean =>
  deviation.assessedBy === decider && profile.assessment.assessors.includes('dpo')
