import type { Happening } from '../kernel/change.ts'
import type { Ctx, Subject } from '../kernel/ctx.ts'
import { tell } from '../modules/messages/public.ts'
import { followCase } from '../modules/notices/public.tsx'
import { handOverShutTasks, handOverTasks, syncVacancies } from '../modules/tasks/public.ts'

type Reaction = (ctx: Ctx, id: string) => Promise<void>

/**
 * What a later module does when something happens in an earlier one, one row an event. It is done when the event is written, in
 * the same transaction: both are there, or neither. `id` is what the event is about.
 */
const reactions: Readonly<Record<string, readonly Reaction[]>> = {
  // What was signed about the case falls when the case says something else; a closed case has no task.
  'deviation.edited': [followCase],
  'deviation.assessed': [followCase],
  'deviation.subjectsTrack': [followCase],
  'deviation.closed': [followCase],
  'deviation.reopened': [followCase],
  'person.deactivated': [(ctx, id) => handOverTasks(ctx, id, tell), (ctx) => syncVacancies(ctx, tell)],
  'person.reactivated': [(ctx) => syncVacancies(ctx, null)],
  'person.roleEnded': [(ctx, id) => handOverShutTasks(ctx, id, tell), (ctx) => syncVacancies(ctx, tell)],
  'person.roleGiven': [(ctx) => syncVacancies(ctx, null)],
  'organisation.profileChanged': [(ctx) => syncVacancies(ctx, null)],
}

/** One after the other: they share one transaction. */
export async function react(ctx: Ctx, { id }: Subject, events: readonly Happening[]): Promise<void> {
  if (id === null) return
  for (const { type } of events) for (const reaction of reactions[type] ?? []) await reaction(ctx, id)
}
