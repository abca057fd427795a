import { privacyTerms } from './start/privacy.ts'
import { roleTerms } from './start/roles.ts'
import { securityTerms } from './start/security.ts'
import type { StartTerm } from './start/term.ts'

/** What a glossary begins with, in all three languages: an organisation has its own words beside it. */
export const startTerms: readonly StartTerm[] = [...privacyTerms, ...roleTerms, ...securityTerms]
