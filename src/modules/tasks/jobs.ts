import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { durationWords } from '../../kernel/calendar/words.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Sweep, SweepRound } from '../../kernel/jobs.ts'
import { inAll, type Locale, type Localised } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import type { TellTask } from './commands.ts'
import { aboveIn, lineOf, type Step } from './jobs-line.ts'
import { taskProfile } from './profile.ts'
import { ringOf } from './rules.ts'
import type { TaskEvent, TaskNotice } from './task.ts'
import { texts } from './texts.ts'

/** Reminds at each mark, tells when a task is overdue, and takes it up the line: a step at a time, each person once. */
export const taskSweep = (tell: TellTask): Sweep => ({ name: 'tasks', run: (round) => sweepTasks(round, tell) })

const batch = 100
const hour = 3_600_000
const addHours = (at: Date, hours: number) => new Date(at.getTime() + hours * hour)

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
    select id, subject_type, subject_id, kind, title, reference, href, person_id, roles, due_at, remind_hours_left, escalated_at, escalated_to, line
    from task
    where organisation_id = ${ctx.actor.organisationId} and status = 'open' and remind_at <= ${ctx.now} and id <> all(${[...except]}::uuid[])
    order by remind_at, id limit ${size} for update skip locked`.execute(ctx.tx)
  const told: object[] = []
  const daysBetween = rows.length > 0 ? taskProfile(await profileOf(ctx)).lineDays : 0
  for (const task of rows) {
    seen.id = task.id
    const ring = ringOf({ dueAt: task.due_at, marks: task.remind_hours_left }, ctx.now)
    const { events, above, line } = ring.overdue ? await lateFor(ctx, tell, task) : await reminderFor(ctx, tell, task)
    await record(ctx, { type: task.subject_type, id: task.subject_id }, events)
    const remindAt = line.length > 0 ? addHours(ctx.now, daysBetween * 24) : ring.remindAt
    told.push({
      id: task.id,
      remindAt,
      reminded: ring.reminded,
      overdue: ring.overdue,
      above: `{${above.join()}}`,
      line: `{${line.join()}}`,
    })
  }
  if (told.length > 0) {
    await sql`
      update task t set remind_at = x."remindAt", reminded = x.reminded,
        escalated_at = case when x.overdue then coalesce(t.escalated_at, ${ctx.now}) else t.escalated_at end,
        escalated_to = case when not x.overdue then t.escalated_to when t.escalated_at is null then x.above::uuid[]
          else t.escalated_to || x.above::uuid[] end,
        line = case when x.overdue then x.line::uuid[] else t.line end
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as x(id uuid, "remindAt" timestamptz, reminded integer, overdue boolean, above text, line text)
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
  readonly escalated_to: readonly string[]
  readonly line: readonly string[]
}

/** What was told: `above` are those it was taken to now, and `line` whose leaders are next. */
type Rung = { readonly events: readonly TaskEvent[]; readonly above: readonly string[]; readonly line: readonly string[] }

const holderOf = (task: DueRow): TaskNotice['to'] => (task.person_id ? { persons: [task.person_id] } : { roles: task.roles })

/** Where no number tells which record it is, the kind of it: two tasks are often called the same, and a mail names no record (S0-17). */
function titleOf(ctx: Ctx, task: DueRow, locale: Locale): string {
  const kind = task.reference === null ? ctx.house.kindOf(task.subject_type, locale) : null
  const title = task.title[locale]
  return kind === null || title.toLowerCase().includes(kind.toLowerCase()) ? title : `${title} (${kind})`
}

const aboutOf = (task: DueRow): RecordKey => ({ type: task.subject_type, id: task.subject_id })

async function reminderFor(ctx: Ctx, tell: TellTask, task: DueRow): Promise<Rung> {
  const { kind, reference, href } = task
  const msLeft = task.due_at.getTime() - ctx.now.getTime()
  const title = inAll((locale) => texts(locale).reminder(durationWords(msLeft, locale), titleOf(ctx, task, locale)))
  await tell(ctx, { to: holderOf(task), kind: 'task.reminder', title, about: aboutOf(task), reference, href })
  return { events: [{ type: 'task.reminded', kind, minutesLeft: Math.floor(msLeft / 60_000) }], above: [], line: [] }
}

/** The first time those who have it and the line are told; after that the next above, and nobody twice. */
async function lateFor(ctx: Ctx, tell: TellTask, task: DueRow): Promise<Rung> {
  if (task.escalated_at !== null) return takenTo(ctx, tell, task, await aboveIn(ctx, task))
  const { kind, reference, href } = task
  const late = inAll((locale) => texts(locale).overdueNotice(titleOf(ctx, task, locale)))
  await tell(ctx, { to: holderOf(task), kind: 'task.overdue', title: late, about: aboutOf(task), reference, href })
  const { events, above, line } = await takenTo(ctx, tell, task, await lineOf(ctx, task))
  return { events: [{ type: 'task.overdue', kind }, ...events], above, line }
}

/** The line answers for the person, and may not know the case: it gets the task's own page, and no case number (S3-11). */
async function takenTo(ctx: Ctx, tell: TellTask, task: DueRow, step: Step | undefined): Promise<Rung> {
  if (!step) return { events: [], above: [], line: [] }
  const words = (locale: Locale) => (task.escalated_at === null ? texts(locale).escalated : texts(locale).escalatedFurther)
  const { persons } = await tell(ctx, {
    to: step.to,
    kind: 'task.escalated',
    title: inAll((locale) => words(locale)(titleOf(ctx, task, locale))),
    about: aboutOf(task),
    reference: null,
    href: `/oppgaver/${task.id}`,
  })
  // Where the role is vacant nobody was told of the task: the messages tell whoever gives roles.
  if (persons.length === 0) return { events: [], above: [], line: [] }
  return { events: [{ type: 'task.escalated', kind: task.kind, to: step.name }], above: persons, line: step.next }
}
