import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { missing } from '../../kernel/fields.ts'
import type { Checklist, ChecklistEvent, Facts, StepAnswer } from './employment.ts'
import { stepFields } from './fields.ts'
import type { LeavingProfile } from './profile.ts'
import { type By, lacksForAccess, needsContract } from './rules.ts'
import { overseesEmployment } from './space.ts'
import { dueOf, type Step, stepNamed, stepsOf } from './steps.ts'

type ListOutcome = Outcome<Checklist, ChecklistEvent>

/** Whose employment a checklist is of. */
export type Whose = { readonly person: string | null }

/** The employee does the employee's own; the leader and those who oversee may register each of them. */
export const mayTick = (step: Pick<Step, 'by'>, { person }: Whose, { actor, standing }: By): boolean =>
  (step.by === 'employee' && person === actor.personId) ||
  (person !== actor.personId && (standing.leadsPerson || overseesEmployment(actor)))

export type StepState = 'done' | 'notAsked' | 'locked' | 'late' | 'open'

/** When a point was done, whether it is ticked or follows from a date of the employment. */
export const doneOn = (step: Step, list: Checklist, facts: Facts): LocalDate | null =>
  step.from ? facts.values[step.from] : (list.steps[step.key]?.doneOn ?? null)

/** A locked point opens when contract and declaration are dated (S4-047). */
export const isLocked = (step: Step, facts: Facts, today: LocalDate): boolean =>
  !!step.locked && lacksForAccess(facts.values, today) !== null

export function stateOf(step: Step, list: Checklist, facts: Facts, today: LocalDate, profile: LeavingProfile): StepState {
  if (doneOn(step, list, facts) !== null) return 'done'
  if (isNotAsked(step, facts)) return 'notAsked'
  if (isLocked(step, facts, today)) return 'locked'
  return dueOf(step, list.day, profile) < today ? 'late' : 'open'
}

/** A consultant's contract is with somebody else. */
const isNotAsked = (step: Step, { values }: Facts) => step.from === 'contractOn' && !needsContract(values)

export const openSteps = (list: Checklist, facts: Facts): readonly Step[] =>
  stepsOf(list.kind).filter((step) => doneOn(step, list, facts) === null && !isNotAsked(step, facts))

export function tickStep(list: Checklist, key: string, answer: StepAnswer, whose: Whose, facts: Facts, by: By, now: Date): ListOutcome {
  const step = stepNamed(list.kind, key)
  if (!step || step.from) return refuse('notFound')
  if (!mayTick(step, whose, by)) return refuse('notAllowed')
  if (list.closedAt !== null) return refuse('listClosed')
  if (isLocked(step, facts, localDate(now))) return refuse('lockedUntilSigned')
  const gaps = missing(stepFields, answer)
  if (gaps.length > 0 || answer.doneOn === null) return refuse('incomplete', gaps)
  if (answer.doneOn > localDate(now)) return refuse('future', ['doneOn'])
  if (step.proof && answer.proof === null) return refuse('proofMissing', ['proof'])
  if (step.waits && facts[step.waits] > 0) return refuse(step.waits === 'openSystems' ? 'systemsOpen' : 'zonesOpen')
  const stands = list.steps[step.key]
  if (stands) return refuse(stands.doneOn === answer.doneOn && stands.proof === answer.proof ? 'nothingChanged' : 'doneAlready')
  const done = { doneOn: answer.doneOn, proof: answer.proof, doneBy: by.actor.personId, doneAt: now }
  const next: Checklist = { ...list, steps: { ...list.steps, [step.key]: done } }
  return change<Checklist, ChecklistEvent>(next, { type: 'employment.stepDone', list: list.kind, step: step.key, doneOn: answer.doneOn })
}

/** Ticked by mistake: it is open again. What was said stands in the log. */
export function untickStep(list: Checklist, key: string, whose: Whose, by: By): ListOutcome {
  const step = stepNamed(list.kind, key)
  if (!step || step.from) return refuse('notFound')
  if (!mayTick(step, whose, by)) return refuse('notAllowed')
  if (list.closedAt !== null) return refuse('listClosed')
  if (!list.steps[step.key]) return refuse('nothingChanged')
  const { [step.key]: _, ...others } = list.steps
  return change<Checklist, ChecklistEvent>({ ...list, steps: others }, { type: 'employment.stepUndone', list: list.kind, step: step.key })
}

/** Closed when every point is done, and of leaving when no access is left (S4-051, S4-063, S4-064). */
export function closeList(list: Checklist, { person }: Whose, facts: Facts, by: By, now: Date): ListOutcome {
  const { actor, standing } = by
  if (person === actor.personId || (!standing.leadsPerson && !overseesEmployment(actor))) return refuse('notAllowed')
  if (list.closedAt !== null) return refuse('nothingChanged')
  const open = openSteps(list, facts).map(({ key }) => key)
  if (open.length > 0) return refuse('openPoints', open)
  if (list.kind === 'leave' && facts.openSystems + facts.openZones > 0) return refuse('systemsOpen')
  const next: Checklist = { ...list, closedAt: now, closedBy: actor.personId }
  return change<Checklist, ChecklistEvent>(next, { type: 'employment.listClosed', list: list.kind })
}

/** The day it is counted from has moved. What was closed stands. */
export const moveList = (list: Checklist, day: LocalDate): ListOutcome =>
  list.day === day
    ? refuse('nothingChanged')
    : change<Checklist, ChecklistEvent>(
        { ...list, day, closedAt: null, closedBy: null },
        { type: 'employment.listMoved', list: list.kind, day },
      )
