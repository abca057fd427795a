import { sql } from 'kysely'
import { type Role, workRoles } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { readOnce } from '../../kernel/read-once.ts'
import type { Localised } from '../../kernel/texts.ts'
import type { OpenTask } from './rules.ts'
import type { LeaderOf, Task, TaskCounts, TaskStatus } from './task.ts'

/**
 * What whoever asks should do, the nearest date first. What a case or an impact assessment asks without a day is due since it came; other
 * tasks without a date come last, oldest first.
 */
export async function myTasks(ctx: Ctx, limit: number): Promise<readonly Task[]> {
  const rows = await taskRows(ctx)
    .where('status', '=', 'open')
    .where(mine(ctx))
    .orderBy('due_order')
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => taskOf(row, ctx.now))
}

/** For the navigation of every page: one query. */
export async function taskCounts(ctx: Ctx): Promise<TaskCounts> {
  const row = await ctx.tx
    .selectFrom('task')
    .select([sql<number>`count(*)::integer`.as('open'), sql<number>`(count(*) filter (where due_at < ${ctx.now}))::integer`.as('overdue')])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'open')
    .where(mine(ctx))
    .executeTakeFirst()
  return { open: row?.open ?? 0, overdue: row?.overdue ?? 0 }
}

/** All tasks of one record, open ones first. Ask only for a record that whoever asks may see. */
export const tasksOf = (ctx: Ctx, subjectId: string): Promise<readonly Task[]> =>
  readOnce(ctx, `tasks ${subjectId}`, async () => {
    const rows = await taskRows(ctx)
      .where('subject_id', '=', subjectId)
      .orderBy(sql`status <> 'open'`)
      .orderBy('due_at', (by) => by.asc().nullsLast())
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => taskOf(row, ctx.now))
  })

/**
 * Open tasks due after one instant and no later than another, the nearest first. `whose`: those of whoever asks, those of these persons, or
 * all there are (null): then the caller says what its reader may know of each.
 */
export async function tasksDue(
  ctx: Ctx,
  after: Date,
  until: Date,
  whose: 'mine' | readonly string[] | null,
  most: number,
): Promise<readonly Task[]> {
  let query = taskRows(ctx).where('status', '=', 'open').where('due_at', '>', after).where('due_at', '<=', until)
  if (whose === 'mine') query = query.where(mine(ctx))
  else if (whose) query = query.where(sql<boolean>`person_id = any(${[...whose]}::uuid[])`)
  return (await query.orderBy('due_at').orderBy('id').limit(most).execute()).map((row) => taskOf(row, ctx.now))
}

/** One task: for whoever has it, and for those it was taken to when it was not done. */
export async function taskById(ctx: Ctx, id: string): Promise<Task | undefined> {
  const row = await taskRows(ctx)
    .where('id', '=', id)
    .where(sql<boolean>`(${mine(ctx)} or ${ctx.actor.personId} = any(escalated_to))`)
    .executeTakeFirst()
  return row && taskOf(row, ctx.now)
}

export async function openTasks(ctx: Ctx, subjectId: string, prefix: string): Promise<readonly OpenTask[]> {
  const rows = await ctx.tx
    .selectFrom('task')
    .select([
      'id',
      'kind',
      'key',
      'title',
      'about',
      'reference',
      'href',
      'person_id',
      'led_unit_id',
      'led_person_id',
      'roles',
      'due_at',
      'remind_hours_left',
    ])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_id', '=', subjectId)
    .where('status', '=', 'open')
    .where(sql<boolean>`starts_with(kind, ${prefix})`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    key: row.key,
    title: row.title as Localised,
    about: row.about as Localised | null,
    reference: row.reference,
    href: row.href,
    personId: row.person_id,
    leaderOf: leaderOf(row),
    roles: row.roles as readonly Role[],
    dueAt: row.due_at,
    marks: row.remind_hours_left,
  }))
}

type Led = { readonly led_unit_id: string | null; readonly led_person_id: string | null }
export function leaderOf({ led_unit_id: unit, led_person_id: person }: Led): LeaderOf | null {
  if (unit !== null) return { unit }
  return person === null ? null : { person }
}

/** A task given to a person is that person's alone, whatever roles others hold. */
export const mine = ({ actor }: Ctx) =>
  sql<boolean>`(person_id = ${actor.personId} or (person_id is null and roles && ${[...workRoles(actor)]}::text[]))`

const taskRows = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('task')
    .select([
      'id',
      'subject_type',
      'subject_id',
      'kind',
      'title',
      'about',
      'reference',
      'href',
      'person_id',
      'roles',
      'due_at',
      'status',
      'created_at',
      'ended_at',
    ])
    .where('organisation_id', '=', ctx.actor.organisationId)

type TaskRow = Awaited<ReturnType<ReturnType<typeof taskRows>['execute']>>[number]

export const taskOf = (row: TaskRow, now: Date): Task => ({
  id: row.id,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  kind: row.kind,
  title: row.title as Localised,
  about: row.about as Localised | null,
  reference: row.reference,
  href: row.href,
  personId: row.person_id,
  roles: row.roles as readonly Role[],
  dueAt: row.due_at,
  status: row.status as TaskStatus,
  createdAt: row.created_at,
  endedAt: row.ended_at,
  overdue: row.status === 'open' && row.due_at !== null && row.due_at < now,
})

export type HeldTask = Pick<Task, 'id' | 'subjectType' | 'subjectId' | 'title' | 'reference' | 'roles'>
/** The open tasks that one person has by name, for whoever ends the person's work: never what a case is called. */
export async function heldTasks(ctx: Ctx, personId: string): Promise<readonly HeldTask[]> {
  const rows = await taskRows(ctx)
    .where('status', '=', 'open')
    .where('person_id', '=', personId)
    .orderBy('due_at', (by) => by.asc().nullsLast())
    .orderBy('id')
    .execute()
  return rows.map((row) => taskOf(row, ctx.now))
}
