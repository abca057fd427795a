import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { templateRoutes } from '../../register/templates/routes.tsx'
import { profileOf } from '../organisation/public.ts'
import { unitOptions, units } from '../people/public.ts'
import { addSystem } from './commands.ts'
import { FromTemplate } from './pages/from-template.tsx'
import { findSystem, systemsNamed } from './queries.ts'
import { mayAdd } from './rules.ts'
import type { SystemValues } from './system.ts'
import { isAsTemplate, systemAreas, systemTemplates, templatesOf } from './templates/known.ts'
import { texts } from './texts.ts'

const at = '/systemer'

const offered = async (ctx: Ctx) => {
  const { orgType, locale } = await profileOf(ctx)
  return { areas: systemAreas, templates: templatesOf(systemTemplates[orgType], locale) }
}

/** What the organisation uses already, as a file that is brought in: it is not held to what is asked before a new system is used. */
export const systemTemplateRoutes = templateRoutes<SystemValues>({
  at,
  subject: 'system',
  made: (unit) => `${at}?enhet=${unit}`,
  may: mayAdd,
  offered,
  names: async (ctx, names) => (await systemsNamed(ctx, names)).map(({ id, values }) => ({ id, name: values.name ?? '' })),
  add: (ctx, id, values, unit) => addSystem(ctx, id, { ...values, ownerUnit: unit }),
  units: async (ctx) => unitOptions(await units(ctx)),
  texts,
})

/** On the page of a system that nobody has touched since it was begun with a template. */
export async function fromTemplatePanel(ctx: Ctx, id: string, locale: Locale) {
  const record = await findSystem(ctx, id)
  return record && isAsTemplate(record, (await offered(ctx)).templates) ? <FromTemplate locale={locale} /> : null
}
