import { fingerprint } from '../../kernel/seal.ts'
import { inOrder, isBelow, type Level } from './assessed.ts'
import type { Decision, DecisionKind, Deviation, Rests, SignOff } from './deviation.ts'
import { assessmentFields } from './fields-assessment.ts'
import { clarityFields, jointAssessment } from './joint.ts'
import type { Profile } from './profile.ts'
import { suggestLevel } from './risk.ts'
import { assessmentOf, severityOf } from './risk-answers.ts'

const said = (value: unknown): string => (Array.isArray(value) ? value.toSorted().join(' ') : value === null ? '' : String(value))
const of = (names: readonly string[], values: Readonly<Record<string, unknown>>): Rests =>
  Object.fromEntries(names.map((name) => [name, said(values[name] ?? null)]))

const reported = [
  'personalData',
  'categories',
  'breachKinds',
  'breachManner',
  'effects',
  'dataTypes',
  'relation',
  'affectedKnown',
  'affectedCount',
  'affectedMax',
  'deletionConfirmed',
] as const
const judgedEffects = ['effectAstray', 'effectChanged', 'effectLost'] as const
const judged = [...judgedEffects, 'largeScale', 'newTechnology', 'dataEncrypted', 'mayHarmRights', 'level', 'certainty'] as const
const writtenInAssessment = (Object.keys(assessmentFields) as (keyof typeof assessmentFields)[]).filter(
  (name) => assessmentFields[name].kind === 'text' && name !== 'advice',
)

/** What the report says that a judgement of the risk can turn on. A word put right in a text is no other fact. */
export const factsOf = ({ report }: Pick<Deviation, 'report'>): Rests => of(reported, report)

/** The answers of the assessment that decide duties, and the score beside them. */
const answersOf = (deviation: Deviation): Rests => ({
  ...of(judged, deviation.assessment),
  criteria: inOrder(deviation.ticks.map((tick) => tick.criterion)).join(' '),
  score: said(severityOf(deviation)?.band ?? null),
})

const measuresOf = ({ measures }: Deviation): string =>
  fingerprint(JSON.stringify(measures.map(({ id, purpose, what }) => [id, purpose, what])))

/** The four parts of the documentation tell the facts and the effects (GDPR art. 33(5)). */
export const documentationRests = (deviation: Deviation): Rests => ({ ...factsOf(deviation), ...of(judgedEffects, deviation.assessment) })

/** What a letter to those affected tells: which data, what became of them, and who they are (GDPR art. 34(2)). */
export const letterRests = (deviation: Deviation): Rests => ({
  ...of(['personalData', 'categories', 'breachKinds', 'effects', 'dataTypes', 'relation', 'deletionConfirmed'], deviation.report),
  ...of(judgedEffects, deviation.assessment),
})

/** The memo tells the facts and weighs the assessment (S4-149 to S4-154). */
export const memoRests = (deviation: Deviation): Rests => ({ ...factsOf(deviation), ...answersOf(deviation) })

/** What was signed: the assessment as it stood, what had been clarified, and the measures that were held good enough (S4-138 to S4-141). */
export const signOffRests = (deviation: Deviation): Rests => ({
  ...memoRests(deviation),
  reasons: fingerprint(JSON.stringify(writtenInAssessment.map((name) => deviation.assessment[name]))),
  clarified: fingerprint(JSON.stringify(clarityFields.map((name) => deviation.handling[name]))),
  measures: measuresOf(deviation),
})

/**
 * What a decision rests on. One that binds stands until somebody decides otherwise: that it is a breach, that somebody is told,
 * that the case is closed. One that sets free rests on the answers that allowed it.
 */
export function decisionRests(kind: DecisionKind, outcome: string, deviation: Deviation, profile: Profile): Rests {
  switch (kind) {
    case 'breach':
      return outcome === 'no' ? documentationRests(deviation) : {}
    case 'authority':
      return outcome === 'notNotify' ? { ...memoRests(deviation), ...jointView(deviation, profile) } : {}
    case 'subjects':
      return outcome === 'notInform' ? memoRests(deviation) : {}
    case 'triage':
      return outcome === 'internal' ? { ...memoRests(deviation), ...wayRests(deviation) } : {}
    case 'closing':
    case 'reopening':
      return {}
  }
}

/** S3-14, S3-19: the leader it was left to, how grave it was, and that Datatilsynet was not to be told. */
const wayRests = ({ handling, report, authorityTrack }: Deviation): Rests => ({
  severity: said(handling.severity),
  affectedLeader: said(report.affectedLeader),
  authorityTrack: ['owed', 'preliminary', 'notified'].includes(authorityTrack) ? 'owed' : '',
})

const jointView = (deviation: Deviation, profile: Profile): Rests => {
  const joint = jointAssessment(profile.assessment.jointly, standingSignOffs(deviation))
  return joint ? { jointly: joint.notify } : {}
}

/** The names of what has changed since the answer was given. None: it stands. */
export const changedSince = (restsOn: Rests | null, now: Rests): readonly string[] =>
  Object.keys(restsOn ?? {}).filter((name) => restsOn?.[name] !== (now[name] ?? ''))

/** The last word in a matter; undefined where nobody has decided, or what was decided has fallen. */
export function lastDecision({ decisions }: Pick<Deviation, 'decisions'>, kind: DecisionKind): Decision | undefined {
  const last = decisions.findLast((decision) => decision.kind === kind)
  return last?.outcome === 'fell' ? undefined : last
}

/** Decided once, and to be decided again because something it rested on was changed; the names of what was. */
export function fallenBecause({ decisions }: Pick<Deviation, 'decisions'>, kind: DecisionKind): readonly string[] | null {
  const last = decisions.findLast((decision) => decision.kind === kind)
  return last?.outcome === 'fell' ? Object.keys(last.restsOn ?? {}) : null
}

/** Signed, and what was signed is still what stands. */
export const standingSignOffs = ({ signOffs }: Pick<Deviation, 'signOffs'>): readonly SignOff[] =>
  signOffs.filter((signOff) => signOff.fellAt === null)

/** What reasons for a level answer: how far the level was below what the criteria and the score gave. */
export const reasonRests = (deviation: Pick<Deviation, 'assessment' | 'ticks' | 'report'>): Rests => {
  const { assessment } = deviation
  return {
    level: said(assessment.level),
    suggested: suggestLevel(assessmentOf(deviation)).level,
    score: said(severityOf(deviation)?.band ?? null),
  }
}

/** Reasons written for a smaller step down are no reasons for a longer one (S3-45). */
export function reasonIsOld(before: Rests | null, now: Rests): boolean {
  if (!before) return false
  const lower = (a: string | undefined, b: string | undefined) => Boolean(a && b && a !== b && isBelow(a as Level, b as Level))
  const bands = ['', 'low', 'medium', 'high', 'veryHigh']
  return (
    lower(now.level, before.level) ||
    lower(before.suggested, now.suggested) ||
    bands.indexOf(now.score ?? '') > bands.indexOf(before.score ?? '')
  )
}
