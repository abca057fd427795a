import { type Actor, hasRole } from '../../kernel/actor.ts'
import { moduleRow } from '../../kernel/module.ts'
import { importEvents, importKinds } from '../../register/import/events.ts'
import { importTexts } from '../../register/import/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { peopleProfile } from './profile.ts'
import { personWithRoles } from './queries.ts'
import { findsPeople } from './queries-found.ts'
import { routes } from './routes.tsx'
import { personImports, unitImports } from './routes-import.tsx'
import { peoplePart } from './settings.ts'
import { personsExpire } from './store-forgotten.ts'
import { texts } from './texts.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')

export const people = moduleRow({
  name: 'people',
  routes,
  log: {
    words: (locale) => ({
      events: { ...texts(locale).events, ...importEvents('person', locale), ...importEvents('unit', locale) },
    }),
    kinds: {
      'person.refused': 'avvist',
      'unit.refused': 'avvist',
      'person.listed': 'personer',
      'person.exported': 'personer',
      'person.added': 'personer',
      'person.edited': 'personer',
      'person.deactivated': 'personer',
      'person.reactivated': 'personer',
      'person.forgotten': 'personer',
      'person.roleGiven': 'personer',
      'person.roleEnded': 'personer',
      'unit.added': 'enheter',
      'unit.edited': 'enheter',
      'unit.contactsExported': 'enheter',
      ...importKinds('person', 'personer'),
      ...importKinds('unit', 'enheter'),
    },
  },
  profile: peoplePart,
  imports: { person: personImports.step, unit: unitImports.step },
  // Whoever keeps the people here: what is kept of them is theirs to keep back.
  opens: { person: async (ctx, id) => admin(ctx.actor) && (await personWithRoles(ctx, id)) !== undefined },
  expiring: { person: personsExpire },
  places: [
    { errand: 'organisation', href: '/personer', label: (locale) => texts(locale).nav.people, may: admin },
    { errand: 'organisation', href: '/enheter', label: (locale) => texts(locale).nav.units, may: admin },
    { errand: 'organisation', href: '/roller', label: (locale) => texts(locale).nav.roles, may: () => true },
    {
      errand: 'organisation',
      href: '/personvernkontakter',
      label: (locale) => texts(locale).contacts.title,
      may: () => true,
      has: (profile) => peopleProfile(profile).privacyContacts,
    },
  ],
  ways: [
    {
      href: '/personvernkontakter',
      label: (locale) => texts(locale).contacts.mine,
      may: async (ctx) => peopleProfile(await profileOf(ctx)).privacyContacts,
    },
    { href: '/personer/ny', label: (locale) => texts(locale).people.add, may: ({ actor }) => admin(actor) },
    {
      href: '/personer/import',
      label: (locale) => `${texts(locale).nav.people}: ${importTexts(locale).link}`,
      may: ({ actor }) => admin(actor),
    },
    {
      href: '/enheter/import',
      label: (locale) => `${texts(locale).nav.units}: ${importTexts(locale).link}`,
      may: ({ actor }) => admin(actor),
    },
    { href: '/enheter/ny', label: (locale) => texts(locale).units.add, may: ({ actor }) => admin(actor) },
  ],
  finds: {
    label: (locale) => texts(locale).nav.people,
    hits: (ctx, words, locale, most) => (admin(ctx.actor) ? findsPeople(ctx, words, locale, most) : Promise.resolve([])),
    list: () => '/personer',
  },
})
