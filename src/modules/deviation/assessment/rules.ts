import { change, refuse } from '../../../kernel/change.ts'
import { changed, isEmpty } from '../../../kernel/fields.ts'
import type { Criterion } from '../assessed.ts'
import type { Deviation, SignOff, Tick } from '../deviation.ts'
import { duties, mayDecideNotToNotify } from '../duties.ts'
import { offScale } from '../enisa.ts'
import { type AssessmentAnswers, assessmentFields, type Ground, type JointAnswers } from '../fields-assessment.ts'
import type { Gap } from '../gaps.ts'
import { jointAssessment, unclearOf } from '../joint.ts'
import { jointRoles } from '../permissions.ts'
import type { Profile } from '../profile.ts'
import { factsOf, signOffRests, standingSignOffs } from '../rests.ts'
import { suggestLevel } from '../risk.ts'
import { assessmentOf, dutyRulesOf } from '../risk-answers.ts'
import { type By, type DeviationOutcome, decisionOf, gate, isTold, statusAfter } from '../rules.ts'
import { settle } from '../settle.ts'
import { gapsOf, withReasonFor } from './consequences.ts'

/**
 * Saves the assessor's answers. Nobody else's hand comes near them (S1-44, S3-10). An unfinished assessment is saved as it
 * is; `finish` asks that it holds, and only then the duties count as assessed.
 */
export function assess(
  deviation: Deviation,
  answers: AssessmentAnswers,
  ticked: readonly Criterion[],
  finish: boolean,
  by: By,
): DeviationOutcome {
  const refusal = gate(deviation, 'assess', by)
  if (refusal) return refusal
  const odd = offScale(answers)
  if (odd.length > 0) return refuse('notAChoice', odd)
  const ticks = ticksAfter(deviation.ticks, ticked, by)
  const fields = changed(assessmentFields, deviation.assessment, answers)
  const assessed = withReasonFor({ ...deviation, assessment: answers, ticks }, deviation)
  const gaps = gapsOf(assessed, by.profile)
  if (finish && gaps.length > 0)
    return refuse(
      'incomplete',
      gaps.map((gap) => gap.field),
    )
  // A finished assessment that is changed so that it no longer holds is unfinished again.
  const done = finish || (deviation.assessedAt !== null && gaps.length === 0)
  if (fields.length === 0 && ticks === deviation.ticks && (deviation.assessedAt !== null || !finish)) return refuse('nothingChanged')
  // What the others signed was another assessment: settle() says so, and they look again (S4-139).
  const next = settle(
    {
      ...assessed,
      status: statusAfter(deviation, 'assess'),
      assessedBy: done ? by.actor.personId : null,
      assessedAt: done ? by.now : null,
      assessedOn: done ? factsOf(assessed) : null,
    },
    by,
  )
  const suggested = suggestLevel(assessmentOf(assessed)).level
  return change(next, {
    type: 'deviation.assessed',
    level: done ? answers.level : null,
    suggested,
    fields: ticks === deviation.ticks ? fields : [...fields, 'criteria'],
  })
}

/**
 * Whether Datatilsynet is told. "No" asks for a level that allows it, near certainty where the exception is used, and written
 * reasons (S1-47, S3-15). `certainty` is what the decider says; unsaid, it is what the assessment says, which must be sure too.
 */
export function decideAuthority(
  deviation: Deviation,
  outcome: 'notify' | 'notNotify',
  reason: string | null,
  by: By,
  certainty: AssessmentAnswers['certainty'] = deviation.assessment.certainty,
): DeviationOutcome {
  const refusal = gate(deviation, 'decideAuthority', by)
  if (refusal) return refusal
  if (deviation.assessedAt === null) return refuse('assessFirst')
  if (isTold(deviation) || deviation.authorityTrack === 'withdrawn') return refuse('notNow')
  if (outcome === 'notNotify') {
    const joint = jointAssessment(by.profile.assessment.jointly, standingSignOffs(deviation))
    if (joint && joint.notify !== 'no') return refuse(joint.notify === 'yes' ? 'noticeRequired' : 'signOffsMissing')
    const gaps = notNotifyGaps(deviation, reason, certainty, by.profile)
    if (gaps.some((gap) => gap.code === 'noticeRequired')) return refuse('noticeRequired', ['level'])
    if (gaps.length > 0)
      return refuse(
        'incomplete',
        gaps.map((gap) => gap.field),
      )
  }
  const reasons = reason ?? (outcome === 'notNotify' ? deviation.assessment.certaintyReasons : null)
  const decisions = [...deviation.decisions, decisionOf(deviation, 'authority', outcome, reasons, null, by)]
  const next = { ...deviation, decisions, authorityTrack: outcome === 'notify' ? ('owed' as const) : ('notOwed' as const) }
  return change(settle(next, by), { type: 'deviation.decided', kind: 'authority', outcome, ground: null })
}

/** What stands in the way of deciding not to notify: the same answer for the page and for the deed. */
export function notNotifyGaps(
  deviation: Deviation,
  reason: string | null,
  certainty: AssessmentAnswers['certainty'],
  profile: Profile,
): readonly Gap[] {
  const a = assessmentOf(deviation)
  const certain = a.exception.certain === 'certain' ? certainty : a.exception.certain
  return mayDecideNotToNotify({ ...a, exception: { certain, reasons: reason ?? a.exception.reasons } }, dutyRulesOf(profile))
}

/**
 * Whether the data subjects are told. Where the duty stands, "no" needs one of the grounds of GDPR art. 34(3) a–c or of
 * personopplysningsloven § 16 fourth paragraph; where it does not, that the risk is not high is ground enough.
 */
export function decideSubjects(
  deviation: Deviation,
  outcome: 'inform' | 'notInform',
  ground: Ground | null,
  reason: string | null,
  by: By,
): DeviationOutcome {
  const refusal = gate(deviation, 'decideSubjects', by, reason)
  if (refusal) return refusal
  if (deviation.assessedAt === null) return refuse('assessFirst')
  if (deviation.subjectsTrack === 'informed') return refuse('notNow')
  if (outcome === 'notInform') {
    if (ground === null) return refuse('incomplete', ['ground'])
    const { required } = duties(assessmentOf(deviation), dutyRulesOf(by.profile)).subjects
    // Undecided is not "no": what has become of the data must be found out first.
    if (ground === 'lowRisk' && required !== 'no') return refuse('noticeRequired', ['ground'])
  }
  const decisions = [
    ...deviation.decisions,
    decisionOf(deviation, 'subjects', outcome, reason, outcome === 'notInform' ? ground : null, by),
  ]
  const next = { ...deviation, decisions, subjectsTrack: outcome === 'inform' ? ('owed' as const) : ('notOwed' as const) }
  return change(settle(next, by), {
    type: 'deviation.decided',
    kind: 'subjects',
    outcome,
    ground: outcome === 'notInform' ? ground : null,
  })
}

/** One of those who assess together gives their view and signs (S4-139 to S4-141). */
export function signOff(deviation: Deviation, role: string, answers: JointAnswers, ownsSystem: boolean, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'signOff', by)
  if (refusal) return refusal
  if (!jointRoles(by.actor, by.profile, { isReporter: false, ownsSystem }).includes(role)) return refuse('notAllowed')
  if (deviation.assessedAt === null) return refuse('assessFirst')
  const unclear = unclearOf(deviation.handling)
  if (unclear.length > 0) return refuse('clarifyFirst', unclear)
  const missing = Object.entries(answers).flatMap(([name, answer]) => (isEmpty(answer) ? [name] : []))
  if (missing.length > 0) return refuse('incomplete', missing)
  const signed: SignOff = {
    ...(answers as Said),
    role,
    by: by.actor.personId,
    at: by.now,
    restsOn: signOffRests(deviation),
    fellAt: null,
  }
  const next = { ...deviation, signOffs: [...deviation.signOffs.filter((one) => one.role !== role), signed] }
  return change(settle(next, by), { type: 'deviation.signedOff', role, notify: signed.notify, enough: signed.enough })
}

/** Every answer given. */
type Said = Omit<SignOff, 'role' | 'by' | 'at' | 'restsOn' | 'fellAt'>

/** A tick that stands keeps who set it and when (S3-29). The same list comes back where nothing changed. */
function ticksAfter(before: readonly Tick[], ticked: readonly Criterion[], by: By): readonly Tick[] {
  const wanted = [...new Set(ticked)]
  const same = wanted.length === before.length && wanted.every((criterion) => before.some((tick) => tick.criterion === criterion))
  if (same) return before
  return wanted.map((criterion) => before.find((tick) => tick.criterion === criterion) ?? { criterion, by: by.actor.personId, at: by.now })
}
