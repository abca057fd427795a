import { localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import type { Values } from '../../kernel/fields.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { personsAtWork } from '../people/public.ts'
import { complete, mostAtOnce, syncNext, syncPeople } from './commands.ts'
import { syncOffers } from './commands-offers.ts'
import type { courseFields, heldCourseFields } from './fields.ts'
import { courseReferences, findCourse, findRequirement, keepsSystems, leadsPerson, participantsOf } from './queries.ts'
import {
  changeParticipants,
  completeCourse as completed,
  courseRules,
  editCourse as edited,
  mayHold,
  mayHoldSome,
  mayKeepCourse,
  moveCompletion,
  notTheirSystem,
} from './rules.ts'
import { addParticipant, completionStore, courseStore, givenBy, removeParticipant } from './store.ts'
import type { Completion, Course, CourseEvent } from './training.ts'

type Answers = Values<typeof courseFields>
type HeldAnswers = Values<typeof heldCourseFields>
type Done = Promise<Outcome<Course, CourseEvent>>

const refusedFor = async (ctx: Ctx, values: Answers, stands?: Answers) => {
  const fields = await strangeIn<typeof courseFields>(ctx, courseReferences, values, stands)
  if (fields.length > 0) return refuse('notARecord', fields)
  // Whoever was named to hold it need not be somebody who could have begun it.
  if (values.requirement === null || values.requirement === stands?.requirement) return null
  const about = await findRequirement(ctx, values.requirement)
  return mayHold(about?.superUser ?? null, ctx.actor) ? null : notTheirSystem('requirement')
}
/** Whoever holds it is whoever added it, unless another is named: nobody makes a course that they cannot open again. */
export async function addCourse(ctx: Ctx, id: string, given: Answers): Done {
  if (!mayHoldSome(ctx.actor, await keepsSystems(ctx))) return refuse('notAllowed')
  const values = { ...given, responsible: given.responsible ?? ctx.actor.personId, doneOn: null, correction: null }
  const added = async (newId: string) => (await refusedFor(ctx, values)) ?? courseRules.add(newId, values, ctx.actor)
  const outcome = await courseStore.add(ctx, id, values, added)
  // Those who lack it have something to take now, and whoever keeps it has done what it lacked.
  if (outcome.ok) {
    await syncNext(ctx, mostAtOnce)
    await syncOffers(ctx)
  }
  return outcome
}
/** After it was held, what it gave follows its day and what it teaches. */
export async function editCourse(ctx: Ctx, id: string, version: number | null, values: HeldAnswers): Done {
  const stands = await findCourse(ctx, id)
  if (stands && !mayKeepCourse(stands, ctx.actor)) return refuse('notAllowed')
  const refused = await refusedFor(ctx, values, stands?.values)
  if (refused) return refused
  const next = { ...values, doneOn: stands?.values.doneOn ?? null }
  const outcome = await courseStore.edit(ctx, id, version, next, (course) => edited(course, values, ctx.actor, localDate(ctx.now)))
  if (outcome.ok && outcome.events.some(({ type }) => type === 'training_course.corrected')) await followCourse(ctx, outcome.next)
  if (outcome.ok) await syncOffers(ctx)
  return outcome
}
async function followCourse(ctx: Ctx, { id, values: { requirement, heldOn, doneOn } }: Course): Promise<void> {
  const given = await givenBy(ctx, id)
  for (const one of given) {
    if (doneOn === null || requirement === null || heldOn === null) await withdraw(ctx, one)
    else await decide(ctx, completionStore, one.id, null, (found) => moveCompletion(found, { requirement, completedOn: heldOn }))
  }
  const people = given.map(({ values }) => values.person).filter((one) => one !== null)
  await syncPeople(ctx, [...new Set(people)])
}
const withdraw = (ctx: Ctx, { id, version }: Completion) =>
  completionStore.takeBack(ctx, id, version, (found) => change(found, { type: 'training_completion.takenBack' }))

/**
 * A leader signs up the own people; a super user and whoever coordinates anybody at work. When it has been held, whoever is added has met
 * what it teaches, and whoever is taken off has not: `correction` says why.
 */
export async function setParticipant(ctx: Ctx, id: string, person: string, there: boolean, correction: string | null = null): Done {
  const course = await findCourse(ctx, id)
  if (!course) return refuse('notFound')
  if (!mayKeepCourse(course, ctx.actor)) return refuse('notAllowed')
  const isTheirs = !there || mayHold(course.superUser, { ...ctx.actor, leads: [] }) || (await leadsPerson(ctx, person))
  if (there && (!isTheirs || !(await personsAtWork(ctx, [person])).has(person))) return refuse('notYours', ['person'])
  const isThere = (await participantsOf(ctx, id)).some((one) => one.id === person)
  const type = there ? 'signedUp' : 'takenOff'
  const outcome = await decide(ctx, courseStore, id, null, (found) => changeParticipants(found, type, isThere, correction))
  if (!outcome.ok) return outcome
  await (there ? addParticipant : removeParticipant)(ctx, id, person)
  const { requirement, heldOn, doneOn } = outcome.next.values
  if (doneOn === null) return outcome
  if (!there) for (const one of await givenBy(ctx, id, person)) await withdraw(ctx, one)
  else if (requirement && heldOn) await complete(ctx, { person, requirement, on: heldOn, how: 'course', course: id })
  await syncPeople(ctx, [person])
  return outcome
}

/** Held: each who took part has met the requirement from the day it was held (S4-103). */
export async function completeCourse(ctx: Ctx, id: string, version: number | null): Done {
  const course = await findCourse(ctx, id)
  if (!course) return refuse('notFound')
  if (!mayKeepCourse(course, ctx.actor)) return refuse('notAllowed')
  const participants = await participantsOf(ctx, id)
  const outcome = await decide(ctx, courseStore, id, version, (found) => completed(found, participants.length, localDate(ctx.now)))
  if (!outcome.ok) return outcome
  const { requirement, heldOn } = outcome.next.values
  for (const { id: person } of participants)
    if (requirement && heldOn) await complete(ctx, { person, requirement, on: heldOn, how: 'course', course: id })
  await syncPeople(
    ctx,
    participants.map((one) => one.id),
  )
  return outcome
}
