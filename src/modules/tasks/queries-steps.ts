import { workRoles } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { OwnStep, Step } from '../../kernel/step.ts'
import type { Locale } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { personsById, titleOf } from '../people/public.ts'
import { tasksOf } from './queries.ts'
import type { Task } from './task.ts'

/** A step that a task is: where it is done, if not on the record's own page. */
export type TaskStep = Step & { readonly href: string | null }

/** What is to be done with a record: what its modules say, with whose and by when from the tasks, and the tasks that none of them says. */
export async function stepsOf(
  ctx: Ctx,
  id: string,
  asked: readonly Promise<readonly OwnStep[]>[],
  locale: Locale,
): Promise<readonly TaskStep[]> {
  const [all, ...said] = await Promise.all([tasksOf(ctx, id), ...asked])
  const [tasks, own] = [all.filter(({ status }) => status === 'open'), said.flat()]
  const holders = await holdersOf(ctx, tasks, locale)
  const ofTask = (task: Task) => ({
    due: task.dueAt,
    mine: isMine(ctx, task),
    who: isMine(ctx, task) ? null : holders(task),
  })
  const known = own.flatMap(({ kind, title, text, deed, may, whenTask }): readonly TaskStep[] => {
    const task = tasks.find((one) => one.kind === kind)
    if (!task && (whenTask || !may)) return []
    const whose = task ? ofTask(task) : { due: null, mine: true, who: null }
    return [{ title: title ?? task?.title[locale] ?? '', text, deed, href: null, ...whose }]
  })
  const rest = tasks
    .filter(({ kind }) => !own.some((one) => one.kind === kind))
    .map((task): TaskStep => ({ title: task.title[locale], href: leadsOn(task) ? task.href : null, ...ofTask(task) }))
  return [...known, ...rest]
}

const isMine = ({ actor }: Ctx, { personId, roles }: Task): boolean =>
  personId === null ? workRoles(actor).some((role) => roles.includes(role)) : personId === actor.personId

/** The address of a record ends with its id: there one is already. */
const leadsOn = ({ href, subjectId }: Task): boolean => !href.endsWith(subjectId)

async function holdersOf(ctx: Ctx, tasks: readonly Task[], locale: Locale): Promise<(task: Task) => string> {
  const names = await personsById(ctx, [...new Set(tasks.flatMap(({ personId }) => personId ?? []))])
  const profile = await profileOf(ctx)
  return ({ personId, roles }) => names.get(personId ?? '')?.name ?? roles.map((role) => titleOf(profile, role, locale)).join(', ')
}
