import type { Role } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { titleOf } from '../people/public.ts'
import { syncTasks, type TellTask } from './commands.ts'
import { openTasks } from './queries.ts'
import { vacancies } from './queries-vacancies.ts'
import { type TaskSpec, vacancyTask } from './task.ts'
import { texts } from './texts.ts'

const vacancyPlace = '/roller#ledige'

/**
 * A vacant role is the administrator's task, and ends by itself when somebody gets the role. With `tell`, the administrator is
 * told of those that have become vacant since.
 */
export async function syncVacancies(ctx: Ctx, tell: TellTask | null): Promise<void> {
  const profile = await profileOf(ctx)
  const vacant = await vacancies(ctx)
  const { organisationId } = ctx.actor
  const known = new Set((await openTasks(ctx, organisationId, 'role.')).map(({ key }) => key))
  const titles = (role: Role, say: 'fill' | 'vacant') => inAll((locale) => texts(locale).roles[say](titleOf(profile, role, locale)))
  const specs = vacant.map(
    ({ role, by }): TaskSpec => ({
      kind: vacancyTask,
      key: role,
      title: titles(role, 'fill'),
      about: inAll((locale) => (by ? texts(locale).roles.meanwhile(titleOf(profile, by, locale)) : texts(locale).roles.stopped)),
      href: `/roller/${role}/gi`,
      roles: ['admin'],
      dueAt: null,
    }),
  )
  await syncTasks(ctx, { type: 'organisation', id: organisationId, reference: null, href: vacancyPlace }, 'role.', specs)
  if (!tell) return
  for (const { role } of vacant.filter((one) => !known.has(one.role)))
    await tell(ctx, { to: { roles: ['admin'] }, kind: 'role.vacant', title: titles(role, 'vacant'), reference: null, href: vacancyPlace })
}
