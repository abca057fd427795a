import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { profileOf, rolesAtWork } from '../organisation/public.ts'
import { endedSince, filledRoles, isOffice, workedBy } from '../people/public.ts'
import { openTasks } from './queries.ts'
import type { Vacancy } from './task.ts'

/** Every vacant role that the profile in force, or a task that stands open, sends work to, with how many tasks wait for it. */
export async function vacancies(ctx: Ctx): Promise<readonly Vacancy[]> {
  const filled = await filledRoles(ctx)
  const { rows } = await sql<{ roles: readonly Role[]; waiting: number }>`
    select roles, count(*)::int as waiting from task
    where organisation_id = ${ctx.actor.organisationId} and status = 'open' and person_id is null group by roles`.execute(ctx.tx)
  const vacant = (role: Role) => isOffice(role) && !filled.has(role)
  // A role that the organisation does without is lacked only where nobody else has its task, and nobody stands in.
  const nobodys = rows.filter(({ roles }) => roles.every((role) => vacant(role) && workedBy(role, filled) === null))
  const lacked = nobodys.flatMap(({ roles }) => roles)
  return [...new Set([...rolesAtWork(ctx.house.profileParts, await profileOf(ctx)), ...lacked])]
    .filter(vacant)
    .sort()
    .map((role) => ({
      role,
      by: workedBy(role, filled),
      waiting: rows.filter(({ roles }) => roles.includes(role)).reduce((sum, { waiting }) => sum + waiting, 0),
    }))
}

/** The vacant roles that hold up one record: those its open tasks are for, where nobody else has the task. */
export async function vacanciesOf(ctx: Ctx, subjectId: string): Promise<readonly Vacancy[]> {
  const [open, filled] = await Promise.all([openTasks(ctx, subjectId, ''), filledRoles(ctx)])
  const tasks = open.filter(({ personId }) => personId === null)
  const held = tasks.filter(({ roles }) => roles.every((role) => isOffice(role) && !filled.has(role)))
  const all = [...new Set(held.flatMap(({ roles }) => roles))]
  return all.map((role) => ({ role, by: workedBy(role, filled), waiting: held.filter(({ roles }) => roles.includes(role)).length }))
}

/** Whoever had a role that ended this last week: long enough for a worker that stood still. */
export const withRoleEnded = (ctx: Ctx): Promise<readonly string[]> => endedSince(ctx, addDays(localDate(ctx.now), -7))

/** How many open tasks stand for these roles alone, such as a letter that waits for a signature. */
export async function waitingFor(ctx: Ctx, roles: readonly Role[]): Promise<number> {
  if (roles.length === 0) return 0
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from task where organisation_id = ${ctx.actor.organisationId} and status = 'open' and person_id is null
      and roles <@ ${[...roles]}::text[]`.execute(ctx.tx)
  return rows[0]?.n ?? 0
}
