import {
  type Assessment,
  type Criterion,
  type DutyRules,
  effects,
  inOrder,
  isBelow,
  isBlank,
  isHighCriterion,
  type Level,
} from './assessed.ts'
import { authorityDuty } from './duties.ts'
import { compareWithLevel, type Severity } from './enisa.ts'
import { effectField } from './fields-assessment.ts'
import type { Gap } from './gaps.ts'

/**
 * The level the ticks point at, and the ticks it rests on: any H is high, else any M is medium, else low (F10). Sensitive data on a large
 * scale is H2, also when it was ticked as M2 with "large scale" (S3-34). It never suggests "unlikely": that is for a person to be sure of.
 */
export function suggestLevel(a: Pick<Assessment, 'ticked' | 'largeScale'>): {
  readonly level: Level
  /** Only what somebody ticked. */
  readonly because: readonly Criterion[]
} {
  const ticked = inOrder(a.ticked)
  const high = ticked.filter((criterion) => isHighCriterion(criterion) || (criterion === 'M2' && meansH2(a)))
  if (high.length > 0) return { level: 'high', because: high }
  return ticked.length > 0 ? { level: 'medium', because: ticked } : { level: 'low', because: [] }
}

/** M2 on a large scale means H2, though nobody ticked that (S3-34). */
export const meansH2 = ({ ticked, largeScale }: Pick<Assessment, 'ticked' | 'largeScale'>): boolean =>
  largeScale === true && ticked.includes('M2') && !ticked.includes('H2')

/**
 * What the assessment lacks before it can be concluded. A level above the suggestion needs no reason; one below it always does (S3-45).
 * `old`: the reasons that stand there were written for a smaller step down than the one that is taken now.
 */
export function assessmentGaps(a: Assessment, rules: DutyRules, severity: Severity | null = null, old = false): readonly Gap[] {
  return [...criterionGaps(a), ...levelGaps(a, severity, old), ...effectGaps(a, rules), ...exceptionGaps(a, rules)]
}

function criterionGaps(a: Assessment): Gap[] {
  const gaps: Gap[] = []
  if (a.ticked.includes('H4') && isBlank(a.h4Explanation)) gaps.push({ code: 'h4ExplanationMissing', field: 'h4Explanation' })
  // Sensitive data on a large scale is high risk (S3-34), so the scale is asked once they are ticked.
  if (a.ticked.includes('M2') && !a.ticked.includes('H2') && a.largeScale === null) {
    gaps.push({ code: 'largeScaleUnanswered', field: 'largeScale' })
  }
  if (a.newTechnology && isBlank(a.newTechnologyComment)) {
    gaps.push({ code: 'newTechnologyCommentMissing', field: 'newTechnologyComment' })
  }
  return gaps
}

function levelGaps(a: Assessment, severity: Severity | null, old: boolean): Gap[] {
  if (!a.level) return [{ code: 'levelMissing', field: 'level' }]
  if (!isBlank(a.levelReason) && !old) return []
  if (isBelow(a.level, suggestLevel(a).level)) return [{ code: 'belowSuggestion', field: 'levelReason' }]
  if (severity && compareWithLevel(severity.band, a.level) === 'scoreHigher') return [{ code: 'belowScore', field: 'levelReason' }]
  return a.level === 'low' && isBlank(a.levelReason) ? [{ code: 'lowReasonMissing', field: 'levelReason' }] : []
}

function effectGaps(a: Assessment, rules: DutyRules): Gap[] {
  return rules.effectRule
    ? effects.filter((e) => a.effects[e] === null).map((e) => ({ code: 'effectUnanswered', field: effectField[e] }))
    : []
}

/** The exception is asked only where everything depends on it: not when another rule has already made the notice a duty. */
function exceptionGaps(a: Assessment, rules: DutyRules): Gap[] {
  const { because } = authorityDuty(a, rules)
  if (because.includes('exceptionUnanswered')) return [{ code: 'certaintyUnanswered', field: 'certainty' }]
  return because.includes('exceptionReasonsMissing') ? [{ code: 'reasonsMissing', field: 'certaintyReasons' }] : []
}
