import { forKind, type OrganisationKind } from '../../kernel/kind.ts'
import { privacyTerms } from './start/privacy.ts'
import { roleTerms } from './start/roles.ts'
import { securityTerms } from './start/security.ts'
import type { StartTerm } from './start/term.ts'

/** What a glossary begins with, in all three languages: an organisation has its own words beside it. */
export const startTerms = (kind: OrganisationKind): readonly StartTerm[] =>
  [...privacyTerms, ...roleTerms, ...securityTerms].map(
    (term) =>
      Object.fromEntries(
        Object.entries(term).map(([name, said]) => [name, typeof said === 'string' ? forKind(said, kind) : said]),
      ) as StartTerm,
  )
