import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { durationWords } from '../../kernel/calendar/words.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Sweep, SweepRound } from '../../kernel/jobs.ts'
import { type Locale, type Localised, locales } from '../../kernel/texts.ts'
import { leaderOfPerson } from '../people/public.ts'
import { ringOf } from './rules.ts'
import type { TaskEvent } from './task.ts'
import { texts } from './texts.ts'

/** What the clock wants told. The module that tells stands after this one, so it is handed in. */
export type TaskNotice = {
  readonly to: { readonly persons?: readonly string[]; readonly roles?: readonly Role[] }
  readonly kind: 'task.reminder' | 'task.overdue' | 'task.escalated'
  readonly title: Localised
  readonly reference: string | null
  readonly href: string
}
export type TellTask = (ctx: Ctx, notice: TaskNotice) => Promise<unknown>

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
    await record(ctx, { type: task.subject_type, id: task.subject_id }, await ringFor(ctx, tell, task, ring.overdue, escalates))
    told.push({ id: task.id, remindAt: ring.remindAt, reminded: ring.reminded, escalates })
  }
  if (told.length > 0) {
    await sql`
      update task t set remind_at = x."remindAt", reminded = x.reminded,
        escalated_at = case when x.escalates then ${ctx.now} else t.escalated_at end
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as x(id uuid, "remindAt" timestamptz, reminded integer, escalates boolean)
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

async function ringFor(ctx: Ctx, tell: TellTask, task: DueRow, overdue: boolean, escalates: boolean): Promise<readonly TaskEvent[]> {
  const { kind, reference, href } = task
  const holder = task.person_id ? { persons: [task.person_id] } : { roles: task.roles }
  const msLeft = task.due_at.getTime() - ctx.now.getTime()
  if (!overdue) {
    const title = inAll((locale) => texts(locale).reminder(durationWords(msLeft, locale), task.title[locale]))
    await tell(ctx, { to: holder, kind: 'task.reminder', title, reference, href })
    return [{ type: 'task.reminded', kind, minutesLeft: Math.floor(msLeft / 60_000) }]
  }
  await tell(ctx, {
    to: holder,
    kind: 'task.overdue',
    title: inAll((locale) => texts(locale).overdueNotice(task.title[locale])),
    reference,
    href,
  })
  const above = escalates ? await lineOf(ctx, task) : undefined
  if (!above) return [{ type: 'task.overdue', kind }]
  await tell(ctx, {
    to: above.to,
    kind: 'task.escalated',
    title: inAll((locale) => texts(locale).escalated(task.title[locale])),
    reference,
    href,
  })
  return [
    { type: 'task.overdue', kind },
    { type: 'task.escalated', kind, to: above.line },
  ]
}

/** A person's leader; for a task that a role has, or a person without a leader, the controller, who answers for the whole (Article 24). */
async function lineOf(ctx: Ctx, task: DueRow) {
  const leader = task.person_id ? await leaderOfPerson(ctx, task.person_id) : undefined
  if (leader) return { line: 'leader' as const, to: { persons: [leader.id] } }
  if (!task.person_id && task.roles.includes('controller')) return undefined
  return { line: 'controller' as const, to: { roles: ['controller' as const] } }
}

const inAll = (words: (locale: Locale) => string): Localised =>
  Object.fromEntries(locales.map((locale) => [locale, words(locale)])) as Record<Locale, string>
