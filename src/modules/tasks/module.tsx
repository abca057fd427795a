import type { ComponentChildren } from 'preact'
import { hasRole, type Role } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { moduleRow } from '../../kernel/module.ts'
import type { Locale } from '../../kernel/texts.ts'
import { countedViews } from '../../register/overview.ts'
import { profileOf } from '../organisation/public.ts'
import { emptiedBy, filledRoles, personWithRoles, titleOf, workedBy } from '../people/public.ts'
import { forgetTasksOf } from './commands.ts'
import { HeldWork } from './pages/held.tsx'
import { VacancyNotice } from './pages/vacancies.tsx'
import { heldTasks } from './queries.ts'
import { vacancies, vacanciesOf, waitingFor } from './queries-vacancies.ts'
import { routes } from './routes.tsx'
import { taskPart } from './settings.ts'
import type { Vacancy } from './task.ts'
import { texts } from './texts.ts'
import { overseesTasks, seesUnitTasks, unitTasks } from './units/list.tsx'

export const tasks = moduleRow({
  name: 'tasks',
  routes,
  profile: taskPart,
  log: {
    words: texts,
    kinds: {
      'task.handedOver': 'oppgaver',
      'task.reminded': 'oppgaver',
      'task.overdue': 'oppgaver',
      'task.escalated': 'oppgaver',
      'task.exported': 'oppgaver',
    },
  },
  places: [{ errand: 'tasks', href: '/oppgaver', label: (locale) => texts(locale).nav, may: () => true }],
  ways: [{ href: '/oppgaver/enheter', label: (locale) => texts(locale).units.title, may: ({ actor }) => seesUnitTasks(actor) }],
  reactions: { 'person.forgotten': [forgetTasksOf] },
  ofUnit: async (ctx, unit, locale) => {
    const { open, late, reviews } = texts(locale).units.counted
    // Of all in the unit, or nothing: a figure of some of them would say that the others have nothing to do.
    return overseesTasks(ctx.actor) || ctx.actor.leads.includes(unit)
      ? countedViews(unitTasks, ctx, [
          { label: open, filters: { unit } },
          { label: late, filters: { unit, overdue: 'over' }, late: true },
          { label: reviews, filters: { unit, kind: 'gjennomgang', overdue: 'over' }, late: true },
        ])
      : []
  },
  panels: {
    directory: [async (ctx, _, locale) => vacancyNotice(ctx, await vacancies(ctx), locale)],
    organisationFaults: [async (ctx, _, locale) => vacancyNotice(ctx, await vacancies(ctx), locale)],
    deviation: [async (ctx, id, locale) => vacancyNotice(ctx, await vacanciesOf(ctx, id), locale)],
    leaving: [(ctx, id, locale) => heldWork(ctx, id, locale, true)],
    roleEnd: [(ctx, id, locale) => heldWork(ctx, id, locale, false)],
  },
})

/** What somebody has to do, and who gets it when they no longer have it. */
async function heldWork(ctx: Ctx, personId: string, locale: Locale, leaves: boolean): Promise<ComponentChildren> {
  const profile = await profileOf(ctx)
  const person = leaves ? await personWithRoles(ctx, personId) : undefined
  const emptied = (await emptiedBy(ctx, personId, person?.assignments ?? [])).map(({ role }) => role)
  const filled = new Set([...(await filledRoles(ctx))].filter((role) => !emptied.includes(role)))
  const getters = (roles: readonly Role[]) => [
    ...new Set(roles.flatMap((role) => workedBy(role, filled) ?? []).map((role) => titleOf(profile, role, locale))),
  ]
  const props = { tasks: await heldTasks(ctx, personId), waiting: await waitingFor(ctx, emptied), getters, stays: !leaves, locale }
  return <HeldWork {...props} />
}

async function vacancyNotice(ctx: Ctx, vacant: readonly Vacancy[], locale: Locale) {
  return <VacancyNotice vacant={vacant} profile={await profileOf(ctx)} mayGive={hasRole(ctx.actor, 'admin')} locale={locale} />
}
