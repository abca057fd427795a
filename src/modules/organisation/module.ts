import { hasRole } from '../../kernel/actor.ts'
import { moduleRow } from '../../kernel/module.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

export const organisation = moduleRow({
  name: 'organisation',
  routes,
  log: {
    words: texts,
    kinds: {
      'organisation.created': 'oppsett',
      'organisation.profileChanged': 'oppsett',
      'organisation.detailsEdited': 'oppsett',
      'organisation.refused': 'avvist',
    },
  },
  places: [
    {
      errand: 'organisation',
      href: '/innstillinger',
      label: (locale) => texts(locale).nav,
      may: (actor) => hasRole(actor, 'admin'),
      last: true,
    },
  ],
})
