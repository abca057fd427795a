import type { Ctx } from '../../kernel/ctx.ts'
import { type Asked, notAllowed, nothing, post, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { templateRoutes } from '../../register/templates/routes.tsx'
import { profileOf } from '../organisation/public.ts'
import { unitOptions, units } from '../people/public.ts'
import { addSystem, confirmUse } from './commands.ts'
import { FromTemplate } from './pages/from-template.tsx'
import { findSystem, systemsNamed } from './queries.ts'
import { mayAdd, mayEdit } from './rules.ts'
import type { SystemValues } from './system.ts'
import { isAsTemplate, systemAreas, systemTemplates, templatesOf } from './templates/known.ts'
import { texts } from './texts.ts'

const at = '/systemer'

const offered = async (ctx: Ctx) => {
  const { orgType, locale } = await profileOf(ctx)
  return { areas: systemAreas, templates: templatesOf(systemTemplates[orgType], locale) }
}

/** What the organisation says that it uses already is, as a file that is brought in, not held to what is asked before a new system is used. */
export const systemTemplateRoutes = templateRoutes<SystemValues>({
  at,
  subject: 'system',
  made: (unit) => `${at}?enhet=${unit}`,
  may: mayAdd,
  offered,
  names: async (ctx, names) => (await systemsNamed(ctx, names)).map(({ id, values }) => ({ id, name: values.name ?? '' })),
  add: (ctx, id, values, unit, inUse) => addSystem(ctx, id, { ...values, ownerUnit: unit, ...(inUse ? { inUse: 'yes' } : {}) }),
  units: async (ctx) => unitOptions(await units(ctx)),
  texts,
})

/** On the page of a system that nobody has touched since it was begun with a template. */
export async function fromTemplatePanel(ctx: Ctx, id: string, locale: Locale) {
  const record = await untouched(ctx, id)
  return (
    record && <FromTemplate id={id} considered={record.values.inUse === 'considered'} keeps={mayEdit(record, ctx.actor)} locale={locale} />
  )
}
async function untouched(ctx: Ctx, id: string) {
  const record = isId(id) ? await findSystem(ctx, id) : undefined
  return record && isAsTemplate(record, (await offered(ctx)).templates) ? record : null
}

/** What a template wrote is in use today. Of what somebody has changed since, its own form says so. */
const forKeepers = door(async ({ ctx, params }: Asked) => {
  const record = isId(params.id) ? await findSystem(ctx, params.id) : undefined
  if (!record) return nothing
  return mayEdit(record, ctx.actor) ? record : notAllowed
})
export const confirmRoute = post(
  '/systemer/:id/i-bruk',
  'signedIn',
  forKeepers(async ({ ctx, locale }, { id, values }) => {
    const confirmed = (await untouched(ctx, id))?.values.inUse === 'considered' ? await confirmUse(ctx, id) : null
    return redirect(`${at}/${id}`, confirmed?.ok || values.inUse === 'yes' ? texts(locale).templates.confirmed : undefined)
  }),
)
