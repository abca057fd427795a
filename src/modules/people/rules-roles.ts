import type { Role } from '../../kernel/actor.ts'
import type { Profile } from '../../kernel/profile.ts'
import type { Locale } from '../../kernel/texts.ts'

/** From the role that says most about a person to the one that everyone has. */
const telling: readonly Role[] = [
  ...(['dpo', 'controller', 'ciso', 'centralAssessor', 'cert', 'gdprUnit', 'privacyAdviser', 'auditor', 'itHead', 'serviceDesk'] as const),
  ...([
    'procurement',
    'documentCentre',
    'property',
    'cardIssuer',
    'serviceOffice',
    'privacyContact',
    'studyHead',
    'unitHead',
    'systemOwner',
    'superUser',
    'leader',
    'managementGroup',
    'admin',
    'caseworker',
    'employee',
  ] as const),
]

export const mostTelling = (held: readonly Role[]): Role => telling.find((role) => held.includes(role)) ?? 'employee'

/** The organisation's own word for a role, with a capital: it stands alone. */
export function titleOf(profile: Profile, role: Role, locale: Locale): string {
  const title = profile.titles[role][locale]
  return title.charAt(0).toUpperCase() + title.slice(1)
}
