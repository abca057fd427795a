import type { Module } from '../../kernel/module.ts'
import { registerRow } from '../../register/module.ts'
import { findsTerms } from './queries.ts'
import { commented, imports, linked, routes, versioned } from './routes.tsx'
import { mayKeep } from './rules.ts'
import { texts } from './texts.ts'

const register = registerRow('glossary_term', '/begreper', (locale) => texts(locale), {
  name: 'glossary',
  routes,
  links: { glossary_term: linked },
  versions: { glossary_term: versioned },
  comments: { glossary_term: commented },
  imports: { glossary_term: imports.step },
})

/** The register of terms, and the page where everybody reads them. */
export const glossary: Module = {
  ...register,
  finds: findsTerms,
  places: [
    { errand: 'guidance', href: '/ordliste', label: (locale) => texts(locale).title, may: () => true },
    { errand: 'guidance', href: '/begreper', label: (locale) => texts(locale).register, may: mayKeep, stands: 'last' },
  ],
  ways: [...(register.ways ?? []), { href: '/begreper', label: (locale) => texts(locale).register, may: () => true }],
}
