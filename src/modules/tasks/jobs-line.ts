import type { Role } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { leaderOfPerson, personsWithRoles, reachOf } from '../people/public.ts'
import type { TaskEvent, TaskNotice } from './task.ts'

/** What the line needs to know of a task. */
export type Late = { readonly person_id: string | null; readonly roles: readonly Role[] }
/** What it has been taken to already: all who were told, and those of them who were told last. */
export type Taken = { readonly escalated_to: readonly string[]; readonly line: readonly string[] }

export type Step = {
  readonly name: Extract<TaskEvent, { readonly type: 'task.escalated' }>['to']
  readonly to: TaskNotice['to']
  /** Whose leaders are told next; nobody, where this is the top. */
  readonly next: readonly string[]
}

/**
 * Who is told that a task was not done. A person's leader, together with the roles behind the task, who can act in the record.
 * Else the controller, who answers for the whole (Article 24); where nobody else is that, the leaders of those who have the task. Where
 * there is nobody at all, the vacant role of the controller: whoever gives roles is told that it is vacant.
 */
export async function lineOf(ctx: Ctx, task: Late): Promise<Step | undefined> {
  const leader = task.person_id ? await leaderOfPerson(ctx, task.person_id) : undefined
  if (leader) return { name: 'leader', to: { persons: [leader.id], roles: task.roles }, next: [leader.id] }
  if (!task.person_id && task.roles.includes('controller')) return undefined
  const holders = task.person_id
    ? [task.person_id]
    : (await personsWithRoles(ctx, (await reachOf(ctx, task.roles)).reached)).map(({ id }) => id)
  const controllers = (await personsWithRoles(ctx, ['controller'])).map(({ id }) => id)
  const others = controllers.filter((id) => !holders.includes(id))
  if (others.length > 0) return { name: 'controller', to: { persons: others }, next: [] }
  const leaders = (await leadersOf(ctx, holders)).filter((id) => !holders.includes(id))
  if (leaders.length > 0) return { name: 'leader', to: { persons: leaders }, next: leaders }
  return controllers.length > 0 ? undefined : { name: 'controller', to: { roles: ['controller'] }, next: [] }
}

/**
 * The next step up (S4-074): the leaders of those who were told last, each person once. A leader who was told already, or who has the task,
 * is passed by; where the line ends, the controller. Undefined: the top has been told, and there is nobody above.
 */
export async function aboveIn(ctx: Ctx, task: Late & Taken): Promise<Step | undefined> {
  const told = new Set([...task.escalated_to, ...(task.person_id ? [task.person_id] : [])])
  const passed = new Set(task.line)
  for (let from: readonly string[] = task.line; from.length > 0; ) {
    const leaders = await leadersOf(ctx, from)
    const fresh = leaders.filter((id) => !told.has(id))
    if (fresh.length > 0) return { name: 'above', to: { persons: fresh }, next: fresh }
    from = leaders.filter((id) => !passed.has(id))
    for (const id of from) passed.add(id)
  }
  const controllers = (await personsWithRoles(ctx, ['controller'])).flatMap(({ id }) => (told.has(id) ? [] : id))
  return controllers.length > 0 ? { name: 'controller', to: { persons: controllers }, next: [] } : undefined
}

async function leadersOf(ctx: Ctx, persons: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const id of persons) {
    const leader = await leaderOfPerson(ctx, id)
    if (leader) found.add(leader.id)
  }
  return [...found]
}
