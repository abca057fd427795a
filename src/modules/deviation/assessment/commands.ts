import type { Ctx } from '../../../kernel/ctx.ts'
import type { Criterion } from '../assessed.ts'
import { decideDeviation } from '../commands.ts'
import type { AssessmentAnswers, Ground, JointAnswers } from '../fields-assessment.ts'
import { standingIn } from '../queries-standing.ts'
import { assess, decideAuthority, decideSubjects, signOff } from './rules.ts'

export const saveAssessment = (
  ctx: Ctx,
  id: string,
  version: number | null,
  answers: AssessmentAnswers,
  ticked: readonly Criterion[],
  finish: boolean,
) => decideDeviation(ctx, id, version, (deviation, by) => assess(deviation, answers, ticked, finish, by))

/** `certainty`: how sure the decider says one is that there is no risk; left out, what the assessment says counts. */
export const decideOnAuthority = (
  ctx: Ctx,
  id: string,
  version: number | null,
  outcome: 'notify' | 'notNotify',
  reason: string | null,
  certainty?: AssessmentAnswers['certainty'],
) => decideDeviation(ctx, id, version, (deviation, by) => decideAuthority(deviation, outcome, reason, by, certainty))

export const decideOnSubjects = (
  ctx: Ctx,
  id: string,
  version: number | null,
  outcome: 'inform' | 'notInform',
  ground: Ground | null,
  reason: string | null,
) => decideDeviation(ctx, id, version, (deviation, by) => decideSubjects(deviation, outcome, ground, reason, by))

export const signJointAssessment = (ctx: Ctx, id: string, version: number | null, role: string, answers: JointAnswers) =>
  decideDeviation(ctx, id, version, async (deviation, by) =>
    signOff(deviation, role, answers, (await standingIn(ctx, deviation)).ownsSystem, by),
  )
