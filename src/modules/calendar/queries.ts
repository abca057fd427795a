import { addDays, type LocalDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { peopleOfUnits, personsById, titleOf } from '../people/public.ts'
import { plansBetween } from '../reviews/public.tsx'
import { type Task, tasksDue } from '../tasks/public.ts'
import type { Entry, Feed, Scope } from './calendar.ts'
import { dayOf } from './rules.ts'
import { texts } from './texts.ts'

/** So many stand in one view; the rest is told of. */
export const mostShown = 500

type Window = { readonly from: LocalDate; readonly to: LocalDate }

/** What is due from one day to before another, by day. What whoever asks may not open has neither number, name nor link. */
export async function entriesOf(ctx: Ctx, scope: Scope, { from, to }: Window, locale: Locale): Promise<readonly Entry[]> {
  const persons = scope === 'enhet' ? await peopleOfUnits(ctx, ctx.actor.leads) : scope === 'meg' ? [ctx.actor.personId] : null
  // What is due at the midnight that ends the last day stands on that day.
  const tasks = await tasksDue(ctx, startOfDay(from), startOfDay(to), scope === 'meg' ? 'mine' : persons, mostShown)
  const plans = await plansBetween(ctx, from, to, persons, mostShown)
  const names = await personsById(ctx, [
    ...new Set([...tasks.map(({ personId }) => personId), ...plans.map(({ owner }) => owner)].filter((id) => id !== null)),
  ])
  const profile = await profileOf(ctx)
  const opens = new Map<string, boolean>()
  const mayOpen = async (type: string, id: string) => {
    const known =
      opens.get(id) ?? ((await ctx.house.opens(ctx, { type, id })) || (await ctx.house.reviewed(ctx, { type, id })) !== undefined)
    opens.set(id, known)
    return known
  }
  const holder = (task: Pick<Task, 'personId' | 'roles'>) =>
    scope === 'meg'
      ? null
      : ((task.personId && names.get(task.personId)?.name) ?? task.roles.map((role) => titleOf(profile, role, locale)).join(', '))
  const entries: Entry[] = []
  for (const task of tasks) {
    if (!task.dueAt) continue
    const shown = scope === 'meg' || (await mayOpen(task.subjectType, task.subjectId))
    entries.push({
      id: task.id,
      ...dayOf(task.dueAt),
      title: task.title,
      reference: shown ? task.reference : null,
      about: shown ? task.about : null,
      href: shown ? task.href : null,
      holder: holder(task),
    })
  }
  // Nearer than a month a review is a task already.
  const asTask = new Set(tasks.filter(({ kind }) => kind === 'review.due').map(({ subjectId }) => subjectId))
  for (const plan of plans.filter(({ subject }) => !asTask.has(subject.id))) {
    const reviewed = await ctx.house.reviewed(ctx, plan.subject)
    if (!reviewed) continue
    const title = inAll((one) => texts(one).review)
    entries.push({
      id: plan.id,
      day: plan.dueOn,
      at: null,
      title,
      reference: null,
      about: reviewed.name,
      href: reviewed.page,
      holder: holder({ personId: plan.owner, roles: reviewed.roles }),
    })
  }
  return entries.sort(
    (one, other) => one.day.localeCompare(other.day) || (one.at?.getTime() ?? Infinity) - (other.at?.getTime() ?? Infinity),
  )
}

/** What is due in a month, and what should have been done before it. */
export const monthEntries = (ctx: Ctx, scope: Scope, weeks: readonly (readonly LocalDate[])[], locale: Locale): Promise<readonly Entry[]> =>
  entriesOf(ctx, scope, { from: weeks[0]?.[0] ?? '', to: addDays(weeks.at(-1)?.at(-1) ?? '', 1) }, locale)

export const feedOf = (ctx: Ctx): Promise<Feed | undefined> =>
  ctx.tx
    .selectFrom('calendar_feed')
    .select(['id', 'made_at as madeAt', 'read_at as readAt'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('person_id', '=', ctx.actor.personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
