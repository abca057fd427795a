import { type Actor, hasRole } from '../../kernel/actor.ts'
import { moduleRow } from '../../kernel/module.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')

export const people = moduleRow({
  name: 'people',
  routes,
  log: {
    words: texts,
    kinds: {
      'person.refused': 'avvist',
      'unit.refused': 'avvist',
      'person.listed': 'personer',
      'person.added': 'personer',
      'person.edited': 'personer',
      'person.deactivated': 'personer',
      'person.reactivated': 'personer',
      'person.roleGiven': 'personer',
      'person.roleEnded': 'personer',
      'unit.added': 'enheter',
      'unit.edited': 'enheter',
    },
  },
  places: [
    { errand: 'organisation', href: '/personer', label: (locale) => texts(locale).nav.people, may: admin },
    { errand: 'organisation', href: '/enheter', label: (locale) => texts(locale).nav.units, may: admin },
    { errand: 'organisation', href: '/roller', label: (locale) => texts(locale).nav.roles, may: () => true },
  ],
})
