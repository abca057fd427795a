import { localDate } from '../../kernel/calendar/calendar.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RegisterEvent } from '../../register/rules.ts'
import { registerStore } from '../../register/store.ts'
import { completionFields, courseRecordFields, needRecordFields, postFields, requirementFields, resourceFields } from './fields.ts'
import type { Completion, CourseEvent, NeedEvent, RequirementEvent, ResourceEvent } from './training.ts'

const none = { unique: null }
const named = { unique: 'name' } as const
export const requirementStore = registerStore<typeof requirementFields, RequirementEvent>('training_requirement', requirementFields, named)
export const courseStore = registerStore<typeof courseRecordFields, CourseEvent>('training_course', courseRecordFields, none)
export const completionStore = registerStore<typeof completionFields, RegisterEvent<'training_completion'>>(
  'training_completion',
  completionFields,
  { unique: 'number' },
)
export const resourceStore = registerStore<typeof resourceFields, ResourceEvent>('training_resource', resourceFields, named)
export const postStore = registerStore<typeof postFields, RegisterEvent<'training_post'>>('training_post', postFields, none)
export const needStore = registerStore<typeof needRecordFields, NeedEvent>('training_need', needRecordFields, none)

export const addParticipant = async (ctx: Ctx, course: string, person: string): Promise<void> =>
  void (await ctx.tx
    .insertInto('training_participant')
    .values({ organisation_id: ctx.actor.organisationId, course_id: course, person_id: person })
    .onConflict((conflict) => conflict.doNothing())
    .execute())
export const removeParticipant = async (ctx: Ctx, course: string, person: string): Promise<void> =>
  void (await ctx.tx
    .deleteFrom('training_participant')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('course_id', '=', course)
    .where('person_id', '=', person)
    .execute())

/** What a course gave: to one of those who took part, or to all. */
export async function givenBy(ctx: Ctx, course: string, person: string | null = null): Promise<readonly Completion[]> {
  const rows = await ctx.tx
    .selectFrom('training_completion')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('course_id', '=', course)
    .$if(person !== null, (given) => given.where('person_id', '=', person))
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, values: fromRow(completionFields, row) }))
}
export const saveGivenBy = async (ctx: Ctx, completion: string, course: string): Promise<void> =>
  void (await ctx.tx
    .updateTable('training_completion')
    .set({ course_id: course })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', completion)
    .execute())

/** Whether anybody has met a requirement as it is now. */
export async function isMetBySomebody(ctx: Ctx, requirement: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('training_completion')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('requirement_id', '=', requirement)
    .where('lapsed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
/** From this moment only what is completed afterwards counts; of what is registered later, what was completed from this day on. */
export async function lapseCompletions(ctx: Ctx, requirement: string): Promise<void> {
  await ctx.tx
    .updateTable('training_completion')
    .set({ lapsed_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('requirement_id', '=', requirement)
    .where('lapsed_at', 'is', null)
    .execute()
  await ctx.tx
    .updateTable('training_requirement')
    .set({ again_on: localDate(ctx.now) })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', requirement)
    .execute()
}

/** False where the person uses it already. */
export async function addUser(ctx: Ctx, system: string, person: string, since: string): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('training_user')
    .values({ organisation_id: ctx.actor.organisationId, system_id: system, person_id: person, since })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export const removeUser = async (ctx: Ctx, system: string, person: string): Promise<void> =>
  void (await ctx.tx
    .deleteFrom('training_user')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('system_id', '=', system)
    .where('person_id', '=', person)
    .execute())

export const saveRead = async (ctx: Ctx, post: string): Promise<void> =>
  void (await ctx.tx
    .insertInto('training_read')
    .values({ organisation_id: ctx.actor.organisationId, post_id: post, person_id: ctx.actor.personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute())

/** Of somebody who has left and is forgotten: what they were to learn and had read. What they completed has a time of its own. */
export async function forgetTrainingOf(ctx: Ctx, personId: string): Promise<void> {
  for (const table of ['training_user', 'training_participant', 'training_read'] as const)
    await ctx.tx.deleteFrom(table).where('organisation_id', '=', ctx.actor.organisationId).where('person_id', '=', personId).execute()
}
