import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import type { Values } from '../../kernel/fields.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { personsAtWork } from '../people/public.ts'
import { complete, syncPeople } from './commands.ts'
import type { courseFields } from './fields.ts'
import { courseReferences, findCourse, findRequirement, leadsPerson, participantsOf } from './queries.ts'
import { changeParticipants, completeCourse as completed, courseRules, mayHold, mayKeepCourse } from './rules.ts'
import { addParticipant, courseStore, removeParticipant } from './store.ts'
import type { Course, CourseEvent } from './training.ts'

type Answers = Values<typeof courseFields>
type Done = Promise<Outcome<Course, CourseEvent>>

const refusedFor = async (ctx: Ctx, values: Answers, stands?: Answers) => {
  const fields = await strangeIn<typeof courseFields>(ctx, courseReferences, values, stands)
  if (fields.length > 0) return refuse('notARecord', fields)
  const about = values.requirement === null ? undefined : await findRequirement(ctx, values.requirement)
  return mayHold(about?.superUser ?? null, ctx.actor) ? null : refuse('notAllowed')
}
export const addCourse = async (ctx: Ctx, id: string, values: Answers): Done =>
  courseStore.add(
    ctx,
    id,
    { ...values, doneOn: null },
    async (newId) => (await refusedFor(ctx, values)) ?? courseRules.add(newId, { ...values, doneOn: null }, ctx.actor),
  )
export async function editCourse(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = await findCourse(ctx, id)
  if (stands && !mayKeepCourse(stands, ctx.actor)) return refuse('notAllowed')
  const refused = await refusedFor(ctx, values, stands?.values)
  if (refused) return refused
  const next = { ...values, doneOn: stands?.values.doneOn ?? null }
  return courseStore.edit(ctx, id, version, next, (course) => courseRules.edit(course, next, ctx.actor))
}

/** A leader signs up the own people; a super user and whoever coordinates anybody at work. */
export async function setParticipant(ctx: Ctx, id: string, person: string, there: boolean): Done {
  const course = await findCourse(ctx, id)
  if (!course) return refuse('notFound')
  if (!mayKeepCourse(course, ctx.actor)) return refuse('notAllowed')
  const isTheirs = !there || mayHold(course.superUser, { ...ctx.actor, leads: [] }) || (await leadsPerson(ctx, person))
  if (there && (!isTheirs || !(await personsAtWork(ctx, [person])).has(person))) return refuse('notYours', ['person'])
  const isThere = (await participantsOf(ctx, id)).some((one) => one.id === person)
  const outcome = await decide(ctx, courseStore, id, null, (found) => changeParticipants(found, there ? 'signedUp' : 'takenOff', isThere))
  if (outcome.ok) await (there ? addParticipant : removeParticipant)(ctx, id, person)
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
    if (requirement && heldOn) await complete(ctx, { person, requirement, on: heldOn, how: 'course' })
  await syncPeople(
    ctx,
    participants.map((one) => one.id),
  )
  return outcome
}
