import { type Actor, hasRole } from '../../kernel/actor.ts'
import { type Asked, get, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { saveDetails } from './commands.ts'
import type { DetailsRecord } from './details.ts'
import { detailsFields } from './fields.ts'
import { currentLogo } from './letterhead/queries.ts'
import { logoRoutes } from './letterhead/routes.tsx'
import { EditDetails } from './pages/details.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { detailsRecord, organisationDetails, organisationName, profileOf } from './queries.ts'
import { plannedSettings } from './settings/queries.ts'
import { settingRoutes } from './settings/routes.tsx'
import { fileRoutes } from './settings/routes-file.tsx'
import { sectionsIn } from './settings/settings.ts'
import { texts } from './texts.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')
const here = '/innstillinger/virksomheten'

export const routes: readonly Route[] = [
  get('/innstillinger', admin, async ({ ctx, locale }) => {
    const name = await organisationName(ctx)
    const related = await ctx.house.related(ctx, { type: 'organisation', id: ctx.actor.organisationId }, locale)
    const wrong = await ctx.house.related(ctx, { type: 'organisationFaults', id: ctx.actor.organisationId }, locale)
    const details = await organisationDetails(ctx)
    const logo = await currentLogo(ctx)
    const sections = sectionsIn(ctx.house.profileParts)
    const planned = (await plannedSettings(ctx)).length
    const props = {
      name,
      details,
      logo,
      profile: await profileOf(ctx),
      version: ctx.actor.profileVersion,
      planned,
      sections,
      wrong,
      related,
      locale,
    }
    return page(texts(locale).title, <SettingsPage {...props} />)
  }),
  get(here, admin, async (asked) => detailsPage(asked, await detailsRecord(asked.ctx))),
  post(here, admin, async (asked) => savedDetails(asked, await detailsRecord(asked.ctx))),
  ...logoRoutes,
  ...fileRoutes,
  ...settingRoutes,
]

const savedDetails = postedTo<DetailsRecord, typeof detailsFields, DetailsRecord>({
  fields: detailsFields,
  texts: (locale) => texts(locale).field,
  refusals: (locale) => texts(locale).refusals,
  merges: true,
  version: ({ version }) => version,
  stands: ({ values }) => values,
  reload: ({ ctx }) => detailsRecord(ctx),
  draw: detailsPage,
  command: ({ ctx, form }, _, values) => saveDetails(ctx, versionOf(form), values),
  done: ({ locale }) => redirect('/innstillinger', texts(locale).saved),
  unchanged: ({ locale }) => redirect('/innstillinger', texts(locale).refusals.nothingChanged),
})

function detailsPage({ locale }: Asked, { values, version }: DetailsRecord, after: After = {}) {
  const t = texts(locale)
  const body = <EditDetails action={here} values={values} version={version} locale={locale} {...after} />
  return page(t.details, body, [{ href: '/innstillinger', label: t.title }])
}
