import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { durationWords } from '../../kernel/calendar/words.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Sweep, SweepRound } from '../../kernel/jobs.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import { leaderOfPerson, personsWithRoles, reachOf } from '../people/public.ts'
import type { TellTask } from './commands.ts'
import { ringOf } from './rules.ts'
import type { TaskEvent, TaskNotice } from './task.ts'
import { texts } from './texts.ts'

/** Reminds at each mark, tells when a task is overdue, and takes it to the line once. */
export const taskSweep = (tell: TellTask): Sweep => ({ name: 'tasks', run: (round) => sweepTasks(round, tell) })

const batch = 100

/**
 * Everything due, organisation by organisation, in small transactions: what has been told is committed with the telling,
 * so a restart neither loses a reminder nor repeats one. One task that cannot be told of does not keep the others waiting.
 */
export async function sweepTasks(round: SweepRound, tell: TellTask): Promise<void> {
  const failures: unknown[] = []
  for (const organisationId of round.organisationIds) {
    const stuck: string[] = []
    for (let size = batch; ; ) {
      const seen: { id?: string } = {}
      try {
        if ((await round.inOrganisation(organisationId, (ctx) => remindDue(ctx, tell, size, stuck, seen))) < size) break
      } catch (error) {
        // Which of them it was is found by taking one at a time.
        if (size === 1) failures.push(error)
        if (size === 1 && !seen.id) break
        if (size === 1 && seen.id) stuck.push(seen.id)
        size = 1
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} tasks could not be told of. They are tried again.`)
}

/** One batch; how many it told. Two at once take different tasks. */
async function remindDue(ctx: Ctx, tell: TellTask, size: number, except: readonly string[], seen: { id?: string }): Promise<number> {
  const { rows } = await sql<DueRow>`
    select id, subject_type, subject_id, kind, title, reference, href, person_id, roles, due_at, remind_hours_left, escalated_at
    from task
    where organisation_id = ${ctx.actor.organisationId} and status = 'open' and remind_at <= ${ctx.now} and id <> all(${[...except]}::uuid[])
    order by remind_at, id limit ${size} for update skip locked`.execute(ctx.tx)
  const told: object[] = []
  for (const task of rows) {
    seen.id = task.id
    const ring = ringOf({ dueAt: task.due_at, marks: task.remind_hours_left }, ctx.now)
    const escalates = ring.overdue && task.escalated_at === null
    const { events, above } = await ringFor(ctx, tell, task, ring.overdue, escalates)
    await record(ctx, { type: task.subject_type, id: task.subject_id }, events)
    told.push({ id: task.id, remindAt: ring.remindAt, reminded: ring.reminded, escalates, above: `{${above.join()}}` })
  }
  if (told.length > 0) {
    await sql`
      update task t set remind_at = x."remindAt", reminded = x.reminded,
        escalated_at = case when x.escalates then ${ctx.now} else t.escalated_at end,
        escalated_to = case when x.escalates then x.above::uuid[] else t.escalated_to end
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as x(id uuid, "remindAt" timestamptz, reminded integer, escalates boolean, above text)
      where t.organisation_id = ${ctx.actor.organisationId} and t.id = x.id`.execute(ctx.tx)
  }
  return rows.length
}

type DueRow = {
  readonly id: string
  readonly subject_type: string
  readonly subject_id: string
  readonly kind: string
  readonly title: Localised
  readonly reference: string | null
  readonly href: string
  readonly person_id: string | null
  readonly roles: readonly Role[]
  readonly due_at: Date
  readonly remind_hours_left: readonly number[]
  readonly escalated_at: Date | null
}

type Rung = { readonly events: readonly TaskEvent[]; readonly above: readonly string[] }

async function ringFor(ctx: Ctx, tell: TellTask, task: DueRow, overdue: boolean, escalates: boolean): Promise<Rung> {
  const { kind, reference, href } = task
  const holder = task.person_id ? { persons: [task.person_id] } : { roles: task.roles }
  const msLeft = task.due_at.getTime() - ctx.now.getTime()
  if (!overdue) {
    const title = inAll((locale) => texts(locale).reminder(durationWords(msLeft, locale), task.title[locale]))
    await tell(ctx, { to: holder, kind: 'task.reminder', title, reference, href })
    return { events: [{ type: 'task.reminded', kind, minutesLeft: Math.floor(msLeft / 60_000) }], above: [] }
  }
  const late = inAll((locale) => texts(locale).overdueNotice(task.title[locale]))
  await tell(ctx, { to: holder, kind: 'task.overdue', title: late, reference, href })
  const events: TaskEvent[] = [{ type: 'task.overdue', kind }]
  const line = escalates ? await lineOf(ctx, task) : undefined
  if (!line) return { events, above: [] }
  // The line answers for the person, and may not know the case: it gets the task's own page, and no case number (S3-11).
  const { persons } = await tell(ctx, {
    to: line.to,
    kind: 'task.escalated',
    title: inAll((locale) => texts(locale).escalated(task.title[locale])),
    reference: null,
    href: `/oppgaver/${task.id}`,
  })
  return { events: [...events, { type: 'task.escalated', kind, to: line.name }], above: persons }
}

type Line = { readonly name: 'leader' | 'controller'; readonly to: TaskNotice['to'] }

/**
 * Who is told that a task was not done. A person's leader, together with the roles behind the task, who can act in the record.
 * Else the controller, who answers for the whole (Article 24); where nobody else is that, the leaders of those who have the task.
 */
async function lineOf(ctx: Ctx, task: DueRow): Promise<Line | undefined> {
  const leader = task.person_id ? await leaderOfPerson(ctx, task.person_id) : undefined
  if (leader) return { name: 'leader', to: { persons: [leader.id], roles: task.roles } }
  if (!task.person_id && task.roles.includes('controller')) return undefined
  const holders = task.person_id
    ? [task.person_id]
    : (await personsWithRoles(ctx, (await reachOf(ctx, task.roles)).reached)).map(({ id }) => id)
  const others = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).filter((id) => !holders.includes(id))
  const controllers = others(await personsWithRoles(ctx, ['controller']))
  if (controllers.length > 0) return { name: 'controller', to: { persons: controllers } }
  const leaders = []
  for (const id of holders) leaders.push(...[await leaderOfPerson(ctx, id)].filter((one) => one !== undefined))
  return leaders.length > 0 ? { name: 'leader', to: { persons: others(leaders) } } : undefined
}
