import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import { leadersOf, loadActor, personsAtWork } from '../people/public.ts'
import { heldTasks, leaderOf, openTasks } from './queries.ts'
import { ledPerson, ledUnit, type Sync, syncOf } from './rules.ts'
import type { TaskEvent, TaskNotice, TaskSpec, TaskSubject } from './task.ts'
import { texts } from './texts.ts'

/**
 * Makes the open tasks of this record whose kind begins with `prefix` be exactly these: opens what is missing, ends what is
 * no longer listed, changes what has another date or holder. Call it in the transaction that changed the record, with the
 * record locked; told twice it does nothing. A task of somebody who has left is its roles'. Five statements at most, and one
 * where nothing changes and no person has a task.
 */
export async function syncTasks(ctx: Ctx, subject: TaskSubject, prefix: string, specs: readonly TaskSpec[]): Promise<void> {
  const stranger = specs.find((spec) => !spec.kind.startsWith(prefix))
  if (stranger) throw new Error(`The task kind ${stranger.kind} does not begin with ${prefix}, so it would never be ended.`)
  const sync = syncOf(subject, await openTasks(ctx, subject.id, prefix), await heldAtWork(ctx, specs), ctx.now)
  if (sync.opens.length > 0) await open(ctx, subject, sync)
  if (sync.changes.length + sync.ends.length > 0) await changeAndEnd(ctx, sync)
  if (sync.renamed) await rename(ctx, subject.id, sync.renamed)
}

/** Tells of a task, and answers whom it reached. The module that tells stands after this one, so it is handed in. */
export type TellTask = (ctx: Ctx, notice: TaskNotice) => Promise<{ readonly persons: readonly string[] }>

/**
 * The open tasks of somebody who leaves are their roles' from that moment, and the roles are told: nobody would otherwise see them
 * before their records are next changed.
 */
export const handOverTasks = (ctx: Ctx, personId: string, tell: TellTask): Promise<void> => handOver(ctx, personId, tell, null)

/**
 * The open tasks that somebody can no longer open, because a role has ended: they are their roles' from that moment. One who may still
 * open the record, such as whoever was asked a question, keeps the task.
 */
export async function handOverShutTasks(ctx: Ctx, personId: string, tell: TellTask): Promise<void> {
  const rows = await heldTasks(ctx, personId)
  const signed = rows.length > 0 && (await loadActor(ctx.tx, ctx.actor.organisationId, personId, ctx.now))
  if (!signed) return
  const shut: string[] = []
  for (const { id, subjectType, subjectId } of rows)
    if (!(await ctx.house.opens({ ...ctx, actor: signed.actor }, { type: subjectType, id: subjectId }))) shut.push(id)
  if (shut.length > 0) await handOver(ctx, personId, tell, shut)
}

async function handOver(ctx: Ctx, personId: string, tell: TellTask, only: readonly string[] | null): Promise<void> {
  const rows = await ctx.tx
    .updateTable('task')
    .set({ person_id: null })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('person_id', '=', personId)
    .where('status', '=', 'open')
    .where((row) => (only ? row('id', 'in', [...only]) : row.val(true)))
    .returning(['subject_type', 'subject_id', 'kind', 'title', 'reference', 'href', 'roles'])
    .execute()
  for (const { kind, reference, href, ...row } of rows) {
    const said = row.title as Localised
    const title = inAll((locale) => texts(locale).handedOver(said[locale]))
    await tell(ctx, {
      to: { roles: row.roles as readonly Role[] },
      kind: 'task.handedOver',
      title,
      about: { type: row.subject_type, id: row.subject_id },
      reference,
      href,
    })
    const event: TaskEvent = { type: 'task.handedOver', kind }
    await record(ctx, { type: row.subject_type, id: row.subject_id }, [event])
  }
}

/** The tasks of those who lead are the next leader's when another leads, and that one is told. Where nobody leads they stay where they are. */
export async function followLeaders(ctx: Ctx, tell: TellTask): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('task')
    .select(['id', 'subject_type', 'subject_id', 'kind', 'title', 'reference', 'href', 'person_id', 'led_unit_id', 'led_person_id'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'open')
    .where((row) => row.or([row('led_unit_id', 'is not', null), row('led_person_id', 'is not', null)]))
    .orderBy('id')
    .execute()
  const now = await leadersOf(
    ctx,
    rows.flatMap((row) => leaderOf(row) ?? []),
  )
  for (const { kind, reference, href, ...row } of rows) {
    const leader = now.get(row.led_unit_id ?? row.led_person_id ?? '')
    if (leader === undefined || leader === row.person_id) continue
    await ctx.tx
      .updateTable('task')
      .set({ person_id: leader })
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', row.id)
      .execute()
    const said = row.title as Localised
    const title = inAll((locale) => texts(locale).handedOver(said[locale]))
    await tell(ctx, { to: { persons: [leader] }, kind: 'task.handedOver', title, reference, href })
    const event: TaskEvent = { type: 'task.handedOver', kind }
    await record(ctx, { type: row.subject_type, id: row.subject_id }, [event])
  }
}

async function heldAtWork(ctx: Ctx, specs: readonly TaskSpec[]): Promise<readonly TaskSpec[]> {
  const here = await personsAtWork(ctx, [...new Set(specs.flatMap(({ personId }) => personId ?? []))])
  return specs.map(({ personId, ...spec }) => (personId && here.has(personId) ? { ...spec, personId } : spec))
}

const open = (ctx: Ctx, subject: TaskSubject, sync: Sync) =>
  ctx.tx
    .insertInto('task')
    .values(
      sync.opens.map((task) => ({
        organisation_id: ctx.actor.organisationId,
        id: newId(ctx.now),
        subject_type: subject.type,
        subject_id: subject.id,
        kind: task.kind,
        key: task.key,
        title: JSON.stringify(task.title),
        about: task.about && JSON.stringify(task.about),
        reference: task.reference,
        href: task.href,
        person_id: task.personId,
        led_unit_id: ledUnit(task.leaderOf),
        led_person_id: ledPerson(task.leaderOf),
        roles: [...task.roles],
        due_at: task.dueAt,
        created_at: ctx.now,
        remind_at: task.remindAt,
        reminded: task.reminded,
        remind_hours_left: [...task.marks],
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()

const rename = (ctx: Ctx, subjectId: string, about: Localised) =>
  ctx.tx
    .updateTable('task')
    .set({ about: JSON.stringify(about) })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_id', '=', subjectId)
    .where('status', '=', 'open')
    .where('about', 'is not', null)
    .execute()

/** A date that moves starts the alarm anew, and what was escalated under the old one may be so again. */
async function changeAndEnd(ctx: Ctx, { changes, ends }: Sync): Promise<void> {
  const rows = changes.map(({ alarm, leaderOf: of, ...task }) => ({
    ...task,
    ledUnit: ledUnit(of),
    ledPerson: ledPerson(of),
    roles: `{${task.roles.join()}}`,
    marks: `{${task.marks.join()}}`,
    rings: alarm !== null,
    remindAt: alarm?.remindAt ?? null,
    reminded: alarm?.reminded ?? 0,
  }))
  await sql`
    update task t set
      status = case when t.id = any(${[...ends]}::uuid[]) then 'done' else t.status end,
      ended_at = case when t.id = any(${[...ends]}::uuid[]) then ${ctx.now} else t.ended_at end,
      title = coalesce(x.title, t.title),
      about = case when x.id is null then t.about else x.about end,
      reference = case when x.id is null then t.reference else x.reference end,
      href = coalesce(x.href, t.href),
      person_id = case when x.id is null then t.person_id else x."personId" end,
      led_unit_id = case when x.id is null then t.led_unit_id else x."ledUnit" end,
      led_person_id = case when x.id is null then t.led_person_id else x."ledPerson" end,
      roles = coalesce(x.roles::text[], t.roles),
      due_at = case when x.id is null then t.due_at else x."dueAt" end,
      remind_hours_left = coalesce(x.marks::integer[], t.remind_hours_left),
      remind_at = case when x.rings then x."remindAt" else t.remind_at end,
      reminded = case when x.rings then x.reminded else t.reminded end,
      escalated_at = case when x.rings then null else t.escalated_at end,
      line = case when x.rings then '{}' else t.line end
    from unnest(${[...ends, ...changes.map((task) => task.id)]}::uuid[]) as these(id)
    left join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(
      id uuid, title jsonb, about jsonb, reference text, href text, "personId" uuid, "ledUnit" uuid, "ledPerson" uuid, roles text, "dueAt" timestamptz, marks text,
      rings boolean, "remindAt" timestamptz, reminded integer) on x.id = these.id
    where t.organisation_id = ${ctx.actor.organisationId} and t.id = these.id and t.status = 'open'`.execute(ctx.tx)
}

/** Of records that are gone: what was to be done with them is as well. */
export async function forgetTasks(ctx: Ctx, subjects: readonly string[]): Promise<void> {
  await ctx.tx
    .deleteFrom('task')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_id', 'in', [...subjects])
    .execute()
}

/** Of somebody who has left and is forgotten: whose an ended task was. What was done says the log; what is still open is others' by now. */
export async function forgetTasksOf(ctx: Ctx, personId: string): Promise<void> {
  await sql`
    update task set person_id = nullif(person_id, ${personId}), led_person_id = nullif(led_person_id, ${personId}),
      escalated_to = array_remove(escalated_to, ${personId}::uuid)
    where organisation_id = ${ctx.actor.organisationId} and status <> 'open'
      and (person_id = ${personId} or led_person_id = ${personId} or ${personId}::uuid = any(escalated_to))`.execute(ctx.tx)
}
