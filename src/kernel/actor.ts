/** Every role of docs/requirements/roles.md that a person may be given here; each organisation has its own titles for them. */
export const roles = [
  'employee',
  'leader',
  'unitHead',
  'privacyContact',
  'dpo',
  'privacyAdviser',
  'ciso',
  'controller',
  'managementGroup',
  'centralAssessor',
  'cert',
  'gdprUnit',
  'systemOwner',
  'superUser',
  'itHead',
  'serviceDesk',
  'auditor',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** Whoever acts: one person in one organisation, with the roles of today. */
export type Actor = {
  readonly personId: string
  readonly organisationId: string
  readonly roles: readonly Role[]
  readonly unitId: string | null
  /** The units this person leads, with all units below them. */
  readonly leads: readonly string[]
  /** The profile in force now; a running case keeps the one it began with. */
  readonly profileVersion: number
}

/** The clockwork acting on its own: reminders, escalation. It holds no role, so it passes no guard made for people. */
export const nobody = '00000000-0000-7000-8000-000000000000'
export const clockwork = (organisationId: string, profileVersion: number): Actor => ({
  personId: nobody,
  organisationId,
  roles: [],
  unitId: null,
  leads: [],
  profileVersion,
})

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean => wanted.some((role) => actor.roles.includes(role))
