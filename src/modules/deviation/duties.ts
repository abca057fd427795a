import { type Assessment, type DutyRules, effects, isBlank, type Level } from './assessed.ts'
import { effectField } from './fields-assessment.ts'
import type { Gap } from './gaps.ts'

export type Answer = 'yes' | 'no' | 'undecided'

/** Each reason is a rule; `sourceOf` says whose. */
export const dutyReasons = [
  'levelMissing',
  'levelUnlikely',
  'levelLow',
  'levelMedium',
  'levelHigh',
  'exceptionCertain',
  'exceptionUnsure',
  'exceptionNotCertain',
  'exceptionUnanswered',
  'exceptionReasonsMissing',
  'effectAstray',
  'effectChanged',
  'effectLost',
  'effectUnknown',
  'effectUnanswered',
  'encryptedDoesNotMatter',
  'encryptedByLevel',
  'mayHarmRights',
  'mayHarmUnsure',
] as const
export type DutyReason = (typeof dutyReasons)[number]

export type Duty = { readonly required: Answer; readonly because: readonly DutyReason[] }
export type Duties = { readonly authority: Duty; readonly subjects: Duty }
export type Track = keyof Duties

/**
 * Who must be told, and by which rules. Two tracks that do not wait for each other (GDPR art. 33 and 34). A "yes" gives every rule that
 * demands it; one "yes" is enough. "undecided" gives what must be answered first: silence is never read as "no".
 */
export const duties = (a: Assessment, rules: DutyRules): Duties => ({
  authority: authorityDuty(a, rules),
  subjects: subjectsDuty(a, rules),
})

/** GDPR art. 33(1): notify, unless the breach is unlikely to result in a risk. */
export function authorityDuty(a: Assessment, rules: DutyRules): Duty {
  const effect = byEffect(a, rules)
  const level = authorityByLevel(a, rules)
  const demanding = [...demands(effect), ...demands(byHarm(a)), ...demands(level)]
  if (demanding.length > 0) return { required: 'yes', because: demanding }
  return weakest(level, effect)
}

/** GDPR art. 34(1): tell those affected when the risk is high; the effect rule asks for more than the law. */
export function subjectsDuty(a: Assessment, rules: DutyRules): Duty {
  const effect = byEffect(a, rules)
  const level: Duty = a.level
    ? { required: rules.dutyTable[a.level].subjects, because: [levelReason[a.level]] }
    : { required: 'undecided', because: ['levelMissing'] }
  const demanding = [...demands(effect), ...demands(level)]
  if (demanding.length > 0) return { required: 'yes', because: demanding }
  return weakest(level, effect)
}

/** What stands in the way of deciding not to notify the authority: the level, near certainty where the exception is used, written reasons (S1-47). */
export function mayDecideNotToNotify(a: Assessment, rules: DutyRules): readonly Gap[] {
  if (!a.level) return [{ code: 'levelMissing', field: 'level' }]
  const gaps: Gap[] = rules.effectRule ? openEffects(a) : []
  const { required, because } = authorityDuty(a, rules)
  if (required === 'yes' && because.some((r) => !EXCEPTION_REFUSED.includes(r))) gaps.push({ code: 'noticeRequired', field: 'level' })
  const usesException = rules.dutyTable[a.level].authority === 'exception'
  if (usesException && a.exception.certain !== 'certain') gaps.push({ code: 'certaintyMissing', field: 'certainty' })
  if (isBlank(a.exception.reasons)) gaps.push({ code: 'reasonsMissing', field: 'certaintyReasons' })
  return gaps
}

export type Law = 'gdpr33-1' | 'gdpr34-1' | 'ownRules'
export type DutySource = { readonly law: Law; readonly rows: readonly string[] }

/** The rule behind a reason: the article of law or the organisation's own routine, and the rows of the requirements that set it. */
export const sourceOf = (track: Track, reason: DutyReason): DutySource =>
  (track === 'subjects' ? subjectsSources[reason] : undefined) ?? dutySources[reason]

/** Own wording for the subjects' track, where the same fact has another article behind it. */
const subjectsSources: Partial<Record<DutyReason, DutySource>> = {
  levelMissing: { law: 'gdpr34-1', rows: ['S3-15'] },
  levelUnlikely: { law: 'gdpr34-1', rows: ['S3-25'] },
  levelLow: { law: 'gdpr34-1', rows: ['S3-26'] },
  levelMedium: { law: 'gdpr34-1', rows: ['S3-26'] },
  levelHigh: { law: 'gdpr34-1', rows: ['S1-49', 'S3-27'] },
  effectAstray: { law: 'ownRules', rows: ['S4-143'] },
  effectChanged: { law: 'ownRules', rows: ['S4-143'] },
  effectLost: { law: 'ownRules', rows: ['S4-143'] },
}

const dutySources: Readonly<Record<DutyReason, DutySource>> = {
  levelMissing: { law: 'gdpr33-1', rows: ['S3-15'] },
  levelUnlikely: { law: 'gdpr33-1', rows: ['S3-25', 'S1-47'] },
  levelLow: { law: 'gdpr33-1', rows: ['S3-45'] },
  levelMedium: { law: 'gdpr33-1', rows: ['S1-45', 'S3-26'] },
  levelHigh: { law: 'gdpr33-1', rows: ['S1-45', 'S1-49', 'S3-27'] },
  exceptionCertain: { law: 'gdpr33-1', rows: ['S1-47'] },
  exceptionUnsure: { law: 'gdpr33-1', rows: ['S1-48'] },
  exceptionNotCertain: { law: 'gdpr33-1', rows: ['S1-47'] },
  exceptionUnanswered: { law: 'gdpr33-1', rows: ['S1-47'] },
  exceptionReasonsMissing: { law: 'gdpr33-1', rows: ['S1-47'] },
  effectAstray: { law: 'ownRules', rows: ['S4-133', 'S4-140'] },
  effectChanged: { law: 'ownRules', rows: ['S4-133', 'S4-140'] },
  effectLost: { law: 'ownRules', rows: ['S4-133', 'S4-140'] },
  effectUnknown: { law: 'ownRules', rows: ['S4-133'] },
  effectUnanswered: { law: 'ownRules', rows: ['S4-133'] },
  encryptedDoesNotMatter: { law: 'ownRules', rows: ['S4-127'] },
  encryptedByLevel: { law: 'gdpr33-1', rows: ['S4-127'] },
  mayHarmRights: { law: 'gdpr33-1', rows: ['S3-05'] },
  mayHarmUnsure: { law: 'gdpr33-1', rows: ['S3-05', 'S1-48'] },
}

const levelReason: Readonly<Record<Level, DutyReason>> = {
  unlikely: 'levelUnlikely',
  low: 'levelLow',
  medium: 'levelMedium',
  high: 'levelHigh',
}

const EXCEPTION_REFUSED: readonly DutyReason[] = ['exceptionUnsure', 'exceptionNotCertain']

/** Before deciding not to notify, "unknown" must be found out; in the assessment itself it is an answer. */
const openEffects = (a: Assessment): Gap[] =>
  effects
    .filter((e) => a.effects[e] === null || a.effects[e] === 'unknown')
    .map((e) => ({ code: a.effects[e] === null ? 'effectUnanswered' : 'effectUnknown', field: effectField[e] }))

const demands = (duty: Duty): readonly DutyReason[] => (duty.required === 'yes' ? duty.because : [])

/** No rule demands it: undecided while any rule is, else no. A rule that has nothing to say is left out. */
function weakest(...all: readonly Duty[]): Duty {
  const open = all.filter((d) => d.required === 'undecided')
  return open.length > 0
    ? { required: 'undecided', because: open.flatMap((d) => d.because) }
    : { required: 'no', because: all.flatMap((d) => d.because) }
}

function authorityByLevel(a: Assessment, rules: DutyRules): Duty {
  if (!a.level) return { required: 'undecided', because: ['levelMissing'] }
  const rule = rules.dutyTable[a.level].authority
  return rule === 'exception' ? byException(a) : { required: rule, because: [levelReason[a.level]] }
}

function byException(a: Assessment): Duty {
  if (a.exception.certain === null) return { required: 'undecided', because: ['exceptionUnanswered'] }
  if (a.exception.certain === 'unsure') return { required: 'yes', because: ['exceptionUnsure'] }
  if (a.exception.certain === 'notCertain') return { required: 'yes', because: ['exceptionNotCertain'] }
  return isBlank(a.exception.reasons)
    ? { required: 'undecided', because: ['exceptionReasonsMissing'] }
    : { required: 'no', because: ['exceptionCertain'] }
}

function byEffect(a: Assessment, rules: DutyRules): Duty {
  if (!rules.effectRule) return { required: 'no', because: [] }
  if (a.encrypted === 'yes' && rules.encryptedStillNotify !== true) return { required: 'no', because: ['encryptedByLevel'] }
  const found = effects.filter((e) => a.effects[e] === 'yes' || a.effects[e] === 'danger')
  if (found.length > 0) return { required: 'yes', because: [...found.map((e) => effectField[e]), ...despiteEncryption(a)] }
  if (effects.some((e) => a.effects[e] === null)) return { required: 'undecided', because: ['effectUnanswered'] }
  if (effects.some((e) => a.effects[e] === 'unknown')) return { required: 'undecided', because: ['effectUnknown'] }
  return { required: 'no', because: [] }
}

/** Unsure counts as yes, as with the exception: a notice too many can be withdrawn, one too few cannot be undone. */
function byHarm({ mayHarmRights }: Assessment): Duty {
  if (mayHarmRights === 'yes') return { required: 'yes', because: ['mayHarmRights'] }
  return mayHarmRights === 'unsure' ? { required: 'yes', because: ['mayHarmUnsure'] } : { required: 'no', because: [] }
}

/** Said only where it would surprise: the effect rule holds although the data are encrypted. */
const despiteEncryption = ({ encrypted }: Assessment): readonly DutyReason[] =>
  encrypted === 'yes' || encrypted === 'partly' ? ['encryptedDoesNotMatter'] : []
