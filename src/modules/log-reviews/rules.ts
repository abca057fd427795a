import { type Actor, hasRole } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import { all, fact, holds, type Rule } from '../../kernel/space.ts'
import { registerRules } from '../../register/rules.ts'
import { logReviewFields } from './fields.ts'
import type { Answers } from './log-review.ts'

type Stood = { readonly answersFor: boolean }
const keepsAll = (actor: Actor): boolean => hasRole(actor, 'ciso', 'itHead')
const seesAll = (actor: Actor): boolean => keepsAll(actor) || hasRole(actor, 'auditor', 'dpo')

/** Whoever owns the system or leads its unit; and those who look after all. */
export const isSeen = (actor: Actor): Rule<Stood, Actor> =>
  seesAll(actor) ? all() : fact<Stood, Actor>('answersFor', (record) => record.answersFor)
export const maySee = (answersFor: boolean, actor: Actor): boolean => holds(isSeen(actor), { answersFor }, actor)
export const mayKeep = (answersFor: boolean, actor: Actor): boolean => answersFor || keepsAll(actor)

/** Those who may answer for a system: which one is asked of the system itself. */
export const mayAdd = (actor: Actor): boolean => keepsAll(actor) || answersForSome(actor)
export const seesSome = (actor: Actor): boolean => seesAll(actor) || answersForSome(actor)
export const answersForSome = (actor: Actor): boolean =>
  actor.leads.length > 0 || hasRole(actor, 'systemOwner', 'superUser', 'leader', 'unitHead')

function refuses({ periodFrom, periodTo, result, found }: Answers): Refusal | null {
  if (periodFrom !== null && periodTo !== null && periodFrom > periodTo) return refuse('periodTurned', ['periodTo'])
  return result !== 'nothing' && found === null ? refuse('foundMissing', ['found']) : null
}

export const rules = registerRules('log_review', logReviewFields, { mayAdd, mayEdit: (_, actor) => mayAdd(actor), refuses })

/** A log is reviewed by those who answer for its system, and not before it is written. */
export function wrongFor({ periodTo, doneOn }: Answers, answersFor: boolean, actor: Actor, now: Date): Refusal | null {
  if (!mayKeep(answersFor, actor)) return refuse('notYours', ['system'])
  const late = Object.entries({ periodTo, doneOn }).flatMap(([name, day]) => ((day ?? '') > localDate(now) ? [name] : []))
  if (late.length > 0) return refuse('future', late)
  return doneOn !== null && periodTo !== null && doneOn < periodTo ? refuse('doneBefore', ['doneOn']) : null
}
