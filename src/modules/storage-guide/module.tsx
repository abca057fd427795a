import type { Module } from '../../kernel/module.ts'
import { registerRow } from '../../register/module.ts'
import { personsById } from '../people/public.ts'
import { AssessedSendings } from './pages/assess.tsx'
import { assessmentsOf } from './queries.ts'
import { commented, imports, linked, routes, versioned } from './routes.tsx'
import { mayKeep } from './rules.ts'
import { texts } from './texts.ts'

const register = registerRow('storage_place', '/lagringssteder', texts, {
  name: 'storage-guide',
  mayBeLeftOut: true,
  routes,
  panels: {
    processing: [
      async (ctx, id, locale) => {
        const kept = await assessmentsOf(ctx, id)
        return <AssessedSendings kept={kept} names={await personsById(ctx, [...new Set(kept.map(({ by }) => by))])} locale={locale} />
      },
    ],
  },
  links: { storage_place: linked },
  versions: { storage_place: versioned },
  comments: { storage_place: commented },
  imports: { storage_place: imports.step },
})

/** The register of places, and the guide that everybody asks. */
export const storageGuide: Module = {
  ...register,
  places: [
    { errand: 'guidance', href: '/lagringsguide', label: (locale) => texts(locale).guide.title, may: () => true },
    { errand: 'guidance', href: '/lagringssteder', label: (locale) => texts(locale).title, may: mayKeep, stands: 'last' },
  ],
  ways: [
    ...(register.ways ?? []),
    { href: '/lagringssteder', label: (locale) => texts(locale).title, may: () => true },
    { href: '/lagringsguide/klassifisering', label: (locale) => texts(locale).guide.classifyLink, may: () => true },
    { href: '/lagringsguide/mottatt-e-post', label: (locale) => texts(locale).guide.receivedLink, may: () => true },
  ],
}
