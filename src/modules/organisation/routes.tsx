import { hasRole } from '../../kernel/actor.ts'
import { get, page, type Route } from '../../kernel/http.ts'
import { SettingsPage } from './pages/settings.tsx'
import { organisationName, profileOf } from './queries.ts'
import { texts } from './texts.ts'

export const routes: readonly Route[] = [
  get(
    '/innstillinger',
    (actor) => hasRole(actor, 'admin'),
    async ({ ctx, locale }) => {
      const name = await organisationName(ctx)
      const related = await ctx.house.related(ctx, { type: 'organisation', id: ctx.actor.organisationId }, locale)
      const props = { name, profile: await profileOf(ctx), version: ctx.actor.profileVersion, related, locale }
      const body = <SettingsPage {...props} />
      return page(texts(locale).title, body)
    },
  ),
]
