import { get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { listRoutes } from '../../register/list.tsx'
import { profileOf } from '../organisation/public.ts'
import { personsById, titleOf } from '../people/public.ts'
import { list } from './list.tsx'
import { TaskPage } from './pages/show.tsx'
import { taskById } from './queries.ts'
import { texts } from './texts.ts'
import { seesUnitTasks, unitTasks } from './units/list.tsx'

export const routes: readonly Route[] = [
  ...listRoutes(list, 'signedIn'),
  ...listRoutes(unitTasks, seesUnitTasks),

  // Where an overdue task leads its reader's line: what is due and who has it, and the case only to those who may open it.
  get('/oppgaver/:id', 'signedIn', async ({ ctx, params, locale }) => {
    const task = isId(params.id) ? await taskById(ctx, params.id) : undefined
    if (!task) return nothing
    const profile = await profileOf(ctx)
    const person = task.personId ? (await personsById(ctx, [task.personId])).get(task.personId) : undefined
    const holder = person?.name ?? task.roles.map((role) => titleOf(profile, role, locale)).join(', ')
    const opens = await ctx.house.opens(ctx, { type: task.subjectType, id: task.subjectId })
    const body = <TaskPage task={task} holder={holder} opens={opens} now={ctx.now} locale={locale} />
    return page(task.title[locale], body, [{ href: '/oppgaver', label: texts(locale).title }])
  }),
]
