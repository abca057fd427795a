import type { ReactNode } from 'react'
import { hasRole, type Role } from '../kernel/actor.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { Locale } from '../kernel/texts.ts'
import { DeviationsOfSystem, deviationsOfSystem } from '../modules/deviation/public.ts'
import { filesPanel, scannerPanel } from '../modules/files/public.tsx'
import { OutboxPanel, outbox } from '../modules/messages/public.ts'
import { noticesPanel } from '../modules/notices/public.tsx'

import { profileOf } from '../modules/organisation/public.ts'
import { emptiedBy, filledRoles, personWithRoles, titleOf, workedBy } from '../modules/people/public.ts'
import { HeldWork, heldTasks, type Vacancy, VacancyNotice, vacancies, vacanciesOf, waitingFor } from '../modules/tasks/public.ts'

type Panel = (ctx: Ctx, id: string, locale: Locale) => Promise<ReactNode>

/**
 * Panels that a later module adds to an earlier module's page, one row each: the wish to point backwards, met here and
 * nowhere else. Each panel asks for itself what its reader may see.
 */
const panels: Readonly<Record<string, readonly Panel[]>> = {
  directory: [async (ctx, _, locale) => vacancyNotice(ctx, await vacancies(ctx), locale)],
  organisation: [
    async (ctx, _, locale) => vacancyNotice(ctx, await vacancies(ctx), locale),
    async (ctx, _, locale) => <OutboxPanel outbox={await outbox(ctx)} now={ctx.now} locale={locale} />,
    async (ctx, _, locale) => scannerPanel(ctx, locale),
  ],
  deviation: [
    async (ctx, id, locale) => vacancyNotice(ctx, await vacanciesOf(ctx, id), locale),
    noticesPanel,
    async (ctx, id, locale) => filesPanel(ctx, { type: 'deviation', id }, locale),
  ],
  report: [async (ctx, id, locale) => filesPanel(ctx, { type: 'report', id }, locale)],
  leaving: [(ctx, id, locale) => heldWork(ctx, id, locale, true)],
  roleEnd: [(ctx, id, locale) => heldWork(ctx, id, locale, false)],
  system: [
    async (ctx, id, locale) => filesPanel(ctx, { type: 'system', id }, locale),
    async (ctx, id, locale) => <DeviationsOfSystem cases={await deviationsOfSystem(ctx, id)} locale={locale} />,
  ],
}

/** What somebody has to do, and who gets it when they no longer have it. */
async function heldWork(ctx: Ctx, personId: string, locale: Locale, leaves: boolean): Promise<ReactNode> {
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

const vacancyNotice = async (ctx: Ctx, vacant: readonly Vacancy[], locale: Locale) => (
  <VacancyNotice vacant={vacant} profile={await profileOf(ctx)} mayGive={hasRole(ctx.actor, 'admin')} locale={locale} />
)

export const related = async (
  ctx: Ctx,
  subject: { readonly type: string; readonly id: string },
  locale: Locale,
): Promise<readonly ReactNode[]> => {
  const drawn: ReactNode[] = []
  // One after the other: they share one transaction.
  for (const panel of panels[subject.type] ?? []) drawn.push(await panel(ctx, subject.id, locale))
  return drawn
}
