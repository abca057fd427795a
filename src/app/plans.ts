import type { Ctx } from '../kernel/ctx.ts'
import { inAll } from '../kernel/texts.ts'
import { plannedSettings, settingTexts } from '../modules/organisation/public.ts'
import { syncTasks, type TaskSpec } from '../modules/tasks/public.ts'

const place = '/innstillinger/versjoner'

/** A planned change of the settings that could not be made when its day came is a task of the administrator, until it is dropped. */
export async function syncPlans(ctx: Ctx): Promise<void> {
  const refused = (await plannedSettings(ctx)).filter(({ refusedWhy }) => refusedWhy !== null)
  const specs = refused.map(
    ({ id }): TaskSpec => ({
      kind: 'setting.planned',
      key: id,
      title: inAll((locale) => settingTexts(locale).planned.task),
      about: inAll((locale) => settingTexts(locale).planned.refused),
      href: place,
      roles: ['admin'],
      dueAt: null,
    }),
  )
  await syncTasks(ctx, { type: 'organisation', id: ctx.actor.organisationId, reference: null, href: place }, 'setting.', specs)
}
