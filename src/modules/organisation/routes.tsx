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
      const body = <SettingsPage name={name} profile={await profileOf(ctx)} version={ctx.actor.profileVersion} locale={locale} />
      return page(texts(locale).title, body)
    },
  ),
]
